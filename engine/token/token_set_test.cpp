#include "engine/token/token_set.hpp"

#include <gtest/gtest.h>

#include "fixtures/cases.hpp"
#include "fixtures/source_directory.hpp"

namespace pagewright::token {
namespace {

json::Value number_token(json::Value value) {
  return json::Object{{"$value", std::move(value)}};
}

std::string first_fault(const json::Value& source) {
  const auto set = TokenSet::parse(source);
  return set ? "none" : set.error().front().message;
}

// TOKEN-43
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

// TOKEN-45
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

json::Object chain_of(int length) {
  json::Object chain{{"$type", "number"}};
  for (int i = 0; i < length; ++i) {
    const bool is_last = i + 1 == length;
    chain["t" + std::to_string(i)] =
        number_token(is_last ? json::Value(1) : json::Value("{t" + std::to_string(i + 1) + "}"));
  }
  return chain;
}

// TOKEN-49
TEST(TokenSet, LimitsCountDepthAndChains) {
  EXPECT_EQ(first_fault(chain_of(100)), "none");
  EXPECT_EQ(first_fault(chain_of(101)), "t100: is reached through more than 100 aliases");
  EXPECT_EQ(first_fault(chain_of(3000)), "t100: is reached through more than 100 aliases");

  json::Object many{{"$type", "number"}};
  for (int i = 0; i < 5000; ++i) many["t" + std::to_string(i)] = number_token(i);
  EXPECT_EQ(first_fault(many), "none");
  many["last"] = number_token(1);
  EXPECT_EQ(first_fault(many), "last: there are more than 5000 tokens");

  const auto nested = [](int depth) {
    json::Value deep = json::Object{{"$type", "number"}, {"$value", 1}};
    for (int i = 0; i < depth; ++i) deep = json::Object{{"g", deep}};
    return deep;
  };
  EXPECT_EQ(first_fault(nested(24)), "none");
  EXPECT_NE(first_fault(nested(25)).find(": groups are nested more than 24 deep"), std::string::npos);
  EXPECT_NE(first_fault(nested(300)).find(": groups are nested more than 24 deep"), std::string::npos);

  json::Value value = "Inter";
  for (int i = 0; i < 30; ++i) value = json::Array{value};
  EXPECT_EQ(first_fault(json::Object{{"f", json::Object{{"$type", "fontFamily"}, {"$value", value}}}}),
            "f: its value is nested too deeply");

  json::Object themes;
  for (int i = 0; i < 21; ++i) themes["theme" + std::to_string(i)] = json::Object();
  EXPECT_EQ(first_fault(json::Object{{"$extensions", json::Object{{"org.pagewright.themes", themes}}}}),
            "org.pagewright.themes: there are more than 20 themes");
}

// TOKEN-50
TEST(TokenSet, LimitsWhatAliasesExpandTo) {
  json::Object aliases{{"$type", "shadow"}};
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{n" + std::to_string(i + 1) + "}";
    aliases["n" + std::to_string(i)] = number_token(json::Array{json::Value(next), json::Value(next)});
  }
  const json::Object shadow{{"color", "#000"}, {"offsetX", "0"}, {"offsetY", "0"}, {"blur", "0"}, {"spread", "0"}};
  aliases["n40"] = number_token(shadow);
  EXPECT_NE(first_fault(aliases).find("its value is made of more than 2000 values"), std::string::npos);
}

// TOKEN-50
TEST(TokenSet, LimitsTheLengthOfValues) {
  const auto dimension = [](std::string calculation) {
    return json::Object{{"a", json::Object{{"$type", "dimension"}, {"$value", std::move(calculation)}}}};
  };
  const auto calculation = [](std::size_t size) { return "calc(" + std::string(size - 6, '1') + ")"; };
  EXPECT_EQ(first_fault(dimension(calculation(1'000))), "none");
  EXPECT_EQ(first_fault(dimension(calculation(1'001))),
            "a: must be a calculation of at most 1000 characters; found \"calc(11111111111111111111111111111111…\"");
  EXPECT_EQ(first_fault(dimension(calculation(900'000))), "a: its value is longer than 16 KiB");

  // Members' names count too, and a text elsewhere that $ref leads to.
  json::Object named{{"$type", "shadow"}};
  named["a"] = number_token(json::Object{{std::string(17'000, 'n'), 1}});
  EXPECT_EQ(first_fault(named), "a: its value is longer than 16 KiB");
  json::Object pointing{{"$type", "fontFamily"}, {"$description", std::string(17'000, 'd')}};
  pointing["a"] = number_token(json::Object{{"$ref", "#/$description"}});
  EXPECT_EQ(first_fault(pointing), "a: its value is longer than 16 KiB");
}

// TOKEN-50
TEST(TokenSet, LimitsWhatAllValuesTake) {
  json::Array families;
  for (int i = 0; i < 150; ++i) families.push_back(json::String(std::string(100, 'f')));
  json::Object set{{"$type", "fontFamily"}, {"long", number_token(families)}};
  for (int i = 0; i < 200; ++i) set["a" + std::to_string(i)] = number_token("{long}");
  EXPECT_EQ(first_fault(set), "none");
  for (int i = 200; i < 300; ++i) set["a" + std::to_string(i)] = number_token("{long}");
  EXPECT_EQ(first_fault(set), "the tokens: the values of all tokens, without aliases, take more than 4 MiB");

  // What a group says is said of each token in it.
  json::Object numbers{{"$type", "number"}};
  for (int i = 0; i < 1'200; ++i) numbers["t" + std::to_string(i)] = number_token(i);
  const std::string fault =
      "the tokens: the paths of all tokens, with what their groups say of them, are longer than 4 MiB";
  EXPECT_EQ(first_fault(json::Object{{"g", numbers}}), "none");
  json::Object nested = numbers;
  for (int i = 0; i < 20; ++i) nested = json::Object{{std::string(200, 'g'), std::move(nested)}};
  EXPECT_EQ(first_fault(nested), fault);
  numbers["$deprecated"] = std::string(10'000, 'd');
  EXPECT_EQ(first_fault(json::Object{{"g", numbers}}), fault);
}

// TOKEN-51
TEST(TokenSet, LimitsWhatGroupsExpandTo) {
  json::Object doubling;
  json::Object line;
  for (int i = 0; i < 200; ++i) {
    const std::string next = "{n" + std::to_string(i + 1) + "}";
    line["n" + std::to_string(i)] = json::Object{{"$extends", next}};
    if (i < 20)
      doubling["n" + std::to_string(i)] =
          json::Object{{"x", json::Object{{"$extends", next}}}, {"y", json::Object{{"$extends", next}}}};
  }
  doubling["n20"] = json::Object{{"$type", "number"}, {"a", number_token(1)}};
  line["n200"] = doubling["n20"];
  EXPECT_EQ(first_fault(doubling), "the tokens: their $extends make more than 40000 members");
  EXPECT_EQ(first_fault(line), "n100: $extends goes through more than 100 groups");

  // 500 groups that each extend one of 4 tokens are no reason to complain.
  json::Object many{{"base", json::Object{{"$type", "number"},
                                          {"a", number_token(1)},
                                          {"b", number_token(2)},
                                          {"c", number_token(3)},
                                          {"d", number_token(4)}}}};
  for (int i = 0; i < 500; ++i) many["g" + std::to_string(i)] = json::Object{{"$extends", "{base}"}};
  EXPECT_EQ(first_fault(many), "none");
  many.at("base").at("a").as_object()["$description"] = std::string(20'000, 'd');
  EXPECT_EQ(first_fault(many), "the tokens: their $extends make more than 8 MiB");
}

// TOKEN-52
TEST(TokenSet, NamesAtMostFiftyFaultsAndEachOnce) {
  json::Object wrong{{"$type", "number"}};
  for (int i = 0; i < 80; ++i) wrong["t" + std::to_string(i)] = number_token("{nowhere}");
  const auto set = TokenSet::parse(wrong);
  ASSERT_FALSE(set.has_value());
  EXPECT_EQ(set.error().size(), 50U);
}

// TOKEN-7
TEST(TokenSet, IsWrittenAsItWasRead) {
  const std::string canonical =
      R"({"b":{"$type":"number","z":{"$value":1.5,"$extensions":{"org.example":{"b":[1,2.25,1e+21,"\u0001é"],"a":null}}}},)"
      R"("a":{"$value":"{b.z}","$description":"","$deprecated":false},"$extensions":{"x":0}})";
  const auto source = json::parse(canonical);
  ASSERT_TRUE(source.has_value());
  EXPECT_TRUE(TokenSet::parse(*source).has_value());
  EXPECT_EQ(json::serialize(*source), canonical);
  const auto loose =
      json::parse(" { \"b\" : { \"$type\":\"number\", \"$value\": 1.50e0 }, \"a\":{\"$value\":\"\\u007bb}\" } }\n");
  ASSERT_TRUE(loose.has_value());
  EXPECT_TRUE(TokenSet::parse(*loose).has_value());
  EXPECT_TRUE(json::equal(*loose, *json::parse(json::serialize(*loose))));
}

// What a large design system holds: palettes, semantic layers on them, components on those. TOKEN-12
TEST(TokenSet, FollowsFiveLevelsOfAliasesInAThousandTokens) {
  json::Object levels;
  for (int level = 0; level < 6; ++level) {
    json::Object group{{"$type", "color"}};
    for (int i = 0; i < 200; ++i) {
      const std::string name = "tone-" + std::to_string(i);
      if (level == 0)
        group[name] = number_token(json::Object{
            {"colorSpace", "oklch"}, {"components", json::Array{json::Value(0.5), json::Value(0.1), json::Value(i)}}});
      else
        group[name] = number_token(json::Value("{level-" + std::to_string(level - 1) + "." + name + "}"));
    }
    levels["level-" + std::to_string(level)] = group;
  }
  levels["$extensions"] =
      *json::parse(R"({"org.pagewright.themes":{"dark":{"level-0":{"tone-7":{"$value":"#777777"}}}}})");
  const auto set = TokenSet::parse(levels);
  ASSERT_TRUE(set.has_value()) << set.error().front().message;
  EXPECT_EQ(set->tokens().size(), 1200U);
  EXPECT_EQ(set->find("level-5.tone-199")->css_value, "oklch(0.5 0.1 199)");
  EXPECT_EQ(set->themes().at("dark").size(), 6U);
  EXPECT_EQ(set->themes().at("dark").back().path, "level-5.tone-7");
}

// TOKEN-42
TEST(TokenSet, NoValueLeavesItsDeclaration) {
  for (const char* hostile : {"</style>", "red;}", "url(x)", "a{b", "/*", "\\", "\n", "\"'", "expression(1)"})
    for (const char* type : {"color", "dimension", "fontFamily", "fontWeight", "duration", "cubicBezier", "number",
                             "strokeStyle", "border", "transition", "shadow", "gradient", "typography"}) {
      const auto set = TokenSet::parse(json::Object{{"t", json::Object{{"$type", type}, {"$value", hostile}}}});
      if (!set) continue;
      EXPECT_EQ(set->tokens().front().css_value.find_first_of("<;{}\\\n"), std::string::npos)
          << hostile << " as " << type;
    }
}

TEST(TokenSet, ReadsWhatTheLibraryShips) {
  std::ifstream file(fixtures::source_directory() / "library/themes/pagewright.json");
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
