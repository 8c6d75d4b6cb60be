#include "server/comments/comment_letter.hpp"

namespace pagewright::comments {
namespace {

// Names are what people typed: they must not look like a line of ours.
std::string one_line(std::string_view name) {
  std::string line;
  for (const char letter : name) line += static_cast<unsigned char>(letter) < ' ' ? ' ' : letter;
  return line;
}

// Every line stands behind a mark, so that none of them looks like one of ours.
std::string quoted(std::string_view text) {
  std::string out = "> ";
  for (const char letter : text) {
    out += letter;
    if (letter == '\n') out += "> ";
  }
  return out;
}

}  // namespace

mail::Message mention_letter(const Mention& mention) {
  const std::string author = one_line(mention.author);
  const std::string page = one_line(mention.page_name);
  const std::string about = mention.node_name.empty() ? "" : ", about " + one_line(mention.node_name);
  return {.to = mention.to,
          .subject = author + " mentioned you on " + page,
          .text = author + " mentioned you in a comment on the page " + page + about + ":\n\n" + quoted(mention.text) +
                  "\n\nRead and answer it here:\n" + mention.link + "\n"};
}

}  // namespace pagewright::comments
