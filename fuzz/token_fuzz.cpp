// A design token document: refused with faults, or its custom properties can't leave the style element they are written
// into, and every export of it can be made. The same bytes as a resolver document make such a document or faults.
#include "engine/token/exports.hpp"
#include "engine/token/resolver_document.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;

void check_exports(const json::Value& source) {
  const auto document = token::read_document(source, token::Values::kept);
  fuzz::expect(document.has_value(), "what is a set can be exported");
  for (const token::Token& token : document->base.tokens)
    fuzz::expect(token.css_value.find_first_of("<;{}\\\n") == std::string::npos, "a value stays in its declaration");
  for (const token::ResolvedTheme& theme : document->themes)
    fuzz::expect(token::under_theme(*document, theme.name).has_value(), "a theme can be exported");
  fuzz::expect(json::parse(token::export_json(*document)).has_value(), "the JSON export is JSON");
  fuzz::expect(json::parse(token::export_nested_json(*document)).has_value(), "the nested export is JSON");
  const std::string css = token::export_css(*document);
  fuzz::expect(css.find("<") == std::string::npos || css.find("/*") != std::string::npos, "markup only in comments");
  (void)token::export_scss(*document);
  (void)token::export_tailwind(*document);
  (void)token::export_tailwind_config(*document);
}

void check_set(const json::Value& source) {
  const auto tokens = token::TokenSet::parse(source);
  if (!tokens) {
    fuzz::expect(!tokens.error().empty(), "a refusal names a fault");
    return;
  }
  for (const std::string_view scheme : {"auto", "light", "dark"})
    fuzz::expect(tokens->css(scheme).find('<') == std::string::npos, "no markup in a style sheet");
  check_exports(source);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto source = json::parse(fuzz::text_of(bytes, size));
  if (!source) return 0;
  check_set(*source);
  token::Files files;
  if (const json::Value* base = json::find(*source, "$defs")) files.emplace("a.json", *base);
  const auto resolver = token::ResolverDocument::parse(*source, files);
  if (!resolver) {
    fuzz::expect(!resolver.error().empty(), "a refusal names a fault");
    return 0;
  }
  const json::Value* given = json::find(*source, "inputs");
  const json::Object inputs = given && given->is_object() ? given->get_object() : json::Object();
  if (const auto document = token::document_with_themes(*resolver, inputs, "")) check_set(*document);
  return 0;
}
