// The types made of parts. https://www.designtokens.org/tr/2025.10/format/#composite-types
#include <algorithm>
#include <array>

#include "engine/token/css_text.hpp"

namespace pagewright::token {
namespace {

using Convert = CssText (*)(const json::Value&);

std::unexpected<std::string> refuse(std::string message) {
  return std::unexpected(std::move(message));
}

// One member of a composite value, with its name before what is wrong with it.
CssText part(const json::Value& value, std::string_view name, Convert convert) {
  const json::Value* member = json::find(value, name);
  if (!member) return refuse("must have \"" + std::string(name) + "\"");
  CssText css = convert(*member);
  if (!css) return refuse(std::string(name) + ": " + css.error());
  return css;
}

// All of them, joined by spaces.
CssText parts(const json::Value& value, std::initializer_list<std::pair<std::string_view, Convert>> wanted) {
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
  CssText css = parts(value, {{"offsetX", css_dimension},
                              {"offsetY", css_dimension},
                              {"blur", css_dimension},
                              {"spread", css_dimension},
                              {"color", css_color}});
  const json::Value* inset = json::find(value, "inset");
  if (inset && !inset->is_bool()) return refuse("inset must be true or false");
  if (css && inset && inset->get_bool()) css->insert(0, "inset ");
  return css;
}

// An alias may put a list where one shadow is expected.
CssText shadow_list(const json::Value& value, unsigned depth) {
  const json::Array* list = value.if_array();
  if (!list) return one_shadow(value);
  if (list->empty() || depth > 4) return refuse("a shadow must be an object or a list of them");
  std::string out;
  for (const json::Value& item : *list) {
    const CssText css = shadow_list(item, depth + 1);
    if (!css) return css;
    if (!out.empty()) out += ',';
    out += *css;
  }
  return out;
}

CssText css_line_height(const json::Value& value) {
  return value.is_number() ? css_number(value) : css_dimension(value);
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
  return parts(value, {{"width", css_dimension}, {"style", css_stroke_style}, {"color", css_color}});
}

CssText css_transition(const json::Value& value) {
  return parts(value, {{"duration", css_duration}, {"timingFunction", css_cubic_bezier}, {"delay", css_duration}});
}

CssText css_shadow(const json::Value& value) {
  return shadow_list(value, 0);
}

CssText css_gradient(const json::Value& value) {
  const json::Array* stops = value.if_array();
  if (!stops || stops->size() < 2) return refuse("a gradient must be a list of at least two stops");
  std::string out = "linear-gradient(90deg";
  for (const json::Value& stop : *stops) {
    const CssText color = part(stop, "color", css_color);
    if (!color) return color;
    const json::Value* position = json::find(stop, "position");
    if (!position || !position->is_number())
      return refuse("a gradient's stop must have \"position\", a number from 0 to 1");
    out.append(",").append(*color).append(" ");
    json::append_number(out, std::clamp(position->to_number<double>(), 0.0, 1.0) * 100);
    out += '%';
  }
  return out += ")";
}

CssText css_font(const json::Value& value) {
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

CssText css_text(std::string_view type, const json::Value& value) {
  constexpr std::array<std::pair<std::string_view, Convert>, 13> types = {{{"color", css_color},
                                                                           {"dimension", css_dimension},
                                                                           {"fontFamily", css_font_family},
                                                                           {"fontWeight", css_font_weight},
                                                                           {"duration", css_duration},
                                                                           {"cubicBezier", css_cubic_bezier},
                                                                           {"number", css_number},
                                                                           {"strokeStyle", css_stroke_style},
                                                                           {"border", css_border},
                                                                           {"transition", css_transition},
                                                                           {"shadow", css_shadow},
                                                                           {"gradient", css_gradient},
                                                                           {"typography", css_font}}};
  for (const auto& [name, convert] : types)
    if (name == type) return convert(value);
  return refuse("the type \"" + std::string(type) + "\" is not known");
}

}  // namespace pagewright::token
