#include "engine/token/token_set.hpp"

#include <algorithm>

#include "engine/token/css_text.hpp"
#include "engine/token/reference.hpp"
#include "engine/token/resolver.hpp"

namespace pagewright::token {
namespace {

constexpr std::string_view themes_key = "org.pagewright.themes";
constexpr std::size_t max_themes = 20;

// The tokens of one document with their CSS, a typography's parts after it.
std::vector<Token> read_css_tokens(const json::Value& source, Faults& faults) {
  const std::vector<RawToken> raw = read_tokens(source, faults);
  Resolver resolver(raw, faults);
  std::vector<Token> tokens;
  tokens.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const ResolvedToken* resolved = resolver.resolve(i);
    if (!resolved) continue;
    CssText css = css_text(resolved->type, resolved->value);
    if (!css) {
      report(faults, raw[i].path, css.error());
      continue;
    }
    tokens.push_back(
        {raw[i].path, resolved->type, std::move(*css), custom_property_of(raw[i].path), raw[i].description});
    if (resolved->type != "typography") continue;
    for (TypographyPart& part : typography_parts(resolved->value)) {
      const std::string path = raw[i].path + "." + std::string(part.name);
      tokens.push_back(
          {path, std::string(part.type), std::move(part.css), custom_property_of(path), raw[i].description});
    }
  }
  return tokens;
}

// The theme's tokens that differ: those it overrides, and those that refer to them.
std::vector<Token> read_theme(const json::Value& source, std::string_view name, const json::Value& overrides,
                              const std::vector<Token>& base, Faults& faults) {
  const std::string theme = "theme " + std::string(name);
  Faults theme_faults;
  std::vector<Token> differing;
  if (!overrides.is_object()) {
    report(faults, theme, "must be an object");
    return differing;
  }
  for (const RawToken& token : read_tokens(overrides, theme_faults))
    if (std::ranges::find(base, token.path, &Token::path) == base.end())
      report(theme_faults, token.path, "is overridden, but is no token of the set");
  if (theme_faults.empty()) {
    json::Value merged = source;
    merge_overrides(merged.get_object(), overrides.get_object());
    std::vector<Token> tokens = read_css_tokens(merged, theme_faults);
    auto original = base.begin();
    for (Token& token : tokens) {
      const auto found =
          std::find_if(original, base.end(), [&](const Token& other) { return other.path == token.path; });
      if (found == base.end()) continue;  // a typography part that the set itself lacks
      original = found;
      if (original->css_value != token.css_value) differing.push_back(std::move(token));
    }
  }
  for (const Diagnostic& fault : theme_faults) report(faults, theme, fault.message);
  return differing;
}

bool is_always_used(std::string_view, const void*) {
  return true;
}

void append_declaration(std::string& out, const Token& token) {
  out.append(token.custom_property).append(":").append(token.css_value).append(";");
}

}  // namespace

std::expected<TokenSet, std::vector<Diagnostic>> TokenSet::parse(const json::Value& source) {
  Faults faults;
  const json::Value document = with_extensions(source, faults);
  TokenSet set;
  set.tokens_ = read_css_tokens(document, faults);
  for (std::size_t i = 0; i < set.tokens_.size(); ++i) {
    const Token& token = set.tokens_[i];
    set.index_.emplace(token.path, i);
    const auto [found, is_new] = set.custom_properties_.emplace(token.custom_property, i);
    if (!is_new)
      report(faults, token.path,
             "becomes " + token.custom_property + ", as does " + set.tokens_[found->second].path + "; rename one");
  }
  const json::Value* extensions = json::find(document, "$extensions");
  const json::Value* themes = extensions ? json::find(*extensions, themes_key) : nullptr;
  if (themes && !themes->is_object())
    report(faults, themes_key, "must be an object from a theme's name to its overrides");
  else if (themes && themes->get_object().size() > max_themes)
    report(faults, themes_key, "there are more than 20 themes");
  else if (themes && faults.empty())
    for (const auto& member : themes->get_object()) {
      const std::string_view name = json::view(member.key());
      set.themes_.emplace(name, read_theme(document, name, member.value(), set.tokens_, faults));
    }
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return set;
}

const Token* TokenSet::find(std::string_view path) const {
  const auto found = index_.find(path);
  return found == index_.end() ? nullptr : &tokens_[found->second];
}

const Token* TokenSet::find_custom_property(std::string_view name) const {
  const auto found = custom_properties_.find(name);
  return found == custom_properties_.end() ? nullptr : &tokens_[found->second];
}

const std::vector<Token>& TokenSet::tokens() const {
  return tokens_;
}

const std::map<std::string, std::vector<Token>, std::less<>>& TokenSet::themes() const {
  return themes_;
}

std::string TokenSet::css(std::string_view color_scheme, bool (*is_used)(std::string_view name, const void* context),
                          const void* context) const {
  const auto found = themes_.find(std::string_view("dark"));
  const std::vector<Token>* dark = found == themes_.end() || color_scheme == "light" ? nullptr : &found->second;
  const bool is_fixed_dark = color_scheme == "dark";
  std::string out;
  out.reserve(32 * tokens_.size());
  out += ":root{color-scheme:";
  out += is_fixed_dark ? "dark;" : dark ? "light dark;" : "light;";
  // A theme's tokens stand in the order of the set, so one pass pairs them.
  std::size_t next = 0;
  std::string overrides;
  for (const Token& token : tokens_) {
    const Token* other = dark && next < dark->size() && (*dark)[next].path == token.path ? &(*dark)[next++] : nullptr;
    if (!is_used(token.custom_property, context)) continue;
    append_declaration(out, other && is_fixed_dark ? *other : token);
    if (other && !is_fixed_dark) append_declaration(overrides, *other);
  }
  out += '}';
  if (!overrides.empty()) out.append("@media (prefers-color-scheme:dark){:root{").append(overrides).append("}}");
  return out;
}

std::string TokenSet::css(std::string_view color_scheme) const {
  return css(color_scheme, is_always_used, nullptr);
}

}  // namespace pagewright::token
