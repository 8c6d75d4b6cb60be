// The CSS properties that a document may set.
#pragma once

#include <string_view>

namespace pagewright::style {

[[nodiscard]] bool is_allowed_property(std::string_view property);

}  // namespace pagewright::style
