// Token values as CSS. The error is a sentence that follows the token's path: what is expected, and what was found.
#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::token {

using CssText = std::expected<std::string, std::string>;

// `value` holds no aliases any more. An unknown type is an error.
[[nodiscard]] CssText css_text(std::string_view type, const json::Value& value);

// The format's types, and whether `type` is one.
[[nodiscard]] std::span<const std::string_view> type_names();
[[nodiscard]] bool is_known_type(std::string_view type);

[[nodiscard]] CssText css_color(const json::Value& value);
[[nodiscard]] CssText css_dimension(const json::Value& value);
[[nodiscard]] CssText css_duration(const json::Value& value);
[[nodiscard]] CssText css_number(const json::Value& value);
[[nodiscard]] CssText css_font_family(const json::Value& value);
[[nodiscard]] CssText css_font_weight(const json::Value& value);
[[nodiscard]] CssText css_cubic_bezier(const json::Value& value);
[[nodiscard]] CssText css_stroke_style(const json::Value& value);

[[nodiscard]] CssText css_border(const json::Value& value);
[[nodiscard]] CssText css_transition(const json::Value& value);
[[nodiscard]] CssText css_shadow(const json::Value& value);
[[nodiscard]] CssText css_gradient(const json::Value& value);
[[nodiscard]] CssText css_font(const json::Value& value);  // typography as the value of `font`

struct TypographyPart {
  std::string_view name;  // "font-size"
  std::string_view type;  // "dimension"
  std::string css;
};
// The parts that a typography value has. To be asked only of values that css_font accepts.
[[nodiscard]] std::vector<TypographyPart> typography_parts(const json::Value& value);

// What stands where something else is expected: "a list", "12", "\"12 pixels\"".
[[nodiscard]] std::string found(const json::Value& value);
// "<expected>; found <value>"
[[nodiscard]] std::unexpected<std::string> refuse(std::string_view expected, const json::Value& value);
// The first member that is none of `names`; empty where there is none.
[[nodiscard]] std::string_view unknown_member(const json::Value& value, std::span<const std::string_view> names);

}  // namespace pagewright::token
