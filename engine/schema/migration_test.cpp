#include "engine/schema/migration_plan.hpp"

#include <gtest/gtest.h>

#include "fixtures/cases.hpp"

namespace pagewright::schema {
namespace {

json::Value component_json(std::string_view name, const json::Value& version, const json::Value& properties,
                           const json::Value& migrations) {
  return json::Object{{"name", name},
                      {"display_name", name},
                      {"category", "content"},
                      {"version", version},
                      {"slots", json::Object{{"content", json::Object{}}}},
                      {"props", json::Object{{"type", "object"}, {"properties", properties}}},
                      {"migrations", migrations}};
}

std::shared_ptr<const ComponentDefinition> component(const json::Value& source) {
  auto definition = ComponentDefinition::parse(source);
  EXPECT_TRUE(definition.has_value()) << definition.error().front().message;
  return std::make_shared<const ComponentDefinition>(std::move(*definition));
}

// "box" 2.0.0, which was 1.x with "headline", and "text" 1.0.0.
Catalog test_catalog() {
  Catalog catalog;
  catalog.add(component(component_json("box", "2.0.0",
                                       *json::parse(R"({"title": {"type": "string"}, "size": {"enum": ["s", "l"]}})"),
                                       *json::parse(R"([{"from": "1.x", "to": "2.0.0", "steps": [
                                         {"rename": "/headline", "to": "title"}]}])"))));
  catalog.add(
      component(component_json("text", "1.0.0", *json::parse(R"({"text": {"type": "string"}})"), json::Array{})));
  return catalog;
}

// SCHEMA-18, SCHEMA-19, SCHEMA-20
TEST(Migration, DoesWhatTheFixturesSay) {
  for (const json::Value& fixture : fixtures::read_cases("schema/migrations.json")) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const json::Value& input = fixture.at("input");
    const auto definition = ComponentDefinition::parse(
        component_json("sample", input.at("version"), input.at("properties"), input.at("migrations")));
    if (const json::Value* diagnostics = json::find(fixture.at("expect"), "diagnostics")) {
      ASSERT_FALSE(definition.has_value());
      json::Array messages;
      for (const Diagnostic& fault : definition.error()) messages.push_back(json::Value(fault.message));
      EXPECT_EQ(json::serialize(messages), json::serialize(*diagnostics));
      continue;
    }
    ASSERT_TRUE(definition.has_value()) << definition.error().front().message;
    json::Object props = input.at("props").get_object();
    json::Array faults;
    for (const Violation& fault : migrate_props(*definition, *json::find_string(input, "from"), props))
      faults.push_back(json::Object{{"path", fault.path}, {"message", fault.message}});
    EXPECT_TRUE(json::equal(props, fixture.at("expect").at("props"))) << json::serialize(props);
    EXPECT_EQ(json::serialize(faults), json::serialize(fixture.at("expect").at("faults")));
  }
}

// SCHEMA-20, SCHEMA-21
TEST(Migration, PlansADocument) {
  const Catalog catalog = test_catalog();
  const json::Value document = *json::parse(R"({"components": [
    {"id": "a", "component": "box", "props": {"headline": "A"}, "children": {"content": [
      {"id": "b", "component": "text", "props": {"text": "T"}},
      {"id": "c", "component": "box", "props": {"headline": "C", "size": "xl"}},
      {"id": "d", "component": "box"}]}}], "layout": {"title": "Page"}})");
  const auto plan = plan_migration(document, {{"box", "1.3.0"}, {"text", "1.0.0"}}, catalog);
  ASSERT_EQ(plan.nodes.size(), 2U);
  EXPECT_EQ(json::serialize(plan.nodes[0].to_json()),
            R"({"id":"a","component":"box","from":"1.3.0","to":"2.0.0","before":{"headline":"A"},)"
            R"("after":{"title":"A"},"faults":[]})");
  EXPECT_EQ(plan.nodes[1].id, "c");
  EXPECT_EQ(json::serialize(plan.nodes[1].after), R"({"title":"C"})");
  ASSERT_EQ(plan.nodes[1].faults.size(), 1U);
  EXPECT_EQ(plan.nodes[1].faults[0], (Violation{"/size", R"(must be one of "s", "l", is "xl")"}));
  EXPECT_EQ(json::serialize(plan.document),
            R"({"components":[{"id":"a","component":"box","props":{"title":"A"},"children":{"content":[)"
            R"({"id":"b","component":"text","props":{"text":"T"}},{"id":"c","component":"box","props":{"title":"C"}},)"
            R"({"id":"d","component":"box"}]}}],"layout":{"title":"Page"}})");
}

