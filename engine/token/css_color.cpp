// https://www.designtokens.org/tr/2025.10/color/
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "engine/token/css_text.hpp"

namespace pagewright::token {
namespace {

std::unexpected<std::string> refuse(std::string message) {
  return std::unexpected(std::move(message));
}

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

// Each colour space with its CSS function; "color" takes the space's name as its first argument.
struct ColorSpace {
  std::string_view name;
  std::string_view function;
  bool has_percentages;  // of the second and third component, as in hsl(120 50% 50%)
};
constexpr std::array<ColorSpace, 14> color_spaces = {{{"srgb", "color", false},
                                                      {"srgb-linear", "color", false},
                                                      {"hsl", "hsl", true},
                                                      {"hwb", "hwb", true},
                                                      {"lab", "lab", false},
                                                      {"lch", "lch", false},
                                                      {"oklab", "oklab", false},
                                                      {"oklch", "oklch", false},
                                                      {"display-p3", "color", false},
                                                      {"a98-rgb", "color", false},
                                                      {"prophoto-rgb", "color", false},
                                                      {"rec2020", "color", false},
                                                      {"xyz-d65", "color", false},
                                                      {"xyz-d50", "color", false}}};

using Components = std::array<std::optional<double>, 3>;  // nothing: the keyword none

std::optional<Components> read_components(const json::Value& value) {
  const json::Value* member = json::find(value, "components");
  const json::Array* list = member ? member->if_array() : nullptr;
  if (!list || list->size() != 3) return std::nullopt;
  Components components;
  for (std::size_t i = 0; i < 3; ++i) {
    const json::Value& item = (*list)[i];
    if (item.is_number())
      components[i] = item.to_number<double>();
    else if (!item.is_string() || item.get_string() != "none")
      return std::nullopt;
    if (components[i] && !(std::abs(*components[i]) <= 1e6)) return std::nullopt;
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

// sRGB as "#rrggbb", or with transparency as rgb(). The hex member, which designers see, wins over rounded components.
std::string srgb_text(const Components& components, std::string_view hex, double alpha) {
  std::array<unsigned, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i)
    channels[i] = hex.size() == 7 ? hex_value(hex.substr(1 + 2 * i, 2)) : channel(components[i].value_or(0));
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

}  // namespace

CssText css_color(const json::Value& value) {
  if (value.is_string()) {
    const std::string_view text = json::view(value.get_string());
    if (is_hex_color(text)) return lower(text);
    return refuse("a colour must be written as #rrggbb, or as an object with colorSpace and components");
  }
  const auto name = json::find_string(value, "colorSpace");
  if (!name) return refuse("a colour must have colorSpace and components");
  const auto space = std::ranges::find(color_spaces, *name, &ColorSpace::name);
  if (space == color_spaces.end()) return refuse("the colorSpace \"" + std::string(*name) + "\" is not known");
  const auto components = read_components(value);
  if (!components) return refuse("a colour's components must be three numbers or \"none\"");
  const json::Value* alpha_member = json::find(value, "alpha");
  const double alpha = alpha_member && alpha_member->is_number() ? alpha_member->to_number<double>() : 1;
  if ((alpha_member && !alpha_member->is_number()) || !(alpha >= 0 && alpha <= 1))
    return refuse("a colour's alpha must be a number from 0 to 1");
  const json::Value* hex_member = json::find(value, "hex");
  const std::string_view hex = json::find_string(value, "hex").value_or("");
  if (hex_member && (hex.size() != 7 || !is_hex_color(hex))) return refuse("a colour's hex must be #rrggbb");
  const bool has_none = std::ranges::any_of(*components, [](const auto& component) { return !component.has_value(); });
  if (space->name == "srgb" && !has_none) return srgb_text(*components, hex, alpha);
  return function_text(*space, *components, alpha);
}

}  // namespace pagewright::token
