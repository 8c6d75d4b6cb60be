// The CSS properties that a document may set.
#pragma once

#include <optional>
#include <string_view>

namespace pagewright::style {

// The property as the list has it, a view that is always valid; nothing where a document may not set it.
[[nodiscard]] std::optional<std::string_view> allowed_property(std::string_view name);

}  // namespace pagewright::style
