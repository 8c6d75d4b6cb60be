// References to tokens, "{color.primary}" and "#/color/primary/$value", and the rule by which a token's path becomes a
// custom property.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pagewright::token {

// The path in "{color.primary}"; nothing where `text` is no reference in form. Names in it may hold what can stand in
// CSS and HTML without harm: no braces, quotes, angle brackets, semicolons, backslashes or control characters.
[[nodiscard]] std::optional<std::string_view> reference_path(std::string_view text);

// The same within a token document, where names may hold all that the format allows.
[[nodiscard]] std::optional<std::string_view> alias_path(std::string_view text);

// No empty name, no leading "$", none of . { }: https://www.designtokens.org/tr/2025.10/format/#character-restrictions
[[nodiscard]] bool is_token_name(std::string_view name);

// The names that a JSON Pointer in a URI fragment ("#/a/b~1c") leads through; nothing where it is none.
[[nodiscard]] std::optional<std::vector<std::string>> pointer_names(std::string_view pointer);
// "%20" → " ". What is no such escape stays.
[[nodiscard]] std::string percent_decoded(std::string_view text);

// "a.b" of {"a", "b"}, the first `count` of them.
[[nodiscard]] std::string joined_names(const std::vector<std::string>& names, std::size_t count);

// "Color.Primary 500" → "--color-primary-500": lower case, every other character than a–z, 0–9, "_" and "-" becomes
// "-". A group's root token has the group's: "color.accent.$root" → "--color-accent".
[[nodiscard]] std::string custom_property_of(std::string_view path);

}  // namespace pagewright::token
