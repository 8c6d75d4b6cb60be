// Any bytes: they are refused, or what is made of them is clean: cleaning it again changes nothing, and an XML parser
// finds nothing in it that is known to run, load or link.
#include <libxml/parser.h>

#include <array>

#include "fuzz/input.hpp"
#include "server/svg/svg_cleaner.hpp"

namespace {

using pagewright::fuzz::expect;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view namespace_of(const xmlNs* ns) {
  return ns == nullptr ? std::string_view() : view(ns->href);
}

// Entities are not looked up: a clean file has none, and their references would be nodes of their own.
void expect_harmless(const xmlAttr* attribute, std::string_view element) {
  const std::string_view name = view(attribute->name);
  const std::string_view value =
      attribute->children == nullptr ? std::string_view() : view(attribute->children->content);
  const bool is_only_text = attribute->children == nullptr ||
                            (attribute->children->type == XML_TEXT_NODE && attribute->children->next == nullptr);
  expect(is_only_text, "an attribute's value is a text");
  if (attribute->ns != nullptr) {
    expect(namespace_of(attribute->ns) == "http://www.w3.org/XML/1998/namespace",
           "no attribute is of a foreign namespace");
    expect(name == "lang" || name == "space", "nothing changes what addresses are relative to");
    return;
  }
  expect(!name.starts_with("on") && !name.starts_with("ON"), "it has no handlers");
  expect(!name.contains(':'), "a prefix stands for a namespace");
  expect(name != "src" && name != "action" && name != "formaction", "nothing in it loads or links");
  if (name == "href")
    expect(value.starts_with('#') || (element == "image" && value.starts_with("data:image/")),
           "it refers to nothing elsewhere");
}

void expect_harmless(const xmlNode* parent) {
  constexpr auto forbidden =
      std::to_array<std::string_view>({"script", "foreignObject", "iframe", "a", "handler", "listener"});
  for (const xmlNode* node = parent; node != nullptr; node = node->next) {
    expect(node->type == XML_ELEMENT_NODE || node->type == XML_TEXT_NODE, "it is elements and texts");
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string_view name = view(node->name);
    expect(namespace_of(node->ns) == "http://www.w3.org/2000/svg", "every element is of SVG");
    for (const std::string_view word : forbidden) expect(name != word, "nothing in it runs, loads or links");
    for (const xmlAttr* attribute = node->properties; attribute != nullptr; attribute = attribute->next)
      expect_harmless(attribute, name);
    expect_harmless(node->children);
  }
}

void expect_harmless(std::string_view svg) {
  xmlParserCtxt* parser = xmlNewParserCtxt();
  xmlDoc* document = xmlCtxtReadMemory(parser, svg.data(), static_cast<int>(svg.size()), nullptr, nullptr,
                                       XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  expect(document != nullptr && parser->nsWellFormed == 1, "it is well formed, namespaces included");
  expect_harmless(document->children);
  xmlFreeDoc(document);
  xmlFreeParserCtxt(parser);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pagewright;
  const auto clean = svg::clean_svg(fuzz::text_of(bytes, size));
  if (!clean) return 0;
  const std::string_view text = clean->text;
  expect(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "it is an SVG");
  expect_harmless(text);
  const auto again = svg::clean_svg(text);
  expect(again.has_value(), "what was made can be read");
  expect(again->text == text, "what is clean stays as it is");
  return 0;
}
