#include "engine/schema/schema.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

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

json::Array violations_json(const Schema& schema, const json::Value& value) {
  json::Array violations;
  for (const Violation& violation : schema.validate(value))
    violations.push_back(json::Object{{"path", violation.path}, {"message", violation.message}});
  return violations;
}

// SCHEMA-5, SCHEMA-9, SCHEMA-11, SCHEMA-12, SCHEMA-13
TEST(Schema, ValidatesTheFixtures) {
  const bool is_rebaseline = std::getenv("PAGEWRIGHT_REBASELINE") != nullptr;
  json::Array cases = fixtures::read_cases("schema/validation.json");
  for (json::Value& fixture : cases) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const auto schema = Schema::compile(fixture.at("input").at("schema"));
    ASSERT_TRUE(schema.has_value()) << schema.error().front().message;
    for (const json::Value& value : fixture.at("expect").at("valid").get_array())
      EXPECT_TRUE(schema->validate(value).empty())
          << json::serialize(value) << " " << schema->validate(value)[0].message;
    for (json::Value& invalid : fixture.at("expect").at("invalid").get_array()) {
      const json::Value violations = violations_json(*schema, invalid.at("value"));
      EXPECT_FALSE(violations.get_array().empty()) << json::serialize(invalid.at("value"));
      if (is_rebaseline) invalid.get_object()["violations"] = violations;
      EXPECT_EQ(json::serialize(violations), json::serialize(invalid.at("violations")));
    }
  }
  if (is_rebaseline) fixtures::write_cases("schema/validation.json", cases);
}

// SCHEMA-11
TEST(Schema, ViolationsNameTheirRuleAndItsSubject) {
  const Schema schema = compiled(
      R"({"type":"object","required":["name"],"additionalProperties":false,"dependentRequired":{"b":["c"]},"properties":{
         "name":{"type":["string","null"],"maxLength":2,"pattern":"^a"},"b":{"enum":[1]},"c":{},
         "list":{"minItems":1},"size":{"minimum":5}}})");
  const auto rules = [&](std::string_view value) {
    std::vector<std::pair<Rule, std::string>> found;
    for (const Violation& violation : schema.validate(*json::parse(value)))
      found.emplace_back(violation.rule, violation.subject);
    return found;
  };
  using testing::Pair;
  EXPECT_THAT(rules("[]"), ElementsAre(Pair(Rule::type, "object")));
  EXPECT_THAT(rules("{}"), ElementsAre(Pair(Rule::missing, "name")));
  EXPECT_THAT(rules(R"({"name":1})"), ElementsAre(Pair(Rule::type, "null or string")));
  EXPECT_THAT(rules(R"({"name":"bcd"})"), ElementsAre(Pair(Rule::too_many, ""), Pair(Rule::pattern, "^a")));
  EXPECT_THAT(rules(R"({"name":"a","b":2})"), ElementsAre(Pair(Rule::missing, "c"), Pair(Rule::choice, "")));
  EXPECT_THAT(rules(R"({"name":"a","x":2,"list":[],"size":1})"),
              ElementsAre(Pair(Rule::unknown, "x"), Pair(Rule::too_few, ""), Pair(Rule::other, "")));
}

// SCHEMA-3, SCHEMA-4, SCHEMA-6, SCHEMA-8, SCHEMA-10
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

// SCHEMA-24
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
              ElementsAre(Violation{"", "must be a text, is 1", Rule::type, "string"}));
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

// SCHEMA-3, SCHEMA-5
TEST(Schema, TheStandardDialectKeepsWhatComponentsMayNotHave) {
  const json::Value source = *json::parse(R"({"colour": "red", "format": "email", "enum": [], "default": 5})");
  EXPECT_EQ(Schema::compile(source).error().size(), 2U);  // colour, enum
  const json::Value email = *json::parse(R"({"colour": "red", "format": "email", "default": 5, "type": "string"})");
  const auto standard = Schema::compile(email, Schema::Dialect::standard);
  const auto asserting = Schema::compile(email, Schema::Dialect::standard_with_formats);
  ASSERT_TRUE(standard && asserting);
  EXPECT_TRUE(standard->fits(json::Value("nobody")));
  EXPECT_FALSE(asserting->fits(json::Value("nobody")));
}

