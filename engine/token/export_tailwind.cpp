#include <array>
#include <map>

#include "engine/token/export_rules.hpp"
#include "engine/token/exports.hpp"
#include "engine/token/tailwind_name.hpp"

namespace pagewright::token {
namespace {

// Tailwind 4's namespaces as sections of a Tailwind 3 theme.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> sections = {
    {{"color", "colors"},
     {"spacing", "spacing"},
     {"font", "fontFamily"},
     {"text", "fontSize"},
     {"font-weight", "fontWeight"},
     {"leading", "lineHeight"},
     {"tracking", "letterSpacing"},
     {"radius", "borderRadius"},
     {"shadow", "boxShadow"},
     {"inset-shadow", "boxShadow"},
     {"blur", "blur"},
     {"container", "maxWidth"},
     {"breakpoint", "screens"},
     {"ease", "transitionTimingFunction"}}};

std::string_view section_of(const TailwindName& name, const Token& token) {
  for (const auto& [name_space, section] : sections)
    if (name_space == name.name_space) return section;
  if (name.name_space == "aspect") return "aspectRatio";
  if (token.type == "gradient") return "backgroundImage";
  return token.type == "duration" ? "transitionDuration" : "";
}

// "line-height" → "lineHeight"
std::string camel_case(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_start = text[i] == '-' && i + 1 < text.size() && text[i + 1] >= 'a' && text[i + 1] <= 'z';
    out += is_start ? static_cast<char>(text[++i] - 32) : text[i];
  }
  return out;
}

// A size with what hangs on it: ["2rem", {"lineHeight": "1.2"}].
void add_font_size(json::Object& section, const TailwindName& name, const std::string& css) {
  const auto dashes = name.name.find("--");
  json::Value& entry = section[name.name.substr(0, dashes)];
  if (!entry.is_array()) entry = json::Array{json::Value("1em"), json::Object()};
  if (dashes == std::string::npos)
    entry.get_array()[0] = css;
  else
    entry.get_array()[1].get_object()[camel_case(std::string_view(name.name).substr(dashes + 2))] = css;
}

}  // namespace

std::string export_tailwind(const TokenDocument& document) {
  const std::vector<TailwindName> names = tailwind_names(document.base);
  std::map<std::string_view, std::string> properties;
  for (std::size_t i = 0; i < names.size(); ++i)
    properties.emplace(document.base.tokens[i].path, names[i].name.empty() ? "" : names[i].custom_property());
  const auto name_of = [&properties](const Token& token) { return properties.at(token.path); };
  std::string out = "@theme {\n";
  append_declarations(out, document.base, "  ", name_of);
  out += "}\n";
  append_themes(out, document, name_of);
  return out;
}

std::string export_tailwind_config(const TokenDocument& document) {
  const std::vector<TailwindName> names = tailwind_names(document.base);
  json::Object extend;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Token& token = document.base.tokens[i];
    const std::string_view section = names[i].name.empty() ? std::string_view() : section_of(names[i], token);
    if (section.empty()) continue;
    json::Value& place = extend[section];
    if (!place.is_object()) place = json::Object();
    if (section == "fontSize")
      add_font_size(place.get_object(), names[i], token.css_value);
    else
      place.get_object()[names[i].name] = token.css_value;
  }
  std::string out = "/** @type {import('tailwindcss').Config} */\nexport default {\n  theme: {\n    extend: {";
  for (const auto& section : extend) {
    out += "\n      ";
    json::append_quoted(out, json::view(section.key()));
    out += ": {";
    for (const auto& entry : section.value().get_object()) {
      out += "\n        ";
      json::append_quoted(out, json::view(entry.key()));
      out += ": ";
      json::append_serialized(out, entry.value());
      out += ",";
    }
    out += "\n      },";
  }
  return out += "\n    },\n  },\n};\n";
}

}  // namespace pagewright::token
