#include "engine/token/token_set.hpp"

#include <gtest/gtest.h>

#include "fixtures/cases.hpp"

namespace pagewright::token {
namespace {

std::vector<std::string> messages_of(const std::vector<Diagnostic>& faults) {
  std::vector<std::string> messages;
  for (const Diagnostic& fault : faults) messages.push_back(fault.message);
  return messages;
}

std::vector<std::string> texts_of(const json::Value& list) {
  std::vector<std::string> texts;
  for (const json::Value& text : list.get_array()) texts.emplace_back(json::view(text.get_string()));
  return texts;
}

TEST(TokenSet, Fixtures) {
  for (const json::Value& fixture : fixtures::read_cases("tokens/token_sets.json")) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const json::Value& expect = fixture.at("expect");
    const auto set = TokenSet::parse(fixture.at("input").at("source"));
    if (const json::Value* faults = json::find(expect, "faults")) {
      ASSERT_FALSE(set.has_value());
      EXPECT_EQ(messages_of(set.error()), texts_of(*faults));
      continue;
    }
    EXPECT_TRUE(set.has_value()) << set.error().front().message;
    if (!set) continue;
    if (const json::Value* tokens = json::find(expect, "tokens")) {
      ASSERT_EQ(set->tokens().size(), tokens->get_array().size());
      for (std::size_t i = 0; i < set->tokens().size(); ++i) {
        const Token& token = set->tokens()[i];
        EXPECT_EQ((std::vector<std::string>{token.path, token.type, token.css_value, token.custom_property}),
                  texts_of(tokens->get_array()[i]));
      }
    }
    if (const json::Value* css = json::find(expect, "css"))
      for (const auto& scheme : css->get_object())
        EXPECT_EQ(set->css(json::view(scheme.key())), json::view(scheme.value().get_string()));
  }
}

TEST(TokenSet, FindsByPathAndCustomProperty) {
  const auto set =
      TokenSet::parse(*json::parse(R"({"a": {"$type": "number", "b": {"$value": 1, "$description": "One"}}})"));
  ASSERT_TRUE(set.has_value());
  ASSERT_NE(set->find("a.b"), nullptr);
  EXPECT_EQ(set->find("a.b")->description, "One");
  EXPECT_EQ(set->find_custom_property("--a-b"), set->find("a.b"));
  EXPECT_EQ(set->find("a"), nullptr);
  EXPECT_EQ(set->find_custom_property("a-b"), nullptr);
}

TEST(TokenSet, WritesOnlyWhatIsUsed) {
  const auto set = TokenSet::parse(*json::parse(
      R"({"$extensions": {"org.pagewright.themes": {"dark": {"a": {"$value": 3}, "b": {"$value": 4}}}},
          "$type": "number", "a": {"$value": 1}, "b": {"$value": 2}})"));
  ASSERT_TRUE(set.has_value());
  const std::string_view wanted = "--b";
  const auto is_wanted = [](std::string_view name, const void* context) {
    return name == *static_cast<const std::string_view*>(context);
  };
  EXPECT_EQ(set->css("auto", is_wanted, &wanted),
            ":root{color-scheme:light dark;--b:2;}@media (prefers-color-scheme:dark){:root{--b:4;}}");
  EXPECT_EQ(set->css("dark", is_wanted, &wanted), ":root{color-scheme:dark;--b:4;}");
  ASSERT_TRUE(set->themes().contains("dark"));
  EXPECT_EQ(set->themes().at("dark").size(), 2U);
}

TEST(TokenSet, RefusesEndlessChainsAndDepth) {
  json::Object chain{{"$type", "number"}};
  for (int i = 0; i < 3000; ++i)
    chain["t" + std::to_string(i)] =
        json::Object{{"$value", i == 2999 ? json::Value(1) : json::Value("{t" + std::to_string(i + 1) + "}")}};
  EXPECT_FALSE(TokenSet::parse(chain).has_value());

  json::Value deep = json::Object{{"$value", 1}};
  for (int i = 0; i < 60; ++i) deep = json::Object{{"g", deep}};
  EXPECT_FALSE(TokenSet::parse(deep).has_value());
}

TEST(TokenSet, RefusesWhatGrowsWithoutBounds) {
  json::Object aliases{{"$type", "shadow"}};
  json::Object groups;
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{n" + std::to_string(i + 1) + "}";
    aliases["n" + std::to_string(i)] = json::Object{{"$value", json::Array{json::Value(next), json::Value(next)}}};
    groups["n" + std::to_string(i)] =
        json::Object{{"x", json::Object{{"$extends", next}}}, {"y", json::Object{{"$extends", next}}}};
  }
  const json::Object shadow{{"color", "#000"}, {"offsetX", "0"}, {"offsetY", "0"}, {"blur", "0"}, {"spread", "0"}};
  aliases["n40"] = json::Object{{"$value", shadow}};
  groups["n40"] = json::Object{{"$type", "number"}, {"a", json::Object{{"$value", 1}}}};
  EXPECT_FALSE(TokenSet::parse(aliases).has_value());
  EXPECT_FALSE(TokenSet::parse(groups).has_value());
}

TEST(TokenSet, ReadsWhatTheLibraryShips) {
  std::ifstream file(std::string(PAGEWRIGHT_SOURCE_DIRECTORY) + "/library/themes/pagewright.json");
  std::stringstream text;
  text << file.rdbuf();
  const auto source = json::parse(text.str());
  ASSERT_TRUE(source.has_value()) << source.error().message;
  const auto set = TokenSet::parse(*source);
  ASSERT_TRUE(set.has_value()) << set.error().front().message;
  EXPECT_GT(set->themes().at("dark").size(), 10U);
}

}  // namespace
}  // namespace pagewright::token
