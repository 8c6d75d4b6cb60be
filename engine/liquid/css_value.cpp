#include "engine/liquid/css_value.hpp"

#include <algorithm>
#include <array>

namespace pagewright::liquid {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         (c & 0x80) != 0;
}

bool is_allowed_function(std::string_view name) {
  constexpr std::array<std::string_view, 26> allowed = {"var",
                                                        "calc",
                                                        "min",
                                                        "max",
                                                        "clamp",
                                                        "rgb",
                                                        "rgba",
                                                        "hsl",
                                                        "hsla",
                                                        "hwb",
                                                        "lab",
                                                        "lch",
                                                        "oklab",
                                                        "oklch",
                                                        "color",
                                                        "color-mix",
                                                        "minmax",
                                                        "repeat",
                                                        "linear-gradient",
                                                        "radial-gradient",
                                                        "conic-gradient",
                                                        "cubic-bezier",
                                                        "translate",
                                                        "scale",
                                                        "rotate",
                                                        "fit-content"};
  return std::ranges::find(allowed, name) != allowed.end();
}

std::string_view without_important(std::string_view text) {
  constexpr std::string_view important = "!important";
  return text.ends_with(important) ? text.substr(0, text.size() - important.size()) : text;
}

}  // namespace

bool is_plain_css_value(std::string_view text, std::string_view before) {
  constexpr std::string_view operators = " \t\n\f\r,.%#+*/";
  text = without_important(text);
  const bool goes_on = !before.empty() && is_name_character(before.back());
  if (text.starts_with('/') || text.starts_with('*') || text.ends_with('/') || text.ends_with('*')) return false;
  unsigned depth = 0;
  std::size_t name_begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_name_character(c)) continue;
    const std::string_view name = text.substr(name_begin, i - name_begin);
    name_begin = i + 1;
    if (c == '(') {
      const bool is_group = name.empty() && depth > 0;
      if (goes_on && name.data() == text.data()) return false;
      if (!is_group && !is_allowed_function(name)) return false;
      ++depth;
    } else if (c == ')') {
      if (depth-- == 0) return false;
    } else if (!operators.contains(c)) {
      return false;
    } else if ((c == '/' || c == '*') && (text[i + 1] == '/' || text[i + 1] == '*')) {
      return false;
    }
  }
  return depth == 0;
}

}  // namespace pagewright::liquid
