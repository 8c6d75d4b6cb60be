// The types of one value. https://www.designtokens.org/tr/2025.10/format/#types
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>

#include "engine/token/css_text.hpp"

namespace pagewright::token {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::optional<double> finite_number(const json::Value* value) {
  if (!value || !value->is_number()) return std::nullopt;
  const double number = value->to_number<double>();
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

std::string number_with_unit(double number, std::string_view unit) {
  std::string out;
  json::append_number(out, number);
  return out.append(unit);
}

// "16px", "-.5rem", "100%": where the number ends; 0 where there is none.
std::size_t number_length(std::string_view text) {
  std::size_t i = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
  std::size_t digits = 0;
  unsigned dots = 0;
  for (; i < text.size() && (is_digit(text[i]) || text[i] == '.'); ++i) text[i] == '.' ? ++dots : ++digits;
  return digits > 0 && dots <= 1 ? i : 0;
}

bool is_unit(std::string_view text, std::span<const std::string_view> units) {
  return std::ranges::find(units, text) != units.end();
}

constexpr std::size_t max_calculation = 1'000;

// clamp(1rem, 2vw + 1rem, 3rem) and its like: fluid sizes.
bool begins_calculation(std::string_view text) {
  constexpr std::array<std::string_view, 4> functions = {"clamp(", "calc(", "min(", "max("};
  return std::ranges::any_of(functions, [&](std::string_view start) { return text.starts_with(start); });
}

bool is_calculation(std::string_view text) {
  if (!begins_calculation(text)) return false;
  int open = 0;
  for (const char c : text) {
    if (!is_digit(c) && !is_letter(c) && std::string_view(" .,%+-*/()").find(c) == std::string_view::npos) return false;
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (open < 0) return false;
  }
  return open == 0 && text.back() == ')' && text.find("/*") == std::string_view::npos;
}

// {"value": 16, "unit": "px"}
CssText object_quantity(const json::Value& value, std::span<const std::string_view> units, const char* unit_words) {
  constexpr std::array<std::string_view, 2> members = {"value", "unit"};
  if (const auto other = unknown_member(value, members); !other.empty())
    return std::unexpected("must have \"value\" and \"unit\" only; found \"" + std::string(other) + "\"");
  const json::Value* number_member = json::find(value, "value");
  const json::Value* unit_member = json::find(value, "unit");
  if (!number_member || !unit_member) return std::unexpected("must have \"value\" and \"unit\"");
  const auto number = finite_number(number_member);
  if (!number) return refuse("value: must be a number", *number_member);
  const auto unit = json::find_string(value, "unit");
  if (!unit || !is_unit(*unit, units)) return refuse(std::string("unit: must be ") + unit_words, *unit_member);
  return number_with_unit(*number, *unit);
}

CssText quantity(const json::Value& value, std::span<const std::string_view> units, const char* unit_words,
                 const char* expected) {
  if (value.is_object()) return object_quantity(value, units, unit_words);
  if (value.is_string()) {
    const std::string_view text = json::view(value.get_string());
    const std::size_t length = number_length(text);
    const std::string_view unit = text.substr(length);
    if (length > 0 && (is_unit(unit, units) || text == "0")) return std::string(text);
  } else if (finite_number(&value) == 0.0) {
    return "0";
  }
  return refuse(expected, value);
}

CssText quoted_family(std::string_view name) {
  while (name.starts_with(' ')) name.remove_prefix(1);
  while (name.ends_with(' ')) name.remove_suffix(1);
  if (name.size() > 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
    name = name.substr(1, name.size() - 2);
  const bool has_harm = std::ranges::any_of(name, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || std::string_view("\"'\\<>{};").find(c) != std::string_view::npos;
  });
  if (name.empty() || name.size() > 100 || has_harm)
    return std::unexpected("a font's name must not be empty or hold quotes, braces or the like");
  const bool is_identifier = (is_letter(name.front()) || name.front() == '-') &&
                             std::ranges::all_of(name, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
  return is_identifier ? std::string(name) : '"' + std::string(name) + '"';
}

bool append_families(const json::Value& value, std::string& out, std::string& fault) {
  if (const json::Array* list = value.if_array())
    return std::ranges::all_of(*list, [&](const json::Value& item) { return append_families(item, out, fault); });
  if (!value.is_string()) {
    fault = refuse("must be a font family: a name or a list of names", value).error();
    return false;
  }
  std::string_view names = json::view(value.get_string());
  for (bool goes_on = true; goes_on;) {
    const auto comma = names.find(',');
    const CssText name = quoted_family(names.substr(0, comma));
    if (!name) {
      fault = name.error();
      return false;
    }
    if (!out.empty()) out += ',';
    out += *name;
    goes_on = comma != std::string_view::npos;
    if (goes_on) names.remove_prefix(comma + 1);
  }
  return true;
}

}  // namespace

CssText css_dimension(const json::Value& value) {
  constexpr std::array<std::string_view, 14> units = {"px",   "rem", "em",  "%",   "vw", "vh", "vmin",
                                                      "vmax", "svh", "dvh", "lvh", "ch", "ex", "fr"};
  const std::string_view text = value.is_string() ? json::view(value.get_string()) : std::string_view();
  if (text.size() > max_calculation && begins_calculation(text))
    return refuse("must be a calculation of at most " + std::to_string(max_calculation) + " characters", value);
  if (is_calculation(text)) return std::string(text);
  return quantity(value, units, "px, rem or another unit of length",
                  "must be a dimension, such as {\"value\": 16, \"unit\": \"px\"}");
}

CssText css_duration(const json::Value& value) {
  constexpr std::array<std::string_view, 2> units = {"ms", "s"};
  return quantity(value, units, "ms or s", "must be a duration, such as {\"value\": 200, \"unit\": \"ms\"}");
}

CssText css_number(const json::Value& value) {
  const auto number = finite_number(&value);
  if (!number) return refuse("must be a number", value);
  return number_with_unit(*number, "");
}

CssText css_font_family(const json::Value& value) {
  std::string out;
  std::string fault;
  if (append_families(value, out, fault) && !out.empty()) return out;
  return std::unexpected(fault.empty() ? "a font family must name at least one font" : fault);
}

CssText css_font_weight(const json::Value& value) {
  constexpr std::array<std::pair<std::string_view, int>, 18> names = {{{"thin", 100},
                                                                       {"hairline", 100},
                                                                       {"extra-light", 200},
                                                                       {"ultra-light", 200},
                                                                       {"light", 300},
                                                                       {"normal", 400},
                                                                       {"regular", 400},
                                                                       {"book", 400},
                                                                       {"medium", 500},
                                                                       {"semi-bold", 600},
                                                                       {"demi-bold", 600},
                                                                       {"bold", 700},
                                                                       {"extra-bold", 800},
                                                                       {"ultra-bold", 800},
                                                                       {"black", 900},
                                                                       {"heavy", 900},
                                                                       {"extra-black", 950},
                                                                       {"ultra-black", 950}}};
  if (value.is_string())
    for (const auto& [name, weight] : names)
      if (value.get_string() == boost::json::string_view(name.data(), name.size())) return std::to_string(weight);
  const auto number = finite_number(&value);
  if (number && *number >= 1 && *number <= 1000) return number_with_unit(*number, "");
  return refuse("must be a font weight: a number from 1 to 1000, or a name such as \"bold\"", value);
}

CssText css_cubic_bezier(const json::Value& value) {
  const json::Array* list = value.if_array();
  if (!list || list->size() != 4) return refuse("must be a cubicBezier: a list of four numbers", value);
  std::string out = "cubic-bezier(";
  for (std::size_t i = 0; i < 4; ++i) {
    const auto number = finite_number(&(*list)[i]);
    const bool is_time = i % 2 == 0;
    if (!number || (is_time && (*number < 0 || *number > 1)))
      return refuse(std::to_string(i) + (is_time ? ": must be a number from 0 to 1" : ": must be a number"),
                    (*list)[i]);
    if (i > 0) out += ',';
    json::append_number(out, *number);
  }
  return out += ")";
}

CssText css_stroke_style(const json::Value& value) {
  constexpr std::array<std::string_view, 8> names = {"solid",  "dashed", "dotted", "double",
                                                     "groove", "ridge",  "outset", "inset"};
  if (value.is_string() && std::ranges::find(names, json::view(value.get_string())) != names.end())
    return std::string(json::view(value.get_string()));
  if (!value.is_object())
    return refuse(
        "must be a stroke style: solid, dashed, dotted, double, groove, ridge, outset or inset, or an object with "
        "dashArray and lineCap",
        value);
  constexpr std::array<std::string_view, 2> members = {"dashArray", "lineCap"};
  if (const auto other = unknown_member(value, members); !other.empty())
    return std::unexpected("a stroke style has no \"" + std::string(other) + "\"");
  const json::Value* dashes = json::find(value, "dashArray");
  if (!dashes || !dashes->is_array() || dashes->get_array().empty())
    return std::unexpected("dashArray: must be a list of dimensions");
  for (const json::Value& dash : dashes->get_array())
    if (const CssText css = css_dimension(dash); !css) return std::unexpected("dashArray: " + css.error());
  constexpr std::array<std::string_view, 3> caps = {"round", "butt", "square"};
  if (std::ranges::find(caps, json::find_string(value, "lineCap").value_or("")) == caps.end())
    return std::unexpected("lineCap: must be round, butt or square");
  // CSS borders have no dash pattern of their own.
  return "dashed";
}

}  // namespace pagewright::token
