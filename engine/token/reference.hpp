// References to tokens, "{color.primary}", and the rule by which a token's path becomes a custom property.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pagewright::token {

// The path in "{color.primary}"; nothing where `text` is no reference in form. Names in it may hold what can stand in
// CSS and HTML without harm: no braces, quotes, angle brackets, semicolons, backslashes or control characters.
[[nodiscard]] std::optional<std::string_view> reference_path(std::string_view text);

// "Color.Primary 500" → "--color-primary-500": lower case, every other character than a–z, 0–9, "_" and "-" becomes
// "-".
[[nodiscard]] std::string custom_property_of(std::string_view path);

}  // namespace pagewright::token
