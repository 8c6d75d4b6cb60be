#include "engine/render/style_sheet.hpp"

#include <algorithm>

#include "engine/base/hash.hpp"

namespace pagewright::render {
namespace {

constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
constexpr bool stands_alone(char c) {
  return c == '{' || c == '}' || c == ';' || c == ',';
}
constexpr bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The end of the string that starts at `start`, behind its closing quote.
std::size_t end_of_string(std::string_view css, std::size_t start) {
  std::size_t i = start + 1;
  while (i < css.size() && css[i] != css[start]) i += css[i] == '\\' ? 2 : 1;
  return std::min(i + 1, css.size());
}

}  // namespace

void append_layer(std::string& out, std::string_view layer, std::string_view css) {
  if (css.empty()) return;
  out.append("@layer ").append(layer).append("{").append(css).append("}");
}

std::string compact_css(std::string_view css) {
  std::string out;
  out.reserve(css.size());
  bool space = false;
  for (std::size_t i = 0; i < css.size();) {
    if (css.substr(i).starts_with("/*")) {
      const auto end = css.find("*/", i + 2);
      i = end == std::string_view::npos ? css.size() : end + 2;
      space = true;
    } else if (is_space(css[i])) {
      space = true;
      ++i;
    } else {
      const bool needless = out.empty() || stands_alone(css[i]) || stands_alone(out.back()) || out.back() == ':';
      if (space && !needless) out += ' ';
      space = false;
      if (css[i] == '}' && !out.empty() && out.back() == ';') out.pop_back();
      const bool quoted = css[i] == '"' || css[i] == '\'';
      const std::size_t end = quoted ? end_of_string(css, i) : i + 1;
      out.append(css.substr(i, end - i));
      i = end;
    }
  }
  return out;
}

std::vector<std::string> custom_properties_in(std::string_view css) {
  std::vector<std::string> names;
  for (auto at = css.find("var("); at != std::string_view::npos; at = css.find("var(", at + 4)) {
    std::size_t start = at + 4;
    while (start < css.size() && is_space(css[start])) ++start;
    std::size_t end = start;
    while (end < css.size() && is_name_character(css[end])) ++end;
    names.emplace_back(css.substr(start, end - start));
  }
  std::ranges::sort(names);
  const auto repeated = std::ranges::unique(names);
  names.erase(repeated.begin(), repeated.end());
  return names;
}

std::uint64_t hash_of(const document::Styles& styles) {
  if (styles.empty()) return 0;
  std::uint64_t hash = 1;
  for (const document::Declaration& declaration : styles.declarations()) {
    hash = pagewright::hash_of(declaration.property, hash + static_cast<std::uint64_t>(declaration.breakpoint));
    hash = pagewright::hash_of(declaration.value, hash);
  }
  return hash | 1;
}

void append_style_class(std::string& out, std::uint64_t hash) {
  out += "s-";
  append_hash_name(out, hash);
}

void append_style_rules(std::string& out, const document::Styles& styles, std::uint64_t hash,
                        const token::TokenSet& tokens) {
  for (const style::Breakpoint breakpoint : style::breakpoints) {
    std::string body;
    for (const document::Declaration& declaration : styles.declarations()) {
      if (declaration.breakpoint != breakpoint) continue;
      const auto value = style::css_value(declaration.value, &tokens);
      if (!value) continue;
      if (!body.empty()) body += ';';
      body.append(declaration.property).append(":").append(*value);
    }
    if (body.empty()) continue;
    const std::string_view query = style::media_query(breakpoint);
    if (!query.empty()) out.append(query).append("{");
    out += '.';
    append_style_class(out, hash);
    out.append("{").append(body).append("}");
    if (!query.empty()) out += '}';
  }
}

}  // namespace pagewright::render