// SCHEMA-21
TEST(Migration, LeavesAloneWhatIsOfThePresentVersion) {
  const Catalog catalog = test_catalog();
  const json::Value document =
      *json::parse(R"({"components": [{"id": "a", "component": "box", "props": {"title": "A"}}]})");
  for (const ComponentVersions& pins : {ComponentVersions{}, versions_of(catalog)}) {
    const auto plan = plan_migration(document, pins, catalog);
    EXPECT_TRUE(plan.nodes.empty());
    EXPECT_TRUE(json::equal(plan.document, document));
  }
}

// SCHEMA-21
TEST(Migration, NamesComponentsThatAreGone) {
  const auto plan = plan_migration(*json::parse(R"({"components": [{"id": "a", "component": "old"}]})"),
                                   {{"old", "1.0.0"}}, test_catalog());
  ASSERT_EQ(plan.nodes.size(), 1U);
  EXPECT_EQ(plan.nodes[0].to, "");
  EXPECT_EQ(plan.nodes[0].faults.size(), 1U);
}

TEST(Migration, DocumentsThatAreNoneHaveNoNodes) {
  for (const char* text : {"1", "[]", "{}", R"({"components": {}})", R"({"components": [1, {"children": 2}]})",
                           R"({"components": [{"component": "box", "children": {"content": 1}}]})"})
    EXPECT_LE(plan_migration(*json::parse(text), {{"box", "2.0.0"}}, test_catalog()).nodes.size(), 0U) << text;
}

// SCHEMA-22
TEST(Migration, ACatalogForReadingTakesWhatOlderVersionsHad) {
  const Catalog catalog = test_catalog();
  const Catalog reading = catalog_for_reading(catalog, {{"box", "1.0.0"}});
  EXPECT_TRUE(reading.find("box")->props.has_property("headline"));
  EXPECT_TRUE(reading.find("box")->props.validate_property("size", json::Value("xl")).empty());
  EXPECT_NE(reading.find("box")->find_slot("content"), nullptr);
  EXPECT_FALSE(reading.find("text")->props.has_property("headline"));
  EXPECT_FALSE(catalog.find("box")->props.has_property("headline"));
}

// SCHEMA-17
TEST(Version, ComesInOrder) {
  const char* ordered[] = {"0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta.2", "1.0.0-beta.11",
                           "1.0.0", "1.0.1",       "1.2.0",         "1.10.0",           "2.0.0"};
  for (std::size_t i = 0; i < std::size(ordered); ++i)
    for (std::size_t k = 0; k < std::size(ordered); ++k)
      EXPECT_EQ(*Version::parse(ordered[i]) <=> *Version::parse(ordered[k]), i <=> k)
          << ordered[i] << " " << ordered[k];
  EXPECT_EQ(*Version::parse("1.0.0+1"), *Version::parse("1.0.0+2"));
  for (const char* text : {"", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.x", "1.0.0-", "1.0.0+", "-1.0.0", "1.0.0-a b",
                           "1.0.1234567890", "v1.0.0"})
    EXPECT_FALSE(Version::parse(text).has_value()) << text;
}

// SCHEMA-17
TEST(Version, RangesHaveAnEnd) {
  const auto contains = [](const char* range, const char* version) {
    return VersionRange::parse(range).value().contains(*Version::parse(version));
  };
  EXPECT_TRUE(contains("1.x", "1.9.9"));
  EXPECT_FALSE(contains("1.x", "2.0.0"));
  EXPECT_TRUE(contains("1.2.x", "1.2.7"));
  EXPECT_FALSE(contains("1.2.x", "1.3.0"));
  EXPECT_TRUE(contains(">1.0.0 <=2.0.0", "2.0.0"));
  EXPECT_FALSE(contains(">1.0.0 <=2.0.0", "1.0.0"));
  for (const char* text : {"", "x", "1", "*", ">1.0.0", "<1.0.0 >2.0.0", "1.0.0 2.0.0", "=1.0.0", "<1", "1.2.3.x"})
    EXPECT_FALSE(VersionRange::parse(text).has_value()) << text;
}

}  // namespace
}  // namespace pagewright::schema
