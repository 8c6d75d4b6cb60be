#include "engine/token/export_rules.hpp"
#include "engine/token/exports.hpp"

namespace pagewright::token {
namespace {

void append_tokens(std::string& out, const ResolvedTokens& tokens, std::string_view indent) {
  out += '{';
  bool is_first = true;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    if (is_part(tokens, i)) continue;
    const Token& token = tokens.tokens[i];
    json::Object entry{{"type", token.type},
                       {"value", tokens.values[i]},
                       {"css", token.css_value},
                       {"customProperty", token.custom_property}};
    if (!token.description.empty()) entry["description"] = token.description;
    if (token.deprecated) {
      if (token.deprecated->empty())
        entry["deprecated"] = true;
      else
        entry["deprecated"] = *token.deprecated;
    }
    out.append(is_first ? "\n" : ",\n").append(indent).append("  ");
    json::append_quoted(out, token.path);
    out += ": ";
    json::append_serialized(out, entry);
    is_first = false;
  }
  if (!is_first) out.append("\n").append(indent);
  out += '}';
}

json::Object& group_at(json::Object& root, std::string_view path) {
  json::Object* group = &root;
  for (auto dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    json::Value& next = (*group)[path.substr(0, dot)];
    if (!next.is_object()) next = json::Object();
    group = &next.get_object();
    path.remove_prefix(dot + 1);
  }
  return *group;
}

}  // namespace

std::string export_json(const TokenDocument& document) {
  std::string out = "{\n  \"tokens\": ";
  append_tokens(out, document.base, "  ");
  out += ",\n  \"themes\": {";
  bool is_first = true;
  for (const ResolvedTheme& theme : document.themes) {
    out.append(is_first ? "\n    " : ",\n    ");
    json::append_quoted(out, theme.name);
    out += ": ";
    append_tokens(out, theme.differing, "    ");
    is_first = false;
  }
  return out.append(is_first ? "}\n}\n" : "\n  }\n}\n");
}

std::string export_nested_json(const TokenDocument& document) {
  json::Object root;
  for (std::size_t i = 0; i < document.base.tokens.size(); ++i) {
    const Token& token = document.base.tokens[i];
    if (is_part(document.base, i)) continue;
    const auto dot = token.path.rfind('.');
    group_at(root, token.path)[dot == std::string::npos ? token.path : token.path.substr(dot + 1)] = token.css_value;
  }
  return json::serialize(root) + "\n";
}

}  // namespace pagewright::token
