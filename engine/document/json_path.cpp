#include "engine/document/json_path.hpp"

namespace pagewright::document {

std::string pointer_to(std::string_view parent, std::string_view key) {
  std::string pointer(parent);
  pointer += '/';
  for (char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
  return pointer;
}

std::string JsonPath::text() const {
  if (!parent_) return {};
  return pointer_to(parent_->text(), key_.data() ? key_ : std::string_view(std::to_string(index_)));
}

}  // namespace pagewright::document
