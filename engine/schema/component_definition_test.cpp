#include "engine/schema/component_definition.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pagewright::schema {
namespace {

using testing::Contains;
using testing::Field;

constexpr std::string_view card = R"({
  "name": "card", "display_name": "Card", "category": "content", "version": "1.0.0-beta.1",
  "slots": {"content": {"accepts": ["category:media", "text"], "max": 2}, "footer": {"display_name": "Footer"}},
  "props": {"type": "object", "properties": {"title": {"type": "string", "default": "T", "maxLength": 5}}},
  "config_ui": {"groups": [{"name": "content", "label": "Content", "props": ["title"]}], "controls": {"title": {"control": "text"}}},
  "initial": {"props": {"title": "Hi"}, "children": {"content": [{"component": "text"}]}}
})";

ComponentDefinition named(const std::string& name, const std::string& category) {
  const json::Value source =
      json::Object{{"name", name}, {"display_name", name}, {"category", category}, {"version", "1.0.0"}};
  return std::move(*ComponentDefinition::parse(source));
}

TEST(ComponentDefinition, ReadsWhatComponentJsonSays) {
  const auto definition = ComponentDefinition::parse(*json::parse(card));
  ASSERT_TRUE(definition.has_value()) << definition.error().front().message;
  EXPECT_EQ(definition->name, "card");
  EXPECT_EQ(definition->version, "1.0.0-beta.1");
  ASSERT_EQ(definition->slots.size(), 2U);
  EXPECT_EQ(definition->find_slot("content")->max, 2U);
  EXPECT_EQ(definition->find_slot("content")->display_name, "content");
  EXPECT_EQ(definition->find_slot("footer")->accepts, std::vector<std::string>{"*"});
  EXPECT_EQ(definition->find_slot("header"), nullptr);
  EXPECT_EQ(json::serialize(definition->props.defaults()), R"({"title":"T"})");
  EXPECT_TRUE(json::equal(definition->source, *json::parse(card)));
}

TEST(ComponentDefinition, SlotsAcceptByNameCategoryOrAll) {
  const auto definition = ComponentDefinition::parse(*json::parse(card));
  const SlotDefinition& content = *definition->find_slot("content");
  EXPECT_TRUE(accepts(content, named("image", "media")));
  EXPECT_TRUE(accepts(content, named("text", "content")));
  EXPECT_FALSE(accepts(content, named("card", "content")));
  EXPECT_TRUE(accepts(*definition->find_slot("footer"), named("card", "content")));
}

// The card, with the member at `pointer` replaced or added.
json::Value changed_card(std::string_view pointer, std::string_view value) {
  json::Value source = *json::parse(card);
  const auto slash = pointer.rfind('/');
  boost::json::error_code ignored;
  json::Value* parent = source.find_pointer(pointer.substr(0, slash), ignored);
  if (json::Array* array = parent->if_array())
    array->front() = *json::parse(value);
  else
    parent->get_object()[pointer.substr(slash + 1)] = *json::parse(value);
  return source;
}

struct Fault {
  const char* pointer;  // of the member to replace, in the card
  const char* value;
  const char* message;
};

