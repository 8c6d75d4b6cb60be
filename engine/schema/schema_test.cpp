#include "engine/schema/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fixtures/cases.hpp"

namespace pagewright::schema {
namespace {

using testing::ElementsAre;
using testing::Field;

Schema compiled(std::string_view source) {
  auto schema = Schema::compile(*json::parse(source));
  EXPECT_TRUE(schema.has_value()) << schema.error().front().message;
  return std::move(*schema);
}

TEST(Schema, ValidatesTheFixtures) {
  for (const json::Value& fixture : fixtures::read_cases("schema/validation.json")) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const auto schema = Schema::compile(fixture.at("input").at("schema"));
    ASSERT_TRUE(schema.has_value()) << schema.error().front().message;
    for (const json::Value& value : fixture.at("expect").at("valid").get_array())
      EXPECT_TRUE(schema->validate(value).empty())
          << json::serialize(value) << " " << schema->validate(value)[0].message;
    for (const json::Value& invalid : fixture.at("expect").at("invalid").get_array()) {
      std::vector<Violation> expected;
      for (const json::Value& violation : invalid.at("violations").get_array())
        expected.push_back({std::string(*json::find_string(violation, "path")),
                            std::string(*json::find_string(violation, "message"))});
      const auto violations = schema->validate(invalid.at("value"));
      EXPECT_EQ(violations, expected) << json::serialize(invalid.at("value")) << " "
                                      << (violations.empty() ? "" : violations[0].path + ": " + violations[0].message);
    }
  }
}

TEST(Schema, ReportsTheFaultsOfTheFixtures) {
  for (const json::Value& fixture : fixtures::read_cases("schema/faults.json")) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const auto schema = Schema::compile(fixture.at("input").at("schema"));
    ASSERT_FALSE(schema.has_value());
    const json::Array& expected = fixture.at("expect").at("faults").get_array();
    ASSERT_EQ(schema.error().size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
      EXPECT_EQ(schema.error()[i].message, json::view(expected[i].get_string()));
  }
}

TEST(Schema, GathersDefaultsAndPropertiesThroughReferences) {
  const Schema schema = compiled(R"({
    "$defs": {"tone": {"enum": ["a", "b"], "default": "a"}},
    "type": "object",
    "allOf": [{"properties": {"extra": {"type": "boolean", "default": false}}}],
    "properties": {"tone": {"$ref": "#/$defs/tone"}, "title": {"type": "string", "default": "T"}, "plain": {"type": "string"}}})");
  EXPECT_EQ(json::serialize(schema.defaults()), R"({"extra":false,"title":"T","tone":"a"})");
  EXPECT_TRUE(schema.has_property("tone"));
  EXPECT_TRUE(schema.has_property("extra"));
  EXPECT_FALSE(schema.has_property("nothing"));
  EXPECT_TRUE(schema.validate_property("tone", json::Value("b")).empty());
  EXPECT_THAT(schema.validate_property("title", json::Value(1)),
              ElementsAre(Violation{"", "must be a text, is a whole number"}));
  EXPECT_FALSE(schema.validate_property("nothing", json::Value(1)).empty());
}

TEST(Schema, StaysWholeWhenMoved) {
  Schema first = compiled(R"({"properties": {"a": {"maxLength": 1}}})");
  const Schema second = std::move(first);
  EXPECT_EQ(second.validate(*json::parse(R"({"a": "xx"})")).size(), 1U);
}

TEST(Schema, StopsAtTwentyViolations) {
  const Schema schema = compiled(R"({"items": {"type": "string"}})");
  EXPECT_EQ(schema.validate(json::Value(json::Array(100, json::Value(1)))).size(), 20U);
}

TEST(Schema, GivesUpOnSchemasThatMultiplyTheWork) {
  std::string definitions;
  for (int i = 39; i >= 0; --i) {
    const std::string next = R"({"$ref":"#/$defs/d)" + std::to_string(i + 1) + "\"}";
    definitions += "\"d" + std::to_string(i) + R"(":{"anyOf":[)" + next + "," + next + "]},";
  }
  const Schema schema =
      compiled(R"({"$defs":{"d40":{"type":"string"},)" + definitions + R"("end":true},"$ref":"#/$defs/d0"})");
  EXPECT_THAT(schema.validate(json::Value(1)),
              ElementsAre(Field(&Violation::message, "is too deep or too intricate to check")));
}

TEST(Schema, RefusesDeepSchemas) {
  json::Value source = true;
  for (int i = 0; i < 200; ++i) source = json::Object{{"items", source}};
  EXPECT_FALSE(Schema::compile(source).has_value());
}

}  // namespace
}  // namespace pagewright::schema
