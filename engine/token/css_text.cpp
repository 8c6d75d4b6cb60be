#include "engine/token/css_text.hpp"

#include <algorithm>
#include <array>

namespace pagewright::token {
namespace {

using Convert = CssText (*)(const json::Value&);

constexpr std::array<std::string_view, 13> names = {
    "color",       "dimension", "fontFamily", "fontWeight", "duration", "cubicBezier", "number",
    "strokeStyle", "border",    "transition", "shadow",     "gradient", "typography"};
constexpr std::array<Convert, names.size()> conversions = {
    css_color,        css_dimension, css_font_family, css_font_weight, css_duration, css_cubic_bezier, css_number,
    css_stroke_style, css_border,    css_transition,  css_shadow,      css_gradient, css_font};

}  // namespace

std::span<const std::string_view> type_names() {
  return names;
}

bool is_known_type(std::string_view type) {
  return std::ranges::find(names, type) != names.end();
}

CssText css_text(std::string_view type, const json::Value& value) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == type) return conversions[i](value);
  return std::unexpected("the type \"" + std::string(type) + "\" is not known");
}

std::string found(const json::Value& value) {
  if (const json::Array* list = value.if_array())
    return list->empty() ? "an empty list" : "a list of " + std::to_string(list->size());
  if (value.is_object()) return "an object";
  if (!value.is_string()) return json::serialize(value);
  std::string_view text = json::view(value.get_string());
  const bool is_long = text.size() > 40;
  if (is_long) {
    std::size_t end = 37;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text = text.substr(0, end);
  }
  std::string out = "\"";
  out.append(text).append(is_long ? "…\"" : "\"");
  return out;
}

std::unexpected<std::string> refuse(std::string_view expected, const json::Value& value) {
  return std::unexpected(std::string(expected).append("; found ").append(found(value)));
}

std::string_view unknown_member(const json::Value& value, std::span<const std::string_view> known) {
  if (const json::Object* object = value.if_object())
    for (const auto& member : *object)
      if (std::ranges::find(known, json::view(member.key())) == known.end()) return json::view(member.key());
  return {};
}

}  // namespace pagewright::token