// SCHEMA-23
TEST(ComponentDefinition, NamesEachFault) {
  const Fault faults[] = {
      {"/name", "\"Card!\"",
       "/name: must be lower-case letters, digits and -, start with a letter, and have at most 64 characters"},
      {"/name", "7", "/name: must be a text"},
      {"/category", "\"fancy\"", "/category: must be layout, content, form, media or data"},
      {"/version", "\"1.0\"", "/version: must be a version such as 1.0.0"},
      {"/version", "\"01.0.0\"", "/version: must be a version such as 1.0.0"},
      {"/slots", "[]", "/slots: must be an object from a slot's name to its definition"},
      {"/slots/content/max", "0", "/slots/content/max: must be a whole number from 1 to 20000"},
      {"/slots/content/accepts", "[\"category:x\"]",
       "/slots/content/accepts/0: must be a component's name, \"category:\" with a category, or \"*\""},
      {"/slots/content/accept", "[]",
       "/slots/content/accept: is not known here; check its spelling, or start the name of one of your own with x-"},
      {"/props", "{\"properties\": {}}", "/props: must be the schema of an object: \"type\": \"object\""},
      {"/props/properties/title/maxLength", "\"5\"",
       "/props/properties/title/maxLength: must be a whole number, at least 0"},
      {"/props/properties/Title", "{}",
       "/props/properties/Title: a prop's name must be lower-case letters, digits and _, and start with a letter"},
      {"/config_ui/groups/0/props/0", "\"titel\"",
       "/config_ui/groups/0/props/0: names the prop \"titel\", which is not among the props"},
      {"/config_ui/controls/color", "{}", "/config_ui/controls/color: names a prop that is not among the props"},
      {"/config_ui/controls/title/control", "\"texts\"",
       "/config_ui/controls/title/control: must be text, textarea, rich_text, number, slider, toggle, select, "
       "segmented, color, url, image, list or table"},
      {"/initial/props/title", "\"too long\"", "/initial/props/title: must be at most 5 characters, is 8"},
      {"/initial/children/aside", "[]", "/initial/children/aside: names a slot that is not among the slots"},
      {"/templates", "1",
       "/templates: is not known here; check its spelling, or start the name of one of your own with x-"},
  };
  for (const Fault& fault : faults) {
    const auto definition = ComponentDefinition::parse(changed_card(fault.pointer, fault.value));
    ASSERT_FALSE(definition.has_value()) << fault.pointer;
    EXPECT_THAT(definition.error(), Contains(Field(&Diagnostic::message, fault.message)))
        << definition.error().front().message;
  }
}

// SCHEMA-25
TEST(ComponentDefinition, HasNoMorePropsThanANodeMayHave) {
  const auto faults_of = [](int own, int shared) {
    const auto properties = [](const char* prefix, int count) {
      json::Object all;
      for (int i = 0; i < count; ++i) all[prefix + std::to_string(i)] = json::Object{{"type", "string"}};
      return all;
    };
    const auto definition = ComponentDefinition::parse(changed_card(
        "/props", json::serialize(json::Object{
                      {"type", "object"},
                      {"properties", properties("own", own)},
                      {"allOf", json::Array{json::Object{{"properties", properties("shared", shared)}}}}})));
    std::vector<std::string> messages;
    if (!definition)
      for (const Diagnostic& fault : definition.error())
        if (!fault.message.contains("is not among the props")) messages.push_back(fault.message);
    return messages;
  };
  constexpr const char* message =
      "/props: has 201 props, may have at most 200; gather props that belong together in one that is an object or a "
      "list";
  EXPECT_THAT(faults_of(201, 0), Contains(message));
  EXPECT_THAT(faults_of(150, 51), Contains(message));
  EXPECT_THAT(faults_of(150, 50), testing::Not(Contains(testing::HasSubstr("may have at most"))));
}

TEST(ComponentDefinition, RefusesWhatIsNoDefinition) {
  for (const char* source :
       {"null", "[]", "{}", "{\"name\":null,\"slots\":3,\"props\":[],\"config_ui\":4,\"initial\":5}",
        R"({"slots":{"a":1},"config_ui":{"groups":[1],"controls":{"x":1}},"initial":{"props":1,"children":1}})"})
    EXPECT_FALSE(ComponentDefinition::parse(*json::parse(source)).has_value()) << source;
}

TEST(Catalog, FindsByNameAndReplaces) {
  Catalog catalog;
  catalog.add(std::make_shared<ComponentDefinition>(named("text", "content")));
  catalog.add(std::make_shared<ComponentDefinition>(named("image", "media")));
  catalog.add(std::make_shared<ComponentDefinition>(named("text", "layout")));
  ASSERT_EQ(catalog.all().size(), 2U);
  EXPECT_EQ(catalog.all()[0]->name, "image");
  EXPECT_EQ(catalog.find("text")->category, "layout");
  EXPECT_EQ(catalog.find("card"), nullptr);
}

}  // namespace
}  // namespace pagewright::schema
