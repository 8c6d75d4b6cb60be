#include "server/components/json_place.hpp"

#include <gtest/gtest.h>

namespace pagewright::components {
namespace {

constexpr std::string_view text = R"( {"a": {"b\"c": [1, {"x": "}]"}, "end"]}, "a/b": 2, "" : 3} )";

std::string_view rest(std::string_view pointer) {
  return text.substr(place_in_json(text, pointer));
}

TEST(JsonPlace, IsAMembersNameOrAnItem) {
  EXPECT_TRUE(rest("").starts_with("{\"a\""));
  EXPECT_TRUE(rest("/a").starts_with("\"a\": {"));
  EXPECT_TRUE(rest("/a/b\"c/0").starts_with("1, {"));
  EXPECT_TRUE(rest("/a/b\"c/1/x").starts_with("\"x\""));
  EXPECT_TRUE(rest("/a/b\"c/2").starts_with("\"end\""));
  EXPECT_TRUE(rest("/a~1b").starts_with("\"a/b\""));
  EXPECT_TRUE(rest("/").starts_with("\"\" : 3"));
}

TEST(JsonPlace, OfWhatIsMissingIsWhatShouldHaveIt) {
  EXPECT_TRUE(rest("/none").starts_with("{\"a\""));
  EXPECT_TRUE(rest("/a/none/x").starts_with("\"a\": {"));
  EXPECT_TRUE(rest("/a/b\"c/7").starts_with("\"b\\\"c\""));
  EXPECT_TRUE(rest("/a~1b/x").starts_with("\"a/b\""));
  EXPECT_EQ(place_in_json("", "/a"), 0U);
  EXPECT_EQ(place_in_json("3", "/a/b"), 0U);
}

}  // namespace
}  // namespace pagewright::components
