#include "engine/render/component_source.hpp"

#include <gtest/gtest.h>

#include "engine/render/library.hpp"
#include "engine/render/page.hpp"

namespace pagewright::render {
namespace {

constexpr std::string_view template_text =
    "<ul class=\"pw-links\">{% for link in links %}{% render \"entry\", link: link %}{% endfor %}</ul>";
constexpr std::string_view entry_text = "<li><a href=\"{{ link.url }}\">{{ link.label }}</a></li>";

ComponentSource links(std::vector<PartialSource> partials, std::string_view name = "links") {
  json::Object definition =
      json::parse(
          R"({"name":"links","display_name":"Links","description":"d","category":"content","version":"1.0.0","props":{"type":"object","properties":{"links":{"type":"array","title":"Links","default":[{"label":"A & B","url":"javascript:x"}]}}}})")
          ->as_object();
  definition["name"] = name;
  return {.definition = std::move(definition),
          .template_text = std::string(template_text),
          .style = "",
          .partials = std::move(partials)};
}

std::expected<std::shared_ptr<const Library>, std::vector<Diagnostic>> compiled(std::vector<ComponentSource> sources) {
  return Library::compile({.components = std::move(sources), .tokens = json::Object{}, .base_css = ""});
}

// The messages of the faults for which a component with these partials is refused.
std::vector<std::string> faults_of(std::vector<PartialSource> partials) {
  std::vector<std::string> messages;
  const auto library = compiled({links(std::move(partials))});
  if (library) return messages;
  for (const Diagnostic& fault : library.error()) messages.push_back(fault.message);
  return messages;
}

// RENDER-18
TEST(Partials, AreRenderedByTheirOwnComponentAndEscapedThere) {
  const auto library = compiled({links({{"entry", std::string(entry_text)}})});
  ASSERT_TRUE(library) << library.error().front().message;
  const auto document = document::Document::parse(*json::parse(R"({"components":[{"id":"a","component":"links"}]})"),
                                                  (*library)->catalog());
  ASSERT_TRUE(document);
  std::string html;
  ASSERT_TRUE(append_page(**library, *document, {}, Mode::published, html));
  EXPECT_NE(html.find("<ul class=\"pw-links\"><li><a href=\"about:invalid\">A &amp; B</a></li></ul>"),
            std::string::npos)
      << html;
}

// RENDER-18
TEST(Partials, BelongToTheirComponentAlone) {
  const auto library = compiled({links({{"entry", std::string(entry_text)}}), links({}, "others")});
  ASSERT_FALSE(library);
  ASSERT_EQ(library.error().size(), 1u);
  EXPECT_EQ(library.error()[0].message, "others/template.liquid: There is no partial called \"entry\".");
}

// RENDER-18, RENDER-19
TEST(Partials, WithFaultsAreRefusedWithTheirPlace) {
  const auto library = compiled({links({{"entry", "<li>\n<script>{{ link }}</script></li>"}})});
  ASSERT_FALSE(library);
  const Diagnostic& fault = library.error().front();
  EXPECT_TRUE(fault.message.starts_with("links/template.liquid: In the partial \"entry\": ")) << fault.message;
  EXPECT_EQ(fault.line, 2u);
  EXPECT_EQ(fault.column, 1u);
  EXPECT_EQ(faults_of({{"entry", "{% render \"entry\" %}"}}).size(), 1u);
}

// RENDER-19
TEST(Partials, NeedNamesOfTheirOwn) {
  EXPECT_EQ(faults_of({{"entry", "<li>1</li>"}, {"second-2", ""}}), std::vector<std::string>{});
  EXPECT_EQ(faults_of({{"entry", ""}, {"entry", ""}}),
            std::vector<std::string>{"links/partials: has two partials called \"entry\"."});
  for (const std::string& name : {std::string(), std::string("Entry"), std::string("../entry"), std::string("2nd"),
                                  std::string("a b"), std::string("a\0b", 3), std::string(65, 'a')}) {
    const auto faults = faults_of({{"entry", ""}, {name, ""}});
    ASSERT_EQ(faults.size(), 1u) << name;
    EXPECT_TRUE(faults[0].starts_with("links/partials: \"" + name.substr(0, 64) + "\" is no name of a partial"))
        << faults[0];
  }
}

// RENDER-19
TEST(Partials, AreLimitedInNumber) {
  std::vector<PartialSource> partials{{"entry", "<li>1</li>"}};
  while (partials.size() < most_partials) partials.push_back({"p" + std::to_string(partials.size()), ""});
  EXPECT_EQ(faults_of(partials), std::vector<std::string>{});
  partials.push_back({"one-more", ""});
  EXPECT_EQ(faults_of(partials), std::vector<std::string>{"links/partials: has 51 partials, may have 50 at most."});
}

// RENDER-20
TEST(ComponentSource, IsReadAsItIsWritten) {
  for (const auto& partials : {std::vector<PartialSource>{}, std::vector<PartialSource>{{"b", "2"}, {"a", "<i>"}}}) {
    const json::Object written = component_source_json(links(partials));
    EXPECT_EQ(written.contains("partials"), !partials.empty());
    const auto read = component_source_from_json(written);
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(json::Value(component_source_json(*read)), json::Value(written));
    ASSERT_EQ(read->partials.size(), partials.size());
    for (std::size_t i = 0; i < partials.size(); ++i) EXPECT_EQ(read->partials[i].text, partials[i].text);
  }
}

// RENDER-20
TEST(ComponentSource, NamesWhatIsMissingOrOfAnotherType) {
  const auto refused = [](std::string_view text) {
    const auto read = component_source_from_json(*json::parse(text));
    return read ? std::string("read") : read.error().message;
  };
  EXPECT_EQ(refused("7"), "A component needs \"definition\".");
  EXPECT_EQ(refused(R"({"definition":{},"style":""})"), "A component needs \"template\", a text.");
  EXPECT_EQ(refused(R"({"definition":{},"template":"","style":7})"), "A component needs \"style\", a text.");
  for (const char* partials : {"null", "[]", "\"\"", R"({"a":7})", R"({"a":"","b":{}})"})
    EXPECT_EQ(refused(R"({"definition":{},"template":"","style":"","partials":)" + std::string(partials) + "}"),
              "\"partials\" of a component is an object of texts.")
        << partials;
  EXPECT_EQ(refused(R"({"definition":{},"template":"","style":"","partials":{},"sample":7})"), "read");
}

}  // namespace
}  // namespace pagewright::render
