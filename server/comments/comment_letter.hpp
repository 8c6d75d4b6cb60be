// The e-mail that one gets who was named in a comment.
#pragma once

#include "server/mail/message.hpp"

namespace pagewright::comments {

struct Mention {
  std::string to;
  std::string author;  // a name
  std::string page_name;
  std::string node_name;  // empty: the comment is about the page
  std::string text;       // what was written, with names in place of mentions
  std::string link;
};
[[nodiscard]] mail::Message mention_letter(const Mention& mention);

}  // namespace pagewright::comments
