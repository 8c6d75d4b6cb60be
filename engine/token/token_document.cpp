#include "engine/token/token_document.hpp"

#include <algorithm>
#include <map>

#include "engine/token/alias_resolver.hpp"
#include "engine/token/css_text.hpp"
#include "engine/token/group_extension.hpp"
#include "engine/token/reference.hpp"

namespace pagewright::token {
namespace {

constexpr std::string_view themes_key = "org.pagewright.themes";

class DocumentReader {
 public:
  DocumentReader(const json::Value& source, Values values) : source_(source), values_(values) {}

  std::expected<TokenDocument, Faults> read() {
    extended_ = with_extensions(source_, faults_);
    document_.base = resolved(extended_, faults_);
    check_custom_properties();
    const json::Value* extensions = json::find(extended_, "$extensions");
    const json::Value* themes = extensions ? json::find(*extensions, themes_key) : nullptr;
    if (themes && !themes->is_object())
      report(faults_, themes_key, "must be an object from a theme's name to its overrides; found " + found(*themes));
    else if (themes && themes->get_object().size() > max_themes)
      report(faults_, themes_key, "there are more than " + std::to_string(max_themes) + " themes");
    else if (themes && faults_.empty())
      for (const auto& theme : themes->get_object()) read_theme(json::view(theme.key()), theme.value());
    if (!faults_.empty()) return std::unexpected(std::move(faults_));
    return std::move(document_);
  }

 private:
  ResolvedTokens resolved(const json::Value& document, Faults& faults) const {
    const std::vector<RawToken> raw = read_tokens(document, faults);
    AliasResolver resolver(document, raw, faults);
    ResolvedTokens out;
    out.tokens.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
      const ResolvedToken* token = resolver.resolve(i);
      if (!token) continue;
      CssText css = css_text(token->type, token->value);
      if (css)
        add(out, raw[i], *token, std::move(*css));
      else
        report(faults, raw[i].path, css.error());
    }
    return out;
  }

  void add(ResolvedTokens& out, const RawToken& raw, const ResolvedToken& token, std::string css) const {
    out.tokens.push_back(
        {raw.path, token.type, std::move(css), custom_property_of(raw.path), raw.description, raw.deprecated});
    if (values_ == Values::kept) out.values.push_back(token.value);
    if (token.type != "typography") return;
    for (TypographyPart& part : typography_parts(token.value)) {
      const std::string path = raw.path + "." + std::string(part.name);
      out.tokens.push_back({path, std::string(part.type), std::move(part.css), custom_property_of(path),
                            raw.description, raw.deprecated});
      if (values_ == Values::kept) out.values.emplace_back(nullptr);
    }
  }

  void check_custom_properties() {
    std::map<std::string_view, std::size_t> properties;
    const std::vector<Token>& tokens = document_.base.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      index_.emplace(tokens[i].path, i);
      const auto [found, is_new] = properties.emplace(tokens[i].custom_property, i);
      if (!is_new)
        report(faults_, tokens[i].path,
               "becomes " + tokens[i].custom_property + ", as does " + tokens[found->second].path + "; rename one");
    }
  }

  // A theme's tokens stand in the order of the set.
  void read_theme(std::string_view name, const json::Value& overrides) {
    const std::string theme = "theme " + std::string(name);
    if (!overrides.is_object()) return report(faults_, theme, "must be an object; found " + found(overrides));
    Faults faults;
    for (const RawToken& token : read_tokens(overrides, faults))
      if (!index_.contains(token.path)) report(faults, token.path, "is overridden, but is no token of the set");
    ResolvedTheme read{std::string(name), {}};
    if (faults.empty()) {
      json::Value themed = source_;
      merge_overrides(themed.get_object(), overrides.get_object(), &extended_.get_object());
      add_differing(resolved(with_extensions(themed, faults), faults), read.differing);
    }
    for (const Diagnostic& fault : faults) report(faults_, theme, fault.message);
    document_.themes.push_back(std::move(read));
  }

  void add_differing(ResolvedTokens all, ResolvedTokens& differing) const {
    std::size_t least = 0;
    for (std::size_t i = 0; i < all.tokens.size(); ++i) {
      const auto at = index_.find(all.tokens[i].path);
      if (at == index_.end() || at->second < least) continue;  // a typography part that the set itself lacks
      const bool is_same =
          all.tokens[i].css_value == document_.base.tokens[at->second].css_value &&
          (values_ == Values::dropped || json::equal(all.values[i], document_.base.values[at->second]));
      if (is_same) continue;
      least = at->second + 1;
      differing.tokens.push_back(std::move(all.tokens[i]));
      if (values_ == Values::kept) differing.values.push_back(std::move(all.values[i]));
    }
  }

  const json::Value& source_;
  const Values values_;
  json::Value extended_;
  TokenDocument document_;
  std::map<std::string_view, std::size_t, std::less<>> index_;  // of document_.base.tokens
  Faults faults_;
};

}  // namespace

std::expected<TokenDocument, std::vector<Diagnostic>> read_document(const json::Value& source, Values values) {
  return DocumentReader(source, values).read();
}

}  // namespace pagewright::token
