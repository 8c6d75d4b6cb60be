#include "engine/style/declaration.hpp"

#include <algorithm>
#include <array>

#include "engine/base/utf8.hpp"
#include "engine/style/properties.hpp"
#include "engine/token/reference.hpp"

namespace pagewright::style {
namespace {

constexpr std::size_t max_value_bytes = 200;

std::unexpected<Error> refuse(std::string_view property, std::string message) {
  return fail(ErrorCode::invalid_style, "The style " + std::string(property) + " " + std::move(message),
              std::string(property));
}

constexpr bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// Only functions that compute; those that load (url, image-set, src, …) or read (attr, env, var) are not among them.
// Sorted.
constexpr auto functions = std::to_array<std::string_view>({"abs",
                                                            "acos",
                                                            "asin",
                                                            "atan",
                                                            "atan2",
                                                            "blur",
                                                            "brightness",
                                                            "calc",
                                                            "circle",
                                                            "clamp",
                                                            "color",
                                                            "color-mix",
                                                            "conic-gradient",
                                                            "contrast",
                                                            "cos",
                                                            "cubic-bezier",
                                                            "drop-shadow",
                                                            "ellipse",
                                                            "exp",
                                                            "fit-content",
                                                            "grayscale",
                                                            "hsl",
                                                            "hsla",
                                                            "hue-rotate",
                                                            "hwb",
                                                            "hypot",
                                                            "inset",
                                                            "invert",
                                                            "lab",
                                                            "lch",
                                                            "light-dark",
                                                            "linear",
                                                            "linear-gradient",
                                                            "log",
                                                            "matrix",
                                                            "matrix3d",
                                                            "max",
                                                            "min",
                                                            "minmax",
                                                            "mod",
                                                            "oklab",
                                                            "oklch",
                                                            "opacity",
                                                            "perspective",
                                                            "polygon",
                                                            "pow",
                                                            "radial-gradient",
                                                            "rem",
                                                            "repeat",
                                                            "repeating-conic-gradient",
                                                            "repeating-linear-gradient",
                                                            "repeating-radial-gradient",
                                                            "rgb",
                                                            "rgba",
                                                            "rotate",
                                                            "rotate3d",
                                                            "rotatex",
                                                            "rotatey",
                                                            "rotatez",
                                                            "round",
                                                            "saturate",
                                                            "scale",
                                                            "scale3d",
                                                            "scalex",
                                                            "scaley",
                                                            "scalez",
                                                            "sepia",
                                                            "sign",
                                                            "sin",
                                                            "skew",
                                                            "skewx",
                                                            "skewy",
                                                            "sqrt",
                                                            "steps",
                                                            "tan",
                                                            "translate",
                                                            "translate3d",
                                                            "translatex",
                                                            "translatey",
                                                            "translatez"});
static_assert(std::ranges::is_sorted(functions));

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

// What stands before the bracket at `open`: "" in "(1 + 2)".
std::string function_before(std::string_view value, std::size_t open) {
  std::size_t start = open;
  while (start > 0 && is_name_character(value[start - 1])) --start;
  return lower(value.substr(start, open - start));
}

// A sentence's end, or nothing where the value can't leave its declaration and loads nothing.
std::optional<std::string> fault_of_plain(std::string_view value) {
  if (value.empty()) return "must not be empty; leave the style out instead.";
  if (value.size() > max_value_bytes) return "must be at most 200 bytes, is " + std::to_string(value.size()) + ".";
  std::string open;
  char quote = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F ||
        std::string_view(";{}@\\<!").find(c) != std::string_view::npos)
      return "must not hold ; { } @ \\ < ! or control characters.";
    if (quote) {
      if (c == quote) quote = 0;
      continue;
    }
    if (value.substr(i).starts_with("/*")) return "must not hold comments.";
    if (c == '"' || c == '\'') quote = c;
    if (c == '(' || c == '[') open += c;
    if (c == '(') {
      const std::string name = function_before(value, i);
      if (!name.empty() && !std::ranges::binary_search(functions, std::string_view(name)))
        return "must not use " + name + "().";
    }
    if (c != ')' && c != ']') continue;
    if (open.empty() || open.back() != (c == ')' ? '(' : '[')) return "has a bracket that does not match.";
    open.pop_back();
  }
  if (quote || !open.empty()) return "has a quote or bracket that is not closed.";
  return std::nullopt;
}

bool is_allowed_position(std::string_view value) {
  const std::string text = lower(value);
  constexpr std::array<std::string_view, 4> allowed = {"static", "relative", "absolute", "sticky"};
  return std::ranges::find(allowed, std::string_view(text)) != allowed.end();
}

}  // namespace

std::string_view name_of(Breakpoint breakpoint) {
  switch (breakpoint) {
    case Breakpoint::base:
      return "base";
    case Breakpoint::tablet:
      return "tablet";
    case Breakpoint::mobile:
      return "mobile";
  }
  std::unreachable();
}

std::optional<Breakpoint> parse_breakpoint(std::string_view name) {
  for (const Breakpoint breakpoint : breakpoints)
    if (name_of(breakpoint) == name) return breakpoint;
  return std::nullopt;
}

std::string_view media_query(Breakpoint breakpoint) {
  switch (breakpoint) {
    case Breakpoint::base:
      return "";
    case Breakpoint::tablet:
      return "@media (max-width:1023px)";
    case Breakpoint::mobile:
      return "@media (max-width:639px)";
  }
  std::unreachable();
}

Result<void> validate(std::string_view property, std::string_view value) {
  if (!allowed_property(property))
    return refuse(start_of(property, 60),
                  "is not among the CSS properties that a page may set; see docs/formats/style.md.");
  if (token::reference_path(value)) {
    if (property == "position") return refuse(property, "can't be a token.");
    return {};
  }
  if (auto fault = fault_of_plain(value)) return refuse(property, std::move(*fault));
  if (property == "position" && !is_allowed_position(value))
    return refuse(property, "must be static, relative, absolute or sticky.");
  return {};
}

std::optional<std::string> css_value(std::string_view value, const token::TokenSet* tokens) {
  if (const auto path = token::reference_path(value)) {
    if (!tokens) return "var(" + token::custom_property_of(*path) + ")";
    const token::Token* token = tokens->find(*path);
    if (!token) return std::nullopt;
    return "var(" + token->custom_property + ")";
  }
  if (value.find_first_of("{}") != std::string_view::npos) return std::nullopt;
  return std::string(value);
}

}  // namespace pagewright::style
