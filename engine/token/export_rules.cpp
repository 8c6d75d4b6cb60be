#include "engine/token/export_rules.hpp"

#include <algorithm>
#include <map>

#include "engine/token/exports.hpp"

namespace pagewright::token {

std::string comment_of(const Token& token) {
  std::string text;
  if (token.deprecated) text = token.deprecated->empty() ? "deprecated" : "deprecated: " + *token.deprecated;
  if (!token.description.empty()) text += (text.empty() ? "" : ". ") + token.description;
  std::string out;
  for (const char c : text) {
    const bool ends_comment = c == '/' && out.ends_with('*');
    if (ends_comment) out += ' ';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out;
}

std::string quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || c == '"' || c == '\\' || c == '#' || c == '<')
      out.append("\\").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]).append(" ");
    else
      out += c;
  }
  return out += '"';
}

bool is_part(const ResolvedTokens& tokens, std::size_t index) {
  return tokens.values[index].is_null();
}

void append_declarations(std::string& out, const ResolvedTokens& tokens, std::string_view indent,
                         const std::function<std::string(const Token&)>& name_of) {
  for (const Token& token : tokens.tokens) {
    const std::string name = name_of(token);
    if (name.empty()) continue;
    out.append(indent).append(name).append(": ").append(token.css_value).append(";");
    if (const std::string comment = comment_of(token); !comment.empty())
      out.append(" /* ").append(comment).append(" */");
    out += '\n';
  }
}

void append_themes(std::string& out, const TokenDocument& document,
                   const std::function<std::string(const Token&)>& name_of) {
  for (const ResolvedTheme& theme : document.themes) {
    if (theme.name == "dark") {
      out += "\n@media (prefers-color-scheme: dark) {\n  :root:not([data-theme]) {\n";
      append_declarations(out, theme.differing, "    ", name_of);
      out += "  }\n}\n";
    }
    out.append("\n:root[data-theme=").append(quoted(theme.name)).append("] {\n");
    append_declarations(out, theme.differing, "  ", name_of);
    out += "}\n";
  }
}

std::optional<TokenDocument> under_theme(const TokenDocument& document, std::string_view theme) {
  const auto found = std::ranges::find(document.themes, theme, &ResolvedTheme::name);
  if (found == document.themes.end()) return std::nullopt;
  TokenDocument themed{document.base, {}};
  std::map<std::string_view, std::size_t> index;
  for (std::size_t i = 0; i < document.base.tokens.size(); ++i) index.emplace(document.base.tokens[i].path, i);
  for (std::size_t i = 0; i < found->differing.tokens.size(); ++i) {
    const std::size_t at = index.find(found->differing.tokens[i].path)->second;
    themed.base.tokens[at] = found->differing.tokens[i];
    themed.base.values[at] = found->differing.values[i];
  }
  return themed;
}

std::string export_css(const TokenDocument& document) {
  const auto name_of = [](const Token& token) { return token.custom_property; };
  std::string out = ":root {\n";
  append_declarations(out, document.base, "  ", name_of);
  out += "}\n";
  append_themes(out, document, name_of);
  return out;
}

}  // namespace pagewright::token
