#include "engine/document/json_path.hpp"

#include "engine/json/pointer.hpp"

namespace pagewright::document {

std::string JsonPath::text() const {
  if (!parent_) return {};
  return json::pointer_to(parent_->text(), key_.data() ? key_ : std::string_view(std::to_string(index_)));
}

}  // namespace pagewright::document
