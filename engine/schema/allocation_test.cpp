// What fits costs no memory: pages are checked node by node, and thousands of values fit where one does not.
#include <gtest/gtest.h>

#include "engine/base/checking/allocation_count.hpp"
#include "engine/schema/component_definition.hpp"
#include "fixtures/cases.hpp"

namespace pagewright::schema {
namespace {

void expect_no_allocation(const Schema& schema, const json::Value& value) {
  const AllocationCount count;
  const bool fits = schema.fits(value) && schema.validate(value).empty();
  const auto allocations = count.allocations();
  EXPECT_TRUE(fits) << json::serialize(value);
  EXPECT_EQ(allocations, 0U) << json::serialize(value);
}

// SCHEMA-15
TEST(Allocation, ValuesThatFitCostNone) {
  for (const json::Value& fixture : fixtures::read_cases("schema/validation.json")) {
    const std::string name = fixtures::name_of(fixture);
    // More than 32 unique items are sorted by their hash; rich text is read by its own module.
    if (name == "many unique items" || name == "format rich-text") continue;
    SCOPED_TRACE(name);
    const auto schema = Schema::compile(fixture.at("input").at("schema"));
    ASSERT_TRUE(schema.has_value());
    for (const json::Value& value : fixture.at("expect").at("valid").get_array()) expect_no_allocation(*schema, value);
  }
}

// SCHEMA-15
TEST(Allocation, PropsOfAComponentCostNone) {
  const auto schema = Schema::compile(*json::parse(R"({
    "type": "object",
    "properties": {
      "title": {"type": "string", "maxLength": 200, "pattern": "^[^<>]*$"},
      "size": {"enum": ["small", "medium", "large"]},
      "count": {"type": "integer", "minimum": 1, "maximum": 12},
      "image": {"type": ["object", "null"], "format": "image"},
      "link": {"type": "string", "format": "url", "maxLength": 2000},
      "rows": {"type": "array", "maxItems": 100, "items": {"type": "object", "required": ["label"],
        "properties": {"label": {"type": "string"}, "value": {"type": "number"}}, "additionalProperties": false}}
    }})"));
  ASSERT_TRUE(schema.has_value());
  const json::Value props = *json::parse(R"({
    "title": "A title that is longer than a short string holds", "size": "large", "count": 3,
    "image": {"src": "https://example.org/pictures/a-long-name.jpeg", "alt": "A house by the river, seen from above"},
    "link": "https://example.org/somewhere/else",
    "rows": [{"label": "One of the rows that the chart shows", "value": 1.25}, {"label": "Two"}]})");
  expect_no_allocation(*schema, props);
  for (const auto& member : props.get_object()) {
    const AllocationCount count;
    const bool fits = schema->validate_property(json::view(member.key()), member.value()).empty();
    EXPECT_EQ(count.allocations(), 0U) << json::view(member.key());
    EXPECT_TRUE(fits);
  }
}

}  // namespace
}  // namespace pagewright::schema
