#include <map>
#include <set>

#include "engine/token/export_rules.hpp"
#include "engine/token/exports.hpp"

namespace pagewright::token {
namespace {

// "$color-ink" of each token by its path. Sass holds "-" and "_" for the same, and wants no digit at the start.
std::map<std::string_view, std::string> variables_of(const ResolvedTokens& tokens) {
  std::map<std::string_view, std::string> variables;
  std::set<std::string> taken;
  for (const Token& token : tokens.tokens) {
    std::string name = token.custom_property.substr(2);
    if (name.empty() || (name.front() >= '0' && name.front() <= '9') || name.front() == '-') name.insert(0, "t-");
    const auto is_free = [&taken](std::string wanted) {
      for (char& c : wanted)
        if (c == '_') c = '-';
      return taken.insert(std::move(wanted)).second;
    };
    for (const std::string plain = name; !is_free(name);) name = plain + "-" + std::to_string(taken.size());
    variables.emplace(token.path, "$" + name);
  }
  return variables;
}

// A slash between sizes would divide them once the value stands in a variable.
std::string value_of(const Token& token) {
  if (token.type == "typography") return "#{" + quoted(token.css_value) + "}";
  return token.css_value;
}

}  // namespace

std::string export_scss(const TokenDocument& document) {
  const auto variables = variables_of(document.base);
  std::string out;
  for (const Token& token : document.base.tokens) {
    out.append(variables.at(token.path)).append(": ").append(value_of(token)).append(";");
    if (const std::string comment = comment_of(token); !comment.empty()) out.append(" // ").append(comment);
    out += '\n';
  }
  out += "\n$tokens: (\n";
  for (const Token& token : document.base.tokens)
    out.append("  ").append(quoted(token.path)).append(": ").append(variables.at(token.path)).append(",\n");
  out += ");\n\n$themes: (\n";
  for (const ResolvedTheme& theme : document.themes) {
    out.append("  ").append(quoted(theme.name)).append(": (\n");
    for (const Token& token : theme.differing.tokens)
      out.append("    ").append(quoted(token.path)).append(": (").append(value_of(token)).append("),\n");
    out += "  ),\n";
  }
  return out += ");\n";
}

}  // namespace pagewright::token
