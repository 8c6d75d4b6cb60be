#include "engine/schema/pattern.hpp"

#include <gtest/gtest.h>

#include "fixtures/cases.hpp"

namespace pagewright::schema {
namespace {

bool matches(const Pattern& pattern, std::string_view text) {
  std::size_t steps = 100'000'000;
  return pattern.matches(text, steps);
}

TEST(Pattern, MatchesTheFixtures) {
  for (const json::Value& fixture : fixtures::read_cases("schema/patterns.json")) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const auto pattern = Pattern::compile(*json::find_string(fixture.at("input"), "pattern"));
    ASSERT_TRUE(pattern.has_value()) << pattern.error();
    for (const json::Value& text : fixture.at("expect").at("matches").get_array())
      EXPECT_TRUE(matches(*pattern, json::view(text.get_string()))) << json::serialize(text);
    for (const json::Value& text : fixture.at("expect").at("refuses").get_array())
      EXPECT_FALSE(matches(*pattern, json::view(text.get_string()))) << json::serialize(text);
  }
}

TEST(Pattern, RefusesWhatItCannotKeep) {
  for (const char* source : {"(",
                             ")",
                             "a)",
                             "[a",
                             "[z-a]",
                             "*",
                             "a**",
                             "^*",
                             "(?=a)",
                             "(?!a)",
                             "(?<=a)",
                             "(?<a",
                             "\\1",
                             "\\k<a>",
                             "\\p{L}",
                             "\\",
                             "a{2",
                             "a{3,2}",
                             "{",
                             "}",
                             "]",
                             "\\u12",
                             "\\u{110000}",
                             "\\q",
                             "a{100000}",
                             "((a{100}){100}){100}",
                             "(){99999999}",
                             "[\\",
                             "[a-\\d]"})
    EXPECT_FALSE(Pattern::compile(source).has_value()) << source;
  EXPECT_FALSE(Pattern::compile(std::string(100'000, '(')).has_value());
  EXPECT_FALSE(Pattern::compile(std::string(100'000, 'a')).has_value());
}

// SCHEMA-7
TEST(Pattern, TakesLinearTime) {
  // A backtracking matcher would need 2^30 steps.
  const auto pattern = Pattern::compile("^(a|a)*(a|aa)+$");
  ASSERT_TRUE(pattern.has_value());
  EXPECT_FALSE(matches(*pattern, std::string(20'000, 'a') + "!"));
}

// SCHEMA-7, SCHEMA-14
TEST(Pattern, GivesUpWhenItMayDoNoMore) {
  const auto pattern = Pattern::compile("(a?){90}b");
  ASSERT_TRUE(pattern.has_value());
  std::size_t steps = 10'000;
  EXPECT_FALSE(pattern->matches(std::string(10'000, 'a') + "b", steps));
  EXPECT_EQ(steps, 0U);
  std::size_t enough = 10'000'000;
  EXPECT_TRUE(pattern->matches(std::string(10'000, 'a') + "b", enough));
  EXPECT_GT(enough, 0U);
}

TEST(Pattern, ReadsMalformedUtf8AsReplacementCharacters) {
  EXPECT_EQ(decode_utf8("a\xff\xc3"), U"a\uFFFD\uFFFD");
  EXPECT_EQ(decode_utf8("\xF0\x9F\x91\x8D"), U"\U0001F44D");
}

}  // namespace
}  // namespace pagewright::schema
