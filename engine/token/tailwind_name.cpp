#include "engine/token/tailwind_name.hpp"

#include <array>
#include <set>

#include "engine/token/export_rules.hpp"

namespace pagewright::token {
namespace {

// Tokens of `type` whose name begins with `prefix` go to `name_space` under the rest of it. The longest prefix of a
// type stands first; an empty one takes all.
struct Rule {
  std::string_view type;
  std::string_view prefix;
  std::string_view name_space;
};
constexpr std::array<Rule, 44> rules = {{{"color", "colors", "color"},
                                         {"color", "color", "color"},
                                         {"color", "", "color"},
                                         {"fontFamily", "font-family", "font"},
                                         {"fontFamily", "fonts", "font"},
                                         {"fontFamily", "font", "font"},
                                         {"fontFamily", "", "font"},
                                         {"fontWeight", "font-weight", "font-weight"},
                                         {"fontWeight", "weight", "font-weight"},
                                         {"fontWeight", "", "font-weight"},
                                         {"cubicBezier", "easing", "ease"},
                                         {"cubicBezier", "ease", "ease"},
                                         {"cubicBezier", "", "ease"},
                                         {"shadow", "shadows", "shadow"},
                                         {"shadow", "shadow", "shadow"},
                                         {"shadow", "", "shadow"},
                                         {"typography", "typography", "text"},
                                         {"typography", "text", "text"},
                                         {"typography", "font", "text"},
                                         {"typography", "", "text"},
                                         {"number", "line-height", "leading"},
                                         {"number", "leading", "leading"},
                                         {"number", "aspect-ratio", "aspect"},
                                         {"number", "aspect", "aspect"},
                                         {"dimension", "line-height", "leading"},
                                         {"dimension", "leading", "leading"},
                                         {"dimension", "letter-spacing", "tracking"},
                                         {"dimension", "tracking", "tracking"},
                                         {"dimension", "font-size", "text"},
                                         {"dimension", "text-size", "text"},
                                         {"dimension", "spacing", "spacing"},
                                         {"dimension", "space", "spacing"},
                                         {"dimension", "border-radius", "radius"},
                                         {"dimension", "radius", "radius"},
                                         {"dimension", "rounded", "radius"},
                                         {"dimension", "breakpoints", "breakpoint"},
                                         {"dimension", "breakpoint", "breakpoint"},
                                         {"dimension", "screen", "breakpoint"},
                                         {"dimension", "containers", "container"},
                                         {"dimension", "container", "container"},
                                         {"dimension", "max-width", "container"},
                                         {"dimension", "width", "container"},
                                         {"dimension", "blur", "blur"},
                                         {"dimension", "perspective", "perspective"}}};

TailwindName named(const Token& token) {
  const std::string_view whole = std::string_view(token.custom_property).substr(2);
  for (const Rule& rule : rules) {
    if (rule.type != token.type || !whole.starts_with(rule.prefix)) continue;
    const std::string_view rest = whole.substr(rule.prefix.size());
    const bool is_inset = rule.name_space == "shadow" && token.css_value.starts_with("inset ");
    const std::string_view name_space = is_inset ? "inset-shadow" : rule.name_space;
    if (rule.prefix.empty()) return {name_space, std::string(rest)};
    if (rest.empty()) return {name_space, "default"};
    if (rest.front() == '-') return {name_space, std::string(rest.substr(1))};
  }
  return {"", std::string(whole)};
}

// A typography's parts hang on its size: --text-h1, --text-h1--line-height.
TailwindName part_named(const TailwindName& typography, const Token& typography_token, const Token& part) {
  const std::string_view name = std::string_view(part.path).substr(typography_token.path.size() + 1);
  if (name == "font-size") return typography;
  if (name == "font-family") return {"font", typography.name};
  return {"text", typography.name + "--" + std::string(name)};
}

}  // namespace

std::string TailwindName::custom_property() const {
  std::string property = "--";
  if (!name_space.empty()) property.append(name_space).append("-");
  return property += name;
}

std::vector<TailwindName> tailwind_names(const ResolvedTokens& tokens) {
  std::vector<TailwindName> names;
  std::set<std::string> taken;
  std::size_t typography = 0;
  TailwindName typography_name;
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const Token& token = tokens.tokens[i];
    const bool is_typography = token.type == "typography";
    if (is_typography) {
      typography = i;
      typography_name = named(token);
      if (taken.contains(typography_name.custom_property())) typography_name.name = token.custom_property.substr(2);
      names.emplace_back();
      continue;
    }
    TailwindName name =
        is_part(tokens, i) ? part_named(typography_name, tokens.tokens[typography], token) : named(token);
    // Two groups may end in one namespace; the later token then has its whole name.
    if (!taken.insert(name.custom_property()).second) {
      name.name = token.custom_property.substr(2);
      while (!taken.insert(name.custom_property()).second) name.name += "-" + std::to_string(taken.size());
    }
    names.push_back(std::move(name));
  }
  return names;
}

}  // namespace pagewright::token
