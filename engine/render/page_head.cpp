#include "engine/render/page_head.hpp"

#include "engine/base/html.hpp"
#include "engine/render/style_sheet.hpp"

namespace pagewright::render {
namespace {

void append_meta(std::string& out, std::string_view attribute, std::string_view name, std::string_view content) {
  if (content.empty()) return;
  out.append("<meta ").append(attribute).append("=\"").append(name).append("\" content=\"");
  html::append_escaped(out, content);
  out += "\">";
}

// Networks take whole addresses only: what begins at the root of a site stands behind that of the page's own address.
std::string whole_address(std::string_view address, std::string_view of_page) {
  if (!address.starts_with('/') || address.starts_with("//")) return std::string(address);
  const auto scheme = of_page.find("://");
  if (scheme == std::string_view::npos || !html::is_safe_url(of_page)) return std::string(address);
  const auto path = of_page.find('/', scheme + 3);
  return std::string(of_page.substr(0, path)).append(address);
}

void append_metadata(const document::Document& document, const PageContext& context, std::string& out) {
  const auto setting = [&](std::string_view key, std::string_view otherwise) {
    const std::string_view text = page_setting(document, key);
    return text.empty() ? otherwise : text;
  };
  const std::string_view title = setting("title", context.name);
  const std::string_view description = setting("description", context.description);
  std::string_view url = setting("canonical", context.canonical_url);
  if (!html::is_safe_url(url)) url = {};
  std::string_view image = setting("social_image", {});
  if (!html::is_safe_url(image)) image = {};
  out += "<title>";
  html::append_escaped(out, title);
  out += "</title>";
  append_meta(out, "name", "description", description);
  append_meta(out, "name", "robots", setting("robots", {}));
  if (!url.empty()) {
    out += "<link rel=\"canonical\" href=\"";
    html::append_escaped(out, url);
    out += "\">";
  }
  append_meta(out, "property", "og:type", "website");
  append_meta(out, "property", "og:title", title);
  append_meta(out, "property", "og:description", description);
  append_meta(out, "property", "og:url", url);
  append_meta(out, "property", "og:image", whole_address(image, context.canonical_url));
  if (!image.empty()) append_meta(out, "name", "twitter:card", "summary_large_image");
  append_meta(out, "property", "og:site_name", context.site_name);
}

// Which tokens a page uses, by their indexes.
struct UsedTokens {
  const token::TokenSet& tokens;
  std::vector<bool> used;

  void add(const std::vector<std::size_t>& indexes) {
    for (const std::size_t index : indexes) used[index] = true;
  }
  static bool contains(std::string_view name, const void* context) {
    const auto& self = *static_cast<const UsedTokens*>(context);
    const token::Token* token = self.tokens.find_custom_property(name);
    return token && self.used[static_cast<std::size_t>(token - self.tokens.tokens().data())];
  }
};

// The base sheet, the sheets of used components and the rules of used styles.
void append_rules(const Library& library, const NodeRenderer& rendered, UsedTokens& tokens, std::string& out) {
  out += layer_order;
  append_layer(out, "base", library.base_css());
  tokens.add(library.base_tokens());
  out += "@layer components{";
  for (const Library::Component* component : library.components()) {
    if (!rendered.used_components()[component->index]) continue;
    out += component->css;
    tokens.add(component->tokens);
  }
  out += "}";
  if (rendered.styles().empty()) return;
  std::string rules;
  for (const auto& [hash, styles] : rendered.styles()) append_style_rules(rules, *styles, hash, library.tokens());
  tokens.add(library.tokens_in(rules));
  append_layer(out, "nodes", rules);
}

}  // namespace

std::string_view page_setting(const document::Document& document, std::string_view key) {
  const json::Value* value = document.layout().find(key);
  return value && value->is_string() ? json::view(value->get_string()) : std::string_view();
}

std::string_view color_scheme_of(const document::Document& document) {
  const std::string_view scheme = page_setting(document, "color_scheme");
  return scheme.empty() ? "auto" : scheme;
}

std::string_view language_of(const document::Document& document) {
  const std::string_view language = page_setting(document, "language");
  return language.empty() ? "en" : language;
}

void append_head(const Library& library, const document::Document& document, const PageContext& context, Mode mode,
                 const NodeRenderer& rendered, std::string& out) {
  out += "<!doctype html><html lang=\"";
  html::append_escaped(out, language_of(document));
  out +=
      "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">"
      // Without an icon of the site's own: browsers would ask for /favicon.ico on every visit.
      "<link rel=\"icon\" href=\"data:,\">";
  append_metadata(document, context, out);
  UsedTokens tokens{library.tokens(), std::vector<bool>(library.tokens().tokens().size())};
  std::string rules;
  append_rules(library, rendered, tokens, rules);
  if (mode == Mode::canvas) {
    // All tokens, in a sheet of their own: a later edit may use any of them, or change the color scheme.
    out.append("<style data-sheet=\"tokens\">").append(library.tokens().css(color_scheme_of(document)));
    out.append("</style><style data-sheet=\"rules\">").append(rules);
  } else {
    out.append("<style>")
        .append(library.tokens().css(color_scheme_of(document), UsedTokens::contains, &tokens))
        .append(rules);
  }
  out += "</style></head>";
}

}  // namespace pagewright::render
