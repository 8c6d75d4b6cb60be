#include "engine/token/token_set.hpp"

#include "engine/token/token_document.hpp"

namespace pagewright::token {
namespace {

bool is_always_used(std::string_view, const void*) {
  return true;
}

void append_declaration(std::string& out, const Token& token) {
  out.append(token.custom_property).append(":").append(token.css_value).append(";");
}

}  // namespace

std::expected<TokenSet, std::vector<Diagnostic>> TokenSet::parse(const json::Value& source) {
  auto document = read_document(source, Values::dropped);
  if (!document) return std::unexpected(std::move(document.error()));
  TokenSet set;
  set.tokens_ = std::move(document->base.tokens);
  for (std::size_t i = 0; i < set.tokens_.size(); ++i) {
    set.index_.emplace(set.tokens_[i].path, i);
    set.custom_properties_.emplace(set.tokens_[i].custom_property, i);
  }
  for (ResolvedTheme& theme : document->themes)
    set.themes_.emplace(std::move(theme.name), std::move(theme.differing.tokens));
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
