#include "engine/document/faults.hpp"

#include <gtest/gtest.h>

namespace pagewright::document {
namespace {

const schema::Catalog& catalog() {
  static const schema::Catalog made = [] {
    schema::Catalog catalog;
    for (const char* text :
         {R"({"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0",
            "slots":{"content":{"display_name":"Content","accepts":["note"],"max":2}},
            "props":{"type":"object","properties":{"list":{"type":"array","title":"List","items":{"type":"string"}}}}})",
          R"({"name":"note","display_name":"Note","description":"d","category":"content","version":"1.0.0","slots":{},
            "props":{"type":"object","properties":{"text":{"type":"string","title":"Text","maxLength":5}}}})"}) {
      auto component = schema::ComponentDefinition::parse(*json::parse(text));
      EXPECT_TRUE(component) << component.error().front().message;
      catalog.add(std::make_shared<const schema::ComponentDefinition>(std::move(*component)));
    }
    return catalog;
  }();
  return made;
}

std::vector<Error> faults(std::string_view text, std::size_t most = 100) {
  const json::Value source = *json::parse(text);
  auto found = faults_in(source, catalog(), most);
  const auto read = Document::parse(source, catalog());
  EXPECT_EQ(read.has_value(), found.empty());
  if (!read && !found.empty()) EXPECT_EQ(read.error(), found.front());
  return found;
}

std::vector<std::string> paths(std::string_view text, std::size_t most = 100) {
  std::vector<std::string> found;
  for (const Error& error : faults(text, most)) found.push_back(error.path);
  return found;
}

using Paths = std::vector<std::string>;

TEST(Faults, ADocumentThatCanBeReadHasNone) {  // DOCUMENT-25
  EXPECT_EQ(paths(R"({"components":[{"id":"a","component":"note","props":{"text":"short"}}],"layout":{"title":"T"}})"),
            Paths());
  EXPECT_EQ(paths("{}"), Paths());
}

TEST(Faults, AllAreFoundInTheirOrder) {  // DOCUMENT-25
  EXPECT_EQ(paths(R"({"components":[
              {"id":"a","component":"note","props":{"text":7,"size":1},"styles":{"base":{"color":1,"colour":"red"}}},
              {"id":"a","component":"note"},
              {"id":"b","component":"nothing","children":{"content":[{"id":"!"}]}},
              {"id":"c","component":"box","settings":{"locked":1,"name":""},"more":1,"props":{"list":[1,"x",2]},
               "children":{"content":[{"id":"d","component":"box"},{"id":"e","component":"note","props":{"text":"too long"}},
                                      {"id":"f","component":"note"}],"other":[],"third":[]}}],
              "layout":{"title":1,"language":"?"},"extra":1})"),
            (Paths{"/components/0/props/text", "/components/0/props/size", "/components/0/styles/base/color",
                   "/components/0/styles/base/colour", "/components/1/id", "/components/2/component",
                   "/components/3/settings/locked", "/components/3/settings/name", "/components/3/more",
                   "/components/3/props/list/0", "/components/3/props/list/2", "/components/3/children/content",
                   "/components/3/children/content/0", "/components/3/children/content/1/props/text",
                   "/components/3/children/other", "/components/3/children/third", "/layout/title", "/layout/language",
                   "/extra"}));
}

TEST(Faults, WrongTypesAreOneFaultEach) {  // DOCUMENT-25
  EXPECT_EQ(paths("[]"), Paths{""});
  EXPECT_EQ(paths(R"({"components":{},"layout":[]})"), (Paths{"/components", "/layout"}));
  EXPECT_EQ(
      paths(R"({"components":[1,{"id":"a","component":"box","props":1},
              {"id":"b","component":"box","children":{"content":1}},{"id":"c","component":"note","styles":{"wide":{}}}]})"),
      (Paths{"/components/0", "/components/1/props", "/components/2/children/content", "/components/3/styles/wide"}));
}

TEST(Faults, NoMoreThanWereAskedFor) {  // DOCUMENT-25
  const std::string_view many = R"({"components":[{"id":"!"},{"id":"!"},{"id":"!"}],"layout":{"title":1}})";
  EXPECT_EQ(paths(many, 2), (Paths{"/components/0/id", "/components/1/id"}));
  EXPECT_EQ(paths(many, 3).size(), 3U);
  EXPECT_EQ(paths(many, 4).size(), 4U);
}

TEST(Faults, ALimitEndsTheReading) {  // DOCUMENT-25
  std::string list;
  for (int i = 0; i < 4; ++i)
    list += std::string(i == 0 ? "" : ",") + R"({"id":"n)" + std::to_string(i) + R"(","component":"note"})";
  const json::Value source = *json::parse(R"({"components":[{"id":"!"},)" + list + "]}");
  const auto found = faults_in(source, catalog(), 100, {.nodes = 2});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].path, "/components/0/id");
  EXPECT_EQ(found[1].code, ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace pagewright::document
