// Documents that are none: each is refused with a fault and its place, whatever it holds.
#include <gtest/gtest.h>

#include "engine/document/document.hpp"

namespace pagewright::document {
namespace {

using namespace std::string_literals;

const schema::Catalog& catalog() {
  static const schema::Catalog made = [] {
    schema::Catalog catalog;
    auto box = schema::ComponentDefinition::parse(*json::parse(
        R"({"name":"box","display_name":"Box","description":"d","category":"layout","version":"1.0.0","slots":{"content":{"display_name":"Content"}},"props":{"type":"object","properties":{"any":{"title":"Any"},"text":{"type":"string","title":"Text"}}}})"));
    EXPECT_TRUE(box) << box.error().front().message;
    catalog.add(std::make_shared<const schema::ComponentDefinition>(std::move(*box)));
    return catalog;
  }();
  return made;
}

Result<Document> parse(std::string_view text, const Limits& limits = {}) {
  const auto source = json::parse(text, 1000);
  EXPECT_TRUE(source) << source.error().message;
  return Document::parse(*source, catalog(), limits);
}

// A document of one box with these further members.
std::string box_with(std::string_view members) {
  return R"({"components":[{"id":"a","component":"box",)" + std::string(members) + "}]}";
}

std::string nested(unsigned levels) {
  return std::string(levels, '[') + std::string(levels, ']');
}

struct Case {
  std::string source;
  ErrorCode code;
  std::string path;
};

void expect_refused(const Case& each) {
  const auto document = parse(each.source);
  ASSERT_FALSE(document) << each.source;
  EXPECT_EQ(name_of(document.error().code), name_of(each.code)) << each.source;
  EXPECT_EQ(document.error().path, each.path) << each.source;
  EXPECT_FALSE(document.error().message.empty()) << each.source;
}

// DOCUMENT-8, DOCUMENT-9
TEST(MalformedDocument, WrongTypesAreRefusedEverywhere) {
  const ErrorCode invalid = ErrorCode::invalid_document;
  for (const char* wrong : {"null", "true", "7", "-1.5e300", "\"text\""}) {
    const std::string value = wrong;
    expect_refused({value, invalid, ""});
    expect_refused({R"({"components":)" + value + "}", invalid, "/components"});
    expect_refused({R"({"components":[)" + value + "]}", invalid, "/components/0"});
    expect_refused({R"({"layout":)" + value + "}", invalid, "/layout"});
    expect_refused({box_with("\"props\":" + value), invalid, "/components/0/props"});
    expect_refused({box_with("\"styles\":" + value), invalid, "/components/0/styles"});
    expect_refused(
        {box_with("\"styles\":{\"base\":" + value + "}"), ErrorCode::invalid_style, "/components/0/styles/base"});
    expect_refused({box_with("\"children\":" + value), invalid, "/components/0/children"});
    expect_refused({box_with("\"children\":{\"content\":" + value + "}"), invalid, "/components/0/children/content"});
    expect_refused(
        {box_with("\"children\":{\"content\":[" + value + "]}"), invalid, "/components/0/children/content/0"});
  }
  for (const char* wrong : {"null", "true", "7", "[]", "{}"}) {
    const std::string value = wrong;
    expect_refused({R"({"components":[{"id":)" + value + R"(,"component":"box"}]})", invalid, "/components/0/id"});
    expect_refused({R"({"components":[{"id":"a","component":)" + value + "}]}", ErrorCode::unknown_component,
                    "/components/0/component"});
    expect_refused({box_with(R"("styles":{"base":{"color":)" + value + "}}"), ErrorCode::invalid_style,
                    "/components/0/styles/base/color"});
    expect_refused(
        {box_with(R"("props":{"text":)" + value + "}"), ErrorCode::invalid_prop, "/components/0/props/text"});
  }
  for (const char* key : {"title", "description", "language", "canonical", "social_image", "color_scheme", "robots"})
    for (const char* wrong : {"true", "7", "[]", "{}"})
      expect_refused({R"({"layout":{")" + std::string(key) + "\":" + wrong + "}}", ErrorCode::invalid_prop,
                      "/layout/" + std::string(key)});
}

// DOCUMENT-1, DOCUMENT-2
TEST(MalformedDocument, IdsAreOfFewCharactersAndStandOnce) {
  for (const std::string& id :
       {""s, " "s, "a b"s, "a/b"s, "a.b"s, "é"s, "a\\u0000"s, "\\ud83d\\ude00"s, "<b>"s, std::string(37, 'a')})
    expect_refused({R"({"components":[{"id":")" + id + R"(","component":"box"}]})", ErrorCode::invalid_document,
                    "/components/0/id"});
  for (const std::string& id : {"a"s, "-"s, "_"s, "0"s, std::string(36, 'Z')})
    EXPECT_TRUE(parse(R"({"components":[{"id":")" + id + R"(","component":"box"}]})")) << id;
  const std::string box = R"({"id":"a","component":"box"})";
  expect_refused({R"({"components":[)" + box + "," + box + "]}", ErrorCode::duplicate_id, "/components/1/id"});
  expect_refused({box_with(R"("children":{"content":[)" + box + "]}"), ErrorCode::duplicate_id,
                  "/components/0/children/content/0/id"});
  expect_refused({R"({"components":[{"id":"b","component":"box","children":{"content":[)" + box + "]}}," + box + "]}",
                  ErrorCode::duplicate_id, "/components/1/id"});
}

// DOCUMENT-8, DOCUMENT-9
TEST(MalformedDocument, ThePlaceOfAFaultIsAJsonPointerWhateverTheKey) {
  expect_refused({R"({"a/b~c":1})", ErrorCode::invalid_document, "/a~1b~0c"});
  expect_refused({R"({"":1})", ErrorCode::invalid_document, "/"});
  expect_refused({box_with(R"("x/y":1)"), ErrorCode::invalid_document, "/components/0/x~1y"});
  expect_refused({box_with(R"("props":{"~":1})"), ErrorCode::unknown_prop, "/components/0/props/~0"});
  expect_refused({box_with(R"("props":{"a\u0000b":1})"), ErrorCode::unknown_prop, "/components/0/props/a\0b"s});
  expect_refused({box_with(R"("children":{"/":[]})"), ErrorCode::unknown_slot, "/components/0/children/~1"});
  expect_refused({box_with(R"("styles":{"a/b":{}})"), ErrorCode::invalid_style, "/components/0/styles/a~1b"});
  expect_refused(
      {box_with(R"("styles":{"base":{"a/b":"1"}})"), ErrorCode::invalid_style, "/components/0/styles/base/a~1b"});
}

// DOCUMENT-8: the message is text, and can be sent as JSON, however the fault was made.
TEST(MalformedDocument, MessagesCutNoCharacterInTwo) {
  for (std::size_t size = 50; size < 70; ++size) {
    const auto document = parse(box_with(R"("styles":{"base":{")" + std::string(size, 'x') + R"(€€":"1"}})"));
    ASSERT_FALSE(document);
    EXPECT_TRUE(json::parse(json::serialize(json::Value(document.error().message)))) << size;
  }
}

// DOCUMENT-13
TEST(MalformedDocument, ATreeNestsUpToItsLimit) {
  const auto tree = [](unsigned levels) {
    std::string text;
    for (unsigned i = 0; i < levels; ++i)
      text += (i ? R"("children":{"content":[)" : "") + R"({"id":"n)"s + std::to_string(i) + R"(","component":"box")" +
              (i + 1 < levels ? "," : "}");
    for (unsigned i = 1; i < levels; ++i) text += "]}}";
    return R"({"components":[)" + text + "]}";
  };
  EXPECT_TRUE(parse(tree(64)));
  EXPECT_EQ(parse(tree(65)).error().code, ErrorCode::limit_exceeded);
  EXPECT_EQ(parse(tree(300)).error().code, ErrorCode::limit_exceeded);
}

// DOCUMENT-14, DOCUMENT-15
TEST(MalformedDocument, AValueIsBoundedInBytesAndDepth) {
  EXPECT_TRUE(parse(box_with(R"("props":{"any":)" + nested(64) + "}")));
  expect_refused(
      {box_with(R"("props":{"any":)" + nested(65) + "}"), ErrorCode::limit_exceeded, "/components/0/props/any"});
  expect_refused(
      {box_with(R"("props":{"any":)" + nested(900) + "}"), ErrorCode::limit_exceeded, "/components/0/props/any"});
  EXPECT_TRUE(parse(R"({"layout":{"other":)" + nested(64) + "}}"));
  expect_refused({R"({"layout":{"other":{"a":)" + nested(64) + "}}}", ErrorCode::limit_exceeded, "/layout/other"});
  const std::string ten_million(10'000'000, 'x');
  expect_refused(
      {box_with(R"("props":{"text":")" + ten_million + "\"}"), ErrorCode::limit_exceeded, "/components/0/props/text"});
  expect_refused({R"({"layout":{"other":")" + ten_million + "\"}}", ErrorCode::limit_exceeded, "/layout/other"});
  expect_refused({R"({"layout":{"title":")" + ten_million + "\"}}", ErrorCode::invalid_prop, "/layout/title"});
  // Escapes count as they are written: 60,000 control characters are 360,000 bytes of JSON.
  std::string escapes;
  for (int i = 0; i < 60'000; ++i) escapes += "\\u0001";
  expect_refused(
      {box_with(R"("props":{"text":")" + escapes + "\"}"), ErrorCode::limit_exceeded, "/components/0/props/text"});
}