// SCHEMA-6
TEST(Schema, TheMetaschemaIsAtHand) {
  const auto schema = Schema::compile(*json::parse(R"({"$ref": "https://json-schema.org/draft/2020-12/schema"})"));
  ASSERT_TRUE(schema.has_value()) << schema.error().front().message;
  EXPECT_TRUE(schema->fits(*json::parse(R"({"properties": {"a": {"type": ["string", "null"]}}})")));
  EXPECT_THAT(schema->validate(*json::parse(R"({"properties": {"a": {"minLength": -1}}})")),
              ElementsAre(Violation{"/properties/a/minLength", "must be at least 0, is -1"}));
  EXPECT_FALSE(schema->fits(*json::parse(R"({"type": "text"})")));
}

// SCHEMA-14
TEST(Schema, ALargeTableIsNotTooIntricate) {
  const Schema schema = compiled(R"({"items": {"items": {"anyOf": [{"type": "number"}, {"type": "string"}]}}})");
  const json::Value table = json::Array(5'000, json::Value(json::Array(20, json::Value("x"))));
  EXPECT_TRUE(schema.fits(table));
}

// SCHEMA-14
TEST(Schema, GivesUpOnDeepValuesAndIntricatePatterns) {
  const Schema tree = compiled(R"({"items": {"$ref": "#"}})");
  json::Value deep = json::Array();
  for (int i = 0; i < 300; ++i) deep = json::Array{deep};
  EXPECT_THAT(tree.validate(deep), ElementsAre(Violation{"", "is too deep or too intricate to check"}));
  const Schema pattern = compiled(R"({"items": {"pattern": "(a?){90}b"}})");
  const json::Value texts = json::Array(40, json::Value(std::string(20'000, 'a')));
  EXPECT_THAT(pattern.validate(texts), ElementsAre(Violation{"", "is too deep or too intricate to check"}));
  const Schema unique = compiled(R"({"uniqueItems": true})");
  json::Array numbers;
  for (int i = 0; i < 20'000; ++i) numbers.push_back(json::Value(i));
  EXPECT_TRUE(unique.fits(numbers));
}

// SCHEMA-8, SCHEMA-14
TEST(Schema, LongChainsOfReferencesAreFollowedWithoutRecursion) {
  std::string definitions;
  for (int i = 0; i < 20'000; ++i)
    definitions += "\"d" + std::to_string(i) + R"(":{"$ref":"#/$defs/d)" + std::to_string(i + 1) + "\"},";
  const Schema schema = compiled("{\"$defs\":{" + definitions + R"("d20000":{"type":"string"}},"$ref":"#/$defs/d0"})");
  EXPECT_FALSE(schema.fits(json::Value("x")));  // a chain that long is too deep to check
  const std::string circle = "{\"$defs\":{" + definitions + R"("d20000":{"$ref":"#/$defs/d0"}}})";
  EXPECT_FALSE(Schema::compile(*json::parse(circle)).has_value());
}

// SCHEMA-24
TEST(Schema, ALadderOfAllOfIsGatheredOnce) {
  std::string definitions;
  for (int i = 0; i < 60; ++i) {
    const std::string next = R"({"$ref":"#/$defs/d)" + std::to_string(i + 1) + "\"}";
    definitions += "\"d" + std::to_string(i) + R"(":{"allOf":[)" + next + "," + next + "]},";
  }
  const Schema schema =
      compiled("{\"$defs\":{" + definitions + R"("d60":{"properties":{"a":{"type":"string"}}}},"$ref":"#/$defs/d0"})");
  EXPECT_TRUE(schema.has_property("a"));
  EXPECT_EQ(schema.validate_property("a", json::Value(1)).size(), 1U);
}

// SCHEMA-14
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

// SCHEMA-14: what looks at much at once costs as many steps, however few schemas there are.
TEST(Schema, GivesUpOnChecksThatEachLookAtMuch) {
  json::Array names;
  json::Object all;
  json::Array numbers;
  for (int i = 0; i < 10'000; ++i) {
    names.emplace_back("name-" + std::to_string(i));
    all["name-" + std::to_string(i)] = i;
    numbers.emplace_back(i);
  }
  const std::string long_text(300'000, 'a');
  json::Object many_schemas;
  for (const auto& name : names) many_schemas[name.get_string()] = true;
  const auto cases = std::initializer_list<std::pair<json::Object, json::Value>>{
      {{{"required", names}}, all},
      {{{"dependentRequired", json::Object{{"name-0", names}}}}, all},
      {{{"dependentSchemas", many_schemas}}, json::Object()},
      {{{"const", all}}, all},
      {{{"enum", json::Array(1, json::Value(numbers))}}, numbers},
      {{{"enum", names}}, "name-9999"},
      {{{"minLength", 1}}, json::Value(long_text)},
      {{{"format", "uri-reference"}}, json::Value(long_text)},
      {{{"format", "regex"}}, "a{900}"},
      {{{"pattern", "^b|(a{90}){100}"}}, "b"},
      {{{"uniqueItems", true}}, numbers},
      {{{"propertyNames", true}}, json::Object{{long_text, 1}}}};
  for (const auto& [keywords, value] : cases) {
    const auto with = [&](std::size_t outer, std::size_t inner) {
      json::Object a{{"allOf", json::Array(inner, json::Value(json::Object{{"$ref", "#/$defs/b"}}))}};
      return compiled(json::serialize(
          json::Value(json::Object{{"$defs", json::Object{{"a", a}, {"b", keywords}}},
                                   {"allOf", json::Array(outer, json::Value(json::Object{{"$ref", "#/$defs/a"}}))}})));
    };
    const std::string shown = json::serialize(json::Value(keywords)).substr(0, 60);
    EXPECT_TRUE(with(1, 1).fits(value)) << shown;
    EXPECT_FALSE(with(150, 100).fits(value)) << shown;
  }
  const std::string required = json::serialize(json::Value(names));
  const Schema schema = compiled(R"({"$defs":{"a":{"$ref":"#/$defs/b"},"b":{"required":)" + required +
                                 R"(}},"items":{"$ref":"#/$defs/a"}})");
  EXPECT_THAT(schema.validate(json::Array(150, json::Value(all))),
              ElementsAre(Violation{"", "is too deep or too intricate to check"}));
}

TEST(Schema, RefusesDeepSchemas) {
  json::Value source = true;
  for (int i = 0; i < 200; ++i) source = json::Object{{"items", source}};
  EXPECT_FALSE(Schema::compile(source).has_value());
}

}  // namespace
}  // namespace pagewright::schema
