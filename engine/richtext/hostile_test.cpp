// Hostile texts, links and attributes, read back by an HTML parser made by others.
#include <gtest/gtest.h>

#include "engine/base/checking/hostile_values.hpp"
#include "engine/base/checking/page_shape.hpp"
#include "engine/richtext/rich_text.hpp"

namespace pagewright::richtext {
namespace {

using checking::Choices;
using checking::page_shape;

json::Value text_node(const std::string& text, json::Array marks = {}) {
  return json::Object{{"type", "text"}, {"text", "a" + text}, {"marks", std::move(marks)}};
}

json::Value block(std::string_view type, json::Value content) {
  return json::Object{
      {"type", type}, {"content", json::Array{std::move(content)}}, {"attrs", json::Object{{"level", 2}}}};
}

json::Value document_of(const std::string& text, const std::string& href) {
  const json::Value link =
      json::Object{{"type", "link"}, {"attrs", json::Object{{"href", href}, {"target", "_blank"}}}};
  const json::Value bold = json::Object{{"type", "bold"}, {"attrs", json::Object{{"onclick", text}, {"style", text}}}};
  const json::Value unknown = json::Object{{"type", text}, {"attrs", json::Object{{text, text}}}};
  json::Array blocks{block("paragraph", text_node(text, {bold, link})),
                     block("heading", text_node(text, {unknown})),
                     block("codeBlock", text_node(text, {link})),
                     block("blockquote", block("paragraph", text_node(text))),
                     block("bulletList", block("listItem", block("paragraph", text_node(text)))),
                     block(text, text_node(text))};
  return json::Object{{"type", "doc"}, {"content", std::move(blocks)}};
}

// RICHTEXT-1, RICHTEXT-2
TEST(HostileRichText, TextsAddNothingToAPage) {
  Choices choices = Choices::of_seed(11, 40'000);
  std::string calm;
  append_html(document_of("b", "/x"), calm);
  const auto wanted = page_shape(calm);
  EXPECT_TRUE(wanted.dangers.empty());
  while (!choices.is_used_up()) {
    const std::string text = checking::hostile_value(choices);
    std::string html;
    append_html(document_of(text, "/x"), html);
    ASSERT_EQ(page_shape(html).tree, wanted.tree) << text;
    html.clear();
    append_html(json::Value("a" + text), html);
    ASSERT_TRUE(page_shape(html).dangers.empty()) << text;
  }
}

// RICHTEXT-3
TEST(HostileRichText, LinksLeadToSafePlacesAndKeepTheOpenerAway) {
  Choices choices = Choices::of_seed(12, 40'000);
  while (!choices.is_used_up()) {
    const std::string href = checking::hostile_value(choices);
    std::string html;
    append_html(document_of("b", href), html);
    const auto found = page_shape(html);
    ASSERT_TRUE(found.dangers.empty()) << found.dangers.front() << "\n" << html;
  }
}

}  // namespace
}  // namespace pagewright::richtext
