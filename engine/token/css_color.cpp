// https://www.designtokens.org/tr/2025.10/color/
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/token/css_text.hpp"
#include "engine/token/nearest_name.hpp"

namespace pagewright::token {
namespace {

bool is_hex_color(std::string_view text) {
  if (!text.starts_with('#')) return false;
  const std::size_t digits = text.size() - 1;
  if (digits != 3 && digits != 4 && digits != 6 && digits != 8) return false;
  return std::ranges::all_of(text.substr(1), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  });
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// What a component may be: from 0 to 1, from 0 to 100, an angle below 360, from 0 on, any number.
enum class Range : unsigned char { unit, percent, hue, positive, any };

// Each colour space with its CSS function; "color" takes the space's name as its first argument.
struct ColorSpace {
  std::string_view name;
  std::string_view function;
  std::array<Range, 3> ranges;
  bool has_percentages = false;  // of the second and third component, as in hsl(120 50% 50%)
};

constexpr std::array<Range, 3> units = {Range::unit, Range::unit, Range::unit};
// White is (0.95, 1, 1.09): XYZ has no bounds of its own.
constexpr std::array<Range, 3> unbounded = {Range::any, Range::any, Range::any};
constexpr std::array<Range, 3> hue_and_percents = {Range::hue, Range::percent, Range::percent};
constexpr std::array<ColorSpace, 14> color_spaces = {{{"srgb", "color", units},
                                                      {"srgb-linear", "color", units},
                                                      {"hsl", "hsl", hue_and_percents, true},
                                                      {"hwb", "hwb", hue_and_percents, true},
                                                      {"lab", "lab", {Range::percent, Range::any, Range::any}},
                                                      {"lch", "lch", {Range::percent, Range::positive, Range::hue}},
                                                      {"oklab", "oklab", {Range::unit, Range::any, Range::any}},
                                                      {"oklch", "oklch", {Range::unit, Range::positive, Range::hue}},
                                                      {"display-p3", "color", units},
                                                      {"a98-rgb", "color", units},
                                                      {"prophoto-rgb", "color", units},
                                                      {"rec2020", "color", units},
                                                      {"xyz-d65", "color", unbounded},
                                                      {"xyz-d50", "color", unbounded}}};

bool is_within(Range range, double number) {
  switch (range) {
    case Range::unit:
      return number >= 0 && number <= 1;
    case Range::percent:
      return number >= 0 && number <= 100;
    case Range::hue:
      return number >= 0 && number < 360;
    case Range::positive:
      return number >= 0 && number <= 1e6;
    case Range::any:
      return std::abs(number) <= 1e6;
  }
  return false;
}

std::string_view words_of(Range range) {
  switch (range) {
    case Range::unit:
      return "a number from 0 to 1";
    case Range::percent:
      return "a number from 0 to 100";
    case Range::hue:
      return "a number from 0 to less than 360";
    case Range::positive:
      return "a number of 0 or more";
    case Range::any:
      return "a number";
  }
  return {};
}

using Components = std::array<std::optional<double>, 3>;  // nothing: the keyword none

std::expected<Components, std::string> read_components(const json::Value& value, const ColorSpace& space) {
  const json::Value* member = json::find(value, "components");
  const json::Array* list = member ? member->if_array() : nullptr;
  if (!list || list->size() != 3)
    return std::unexpected("components must be a list of three numbers, each of which may be \"none\"");
  Components components;
  for (std::size_t i = 0; i < 3; ++i) {
    const json::Value& item = (*list)[i];
    if (item.is_string() && item.get_string() == "none") continue;
    if (item.is_number()) components[i] = item.to_number<double>();
    if (!components[i] || !is_within(space.ranges[i], *components[i]))
      return refuse("components." + std::to_string(i) + ": must be " + std::string(words_of(space.ranges[i])) +
                        " or \"none\" in " + std::string(space.name),
                    item);
  }
  return components;
}

unsigned channel(double component) {
  return static_cast<unsigned>(std::floor(std::clamp(component, 0.0, 1.0) * 255 + 0.5));
}

unsigned hex_value(std::string_view digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
  return value;
}

// Whether the hex member is the components as far as two decimal places tell. Where a reference brought new components,
// it is still that of the old ones.
bool is_hex_of(std::string_view hex, const Components& components) {
  if (hex.size() != 7) return false;
  for (std::size_t i = 0; i < 3; ++i)
    if (std::abs(hex_value(hex.substr(1 + 2 * i, 2)) / 255.0 - components[i].value_or(0)) > 0.0075) return false;
  return true;
}

// sRGB as "#rrggbb", or with transparency as rgb(). The hex member, which designers see, wins over rounded components.
std::string srgb_text(const Components& components, std::string_view hex, double alpha) {
  std::array<unsigned, 3> channels{};
  const bool has_hex = is_hex_of(hex, components);
  for (std::size_t i = 0; i < 3; ++i)
    channels[i] = has_hex ? hex_value(hex.substr(1 + 2 * i, 2)) : channel(components[i].value_or(0));
  std::string out;
  if (alpha < 1) {
    out = "rgb(" + std::to_string(channels[0]) + " " + std::to_string(channels[1]) + " " + std::to_string(channels[2]) +
          "/";
    json::append_number(out, alpha);
    return out += ")";
  }
  constexpr std::string_view digits = "0123456789abcdef";
  out = "#";
  for (const unsigned c : channels) out.append(1, digits[c >> 4U]).append(1, digits[c & 15U]);
  return out;
}

std::string function_text(const ColorSpace& space, const Components& components, double alpha) {
  std::string out(space.function);
  out += '(';
  if (space.function == "color") out.append(space.name).append(" ");
  for (std::size_t i = 0; i < 3; ++i) {
    if (i > 0) out += ' ';
    if (!components[i])
      out += "none";
    else
      json::append_number(out, *components[i]);
    if (components[i] && space.has_percentages && i > 0) out += '%';
  }
  if (alpha < 1) {
    out += '/';
    json::append_number(out, alpha);
  }
  return out += ")";
}

std::string unknown_space(std::string_view name) {
  std::array<std::string_view, color_spaces.size()> names;
  std::ranges::transform(color_spaces, names.begin(), &ColorSpace::name);
  return "the colorSpace \"" + std::string(name) + "\" is not known" + suggestion(lower(name), names);
}

}  // namespace

CssText css_color(const json::Value& value) {
  constexpr std::string_view expected = "must be a colour: an object with colorSpace and components, or #rrggbb";
  if (value.is_string()) {
    const std::string_view text = json::view(value.get_string());
    if (is_hex_color(text)) return lower(text);
    return refuse(expected, value);
  }
  if (!value.is_object()) return refuse(expected, value);
  constexpr std::array<std::string_view, 4> members = {"colorSpace", "components", "alpha", "hex"};
  if (const auto other = unknown_member(value, members); !other.empty())
    return std::unexpected("a colour has no \"" + std::string(other) + "\"");
  const auto name = json::find_string(value, "colorSpace");
  if (!name) return std::unexpected("a colour must have colorSpace and components");
  const auto space = std::ranges::find(color_spaces, *name, &ColorSpace::name);
  if (space == color_spaces.end()) return std::unexpected(unknown_space(*name));
  const auto components = read_components(value, *space);
  if (!components) return std::unexpected(components.error());
  const json::Value* alpha_member = json::find(value, "alpha");
  const double alpha = alpha_member && alpha_member->is_number() ? alpha_member->to_number<double>() : 1;
  if ((alpha_member && !alpha_member->is_number()) || !(alpha >= 0 && alpha <= 1))
    return refuse("alpha: must be a number from 0 to 1", *alpha_member);
  const json::Value* hex_member = json::find(value, "hex");
  const std::string_view hex = json::find_string(value, "hex").value_or("");
  if (hex_member && (hex.size() != 7 || !is_hex_color(hex))) return refuse("hex: must be #rrggbb", *hex_member);
  const bool has_none = std::ranges::any_of(*components, [](const auto& component) { return !component.has_value(); });
  if (space->name == "srgb" && !has_none) return srgb_text(*components, hex, alpha);
  return function_text(*space, *components, alpha);
}

}  // namespace pagewright::token