// DOCUMENT-16
TEST(MalformedDocument, RegistersAreCounted) {
  const auto settings = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
    return R"({"layout":{)" + text + "}}";
  };
  EXPECT_TRUE(parse(settings(200)));
  expect_refused({settings(201), ErrorCode::limit_exceeded, "/layout"});
  expect_refused({settings(500'000), ErrorCode::limit_exceeded, "/layout"});
  expect_refused({R"({"layout":{")" + std::string(65, 'k') + "\":1}}", ErrorCode::invalid_prop,
                  "/layout/" + std::string(65, 'k')});
  EXPECT_EQ(parse(box_with(R"("props":{"text":"a","any":1})"), {.registers = 1}).error().code,
            ErrorCode::limit_exceeded);
  EXPECT_EQ(parse(box_with(R"("styles":{"base":{"color":"red","margin":"0"}})"), {.registers = 1}).error().code,
            ErrorCode::limit_exceeded);
}

// DOCUMENT-11
TEST(MalformedDocument, ANullSettingIsNone) {
  const auto document = parse(R"({"layout":{"title":null,"other":null,"kept":[null]}})");
  ASSERT_TRUE(document);
  EXPECT_EQ(json::serialize(document->to_json()), R"({"components":[],"layout":{"kept":[null]}})");
}

// DOCUMENT-17
TEST(MalformedDocument, RanksCountOnlyWhereEveryChildHasAValidOne) {
  const auto order = [](const char* first, const char* second) {
    const auto document = parse(R"({"components":[{"id":"a","component":"box")" + std::string(first) +
                                R"(},{"id":"b","component":"box")" + second + "}]}");
    EXPECT_TRUE(document);
    std::string ids;
    for (const Child& child : document->children(NodeId(), root_slot)) ids += child.id.text();
    return ids;
  };
  EXPECT_EQ(order(R"(,"rank":"k")", R"(,"rank":"V")"), "ba");
  EXPECT_EQ(order(R"(,"rank":"V")", R"(,"rank":"V")"), "ab");
  for (const char* invalid : {"", R"(,"rank":"")", R"(,"rank":"V0")", R"(,"rank":7)", R"(,"rank":"é")"})
    EXPECT_EQ(order(R"(,"rank":"k")", invalid), "ab") << invalid;
}

}  // namespace
}  // namespace pagewright::document
