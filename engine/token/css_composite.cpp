// The types made of parts. https://www.designtokens.org/tr/2025.10/format/#composite-types
#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "engine/token/css_text.hpp"

namespace pagewright::token {
namespace {

using Convert = CssText (*)(const json::Value&);

using Parts = std::span<const std::pair<std::string_view, Convert>>;

// One member of a composite value, with its name before what is wrong with it.
CssText part(const json::Value& value, std::string_view name, Convert convert) {
  const json::Value* member = json::find(value, name);
  if (!member) return std::unexpected("must have \"" + std::string(name) + "\"");
  CssText css = convert(*member);
  if (!css) return std::unexpected(std::string(name) + ": " + css.error());
  return css;
}

// All of them, joined by spaces. `optional` may be there beside them.
CssText parts(const json::Value& value, const char* expected, Parts wanted, std::string_view optional = {}) {
  if (!value.is_object()) return refuse(std::string("must be ") + expected, value);
  std::array<std::string_view, 8> names{};
  std::ranges::transform(wanted, names.begin(), [](const auto& each) { return each.first; });
  names.back() = optional;
  if (const auto other = unknown_member(value, names); !other.empty())
    return std::unexpected("has \"" + std::string(other) + "\", which is no part of " + expected);
  std::string out;
  for (const auto& [name, convert] : wanted) {
    const CssText css = part(value, name, convert);
    if (!css) return css;
    if (!out.empty()) out += ' ';
    out += *css;
  }
  return out;
}

CssText one_shadow(const json::Value& value) {
  constexpr std::array<std::pair<std::string_view, Convert>, 5> wanted = {{{"offsetX", css_dimension},
                                                                           {"offsetY", css_dimension},
                                                                           {"blur", css_dimension},
                                                                           {"spread", css_dimension},
                                                                           {"color", css_color}}};
  CssText css = parts(value, "a shadow", wanted, "inset");
  const json::Value* inset = json::find(value, "inset");
  if (css && inset && !inset->is_bool()) return refuse("inset: must be true or false", *inset);
  if (css && inset && inset->get_bool()) css->insert(0, "inset ");
  return css;
}

// Lists within lists come from aliases: one that stands for a list where one item is expected. `visit` gets each item.
template <typename Visit>
CssText each_item(const json::Value& value, unsigned depth, Visit visit) {
  const json::Array* list = value.if_array();
  if (!list || depth > 4) return visit(value);
  for (std::size_t i = 0; i < list->size(); ++i) {
    CssText css = each_item((*list)[i], depth + 1, visit);
    if (!css) return std::unexpected(std::to_string(i) + ": " + css.error());
  }
  return std::string();
}

CssText css_line_height(const json::Value& value) {
  return value.is_number() ? css_number(value) : css_dimension(value);
}

// Clamped to the gradient's axis.
CssText css_stop_position(const json::Value& value) {
  if (!value.is_number()) return refuse("must be a number from 0 to 1", value);
  std::string out;
  // 0.333 is 33.3 %, not 33.300000000000004 %.
  json::append_number(out, std::round(std::clamp(value.to_number<double>(), 0.0, 1.0) * 1e8) / 1e6);
  return out += "%";
}

struct TypographyMember {
  std::string_view member;
  std::string_view name;
  std::string_view type;
  Convert convert;
};
constexpr std::array<TypographyMember, 5> typography_members = {
    {{"fontFamily", "font-family", "fontFamily", css_font_family},
     {"fontSize", "font-size", "dimension", css_dimension},
     {"fontWeight", "font-weight", "fontWeight", css_font_weight},
     {"letterSpacing", "letter-spacing", "dimension", css_dimension},
     {"lineHeight", "line-height", "number", css_line_height}}};

}  // namespace

CssText css_border(const json::Value& value) {
  constexpr std::array<std::pair<std::string_view, Convert>, 3> wanted = {
      {{"width", css_dimension}, {"style", css_stroke_style}, {"color", css_color}}};
  return parts(value, "a border", wanted);
}

CssText css_transition(const json::Value& value) {
  constexpr std::array<std::pair<std::string_view, Convert>, 3> wanted = {
      {{"duration", css_duration}, {"timingFunction", css_cubic_bezier}, {"delay", css_duration}}};
  return parts(value, "a transition", wanted);
}

CssText css_shadow(const json::Value& value) {
  std::string out;
  const CssText fault = each_item(value, 0, [&out](const json::Value& item) {
    CssText css = one_shadow(item);
    if (css) out.append(out.empty() ? "" : ",").append(*css);
    return css;
  });
  if (!fault) return fault;
  if (out.empty()) return std::unexpected("must be a shadow or a list of at least one");
  return out;
}

CssText css_gradient(const json::Value& value) {
  if (!value.is_array()) return refuse("must be a gradient: a list of stops", value);
  constexpr std::array<std::pair<std::string_view, Convert>, 2> wanted = {
      {{"color", css_color}, {"position", css_stop_position}}};
  std::string stops;
  std::size_t count = 0;
  const CssText fault = each_item(value, 0, [&](const json::Value& item) {
    CssText css = parts(item, "a stop of a gradient", wanted);
    if (css) stops.append(",").append(*css);
    ++count;
    return css;
  });
  if (!fault) return fault;
  if (count == 0) return std::unexpected("must be a gradient of at least one stop");
  // CSS wants two; one colour extends to both ends.
  if (count == 1) stops += std::string(stops);
  return "linear-gradient(90deg" + stops + ")";
}

CssText css_font(const json::Value& value) {
  if (!value.is_object()) return refuse("must be a typography", value);
  std::array<std::string_view, typography_members.size()> names;
  std::ranges::transform(typography_members, names.begin(), &TypographyMember::member);
  if (const auto other = unknown_member(value, names); !other.empty())
    return std::unexpected("has \"" + std::string(other) + "\", which is no part of a typography");
  for (const TypographyMember& known : typography_members) {
    const json::Value* member = json::find(value, known.member);
    const bool is_required = known.name == "font-family" || known.name == "font-size";
    if (!member && !is_required) continue;
    const CssText css = part(value, known.member, known.convert);
    if (!css) return css;
  }
  const auto text = [&](std::string_view name, Convert convert) {
    return json::find(value, name) ? *part(value, name, convert) : std::string();
  };
  std::string out = text("fontWeight", css_font_weight);
  if (!out.empty()) out += ' ';
  out += text("fontSize", css_dimension);
  if (json::find(value, "lineHeight")) out += "/" + text("lineHeight", css_line_height);
  return out + " " + text("fontFamily", css_font_family);
}

std::vector<TypographyPart> typography_parts(const json::Value& value) {
  std::vector<TypographyPart> found;
  for (const TypographyMember& known : typography_members)
    if (const json::Value* member = json::find(value, known.member))
      if (CssText css = known.convert(*member)) found.push_back({known.name, known.type, std::move(*css)});
  return found;
}

}  // namespace pagewright::token
