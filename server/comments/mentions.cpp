#include "server/comments/mentions.hpp"

#include <algorithm>

#include "server/base/uuid.hpp"

namespace pagewright::comments {
namespace {

constexpr std::string_view opening = "<@";
constexpr std::size_t id_size = 36;
constexpr std::size_t mention_size = opening.size() + id_size + 1;

// The id of the mention that begins at `at`; empty where none does.
std::string_view mention_at(std::string_view body, std::size_t at) {
  const std::string_view mention = body.substr(at, mention_size);
  if (mention.size() < mention_size || !mention.starts_with(opening) || mention.back() != '>') return {};
  const std::string_view id = mention.substr(opening.size(), id_size);
  return is_uuid(id) ? id : std::string_view();
}

// Calls text(…) and mention(id) for what the body is made of, in order.
template <typename Text, typename Mention>
void read(std::string_view body, Text text, Mention mention) {
  std::size_t begin = 0;
  for (auto at = body.find(opening); at != std::string_view::npos; at = body.find(opening, at)) {
    const std::string_view id = mention_at(body, at);
    if (id.empty()) {
      at += opening.size();
      continue;
    }
    text(body.substr(begin, at - begin));
    mention(std::string(id));
    begin = at += mention_size;
  }
  text(body.substr(begin));
}

}  // namespace

std::vector<std::string> mentioned_ids(std::string_view body) {
  std::vector<std::string> ids;
  read(
      body, [](std::string_view) {},
      [&](std::string id) {
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
      });
  return ids;
}

std::string with_names(std::string_view body, const std::map<std::string, std::string>& names) {
  std::string out;
  read(
      body, [&](std::string_view text) { out += text; },
      [&](const std::string& id) {
        const auto name = names.find(id);
        out += '@';
        out += name == names.end() ? "somebody" : name->second;
      });
  return out;
}

}  // namespace pagewright::comments
