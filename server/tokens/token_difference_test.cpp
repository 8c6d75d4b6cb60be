#include "server/tokens/token_difference.hpp"

#include <gtest/gtest.h>

namespace pagewright::tokens {
namespace {

std::string compare(std::string_view before, std::string_view after) {
  return to_json(difference(*json::parse(before), *json::parse(after)));
}

TEST(TokenDifference, NamesWhatWasAddedChangedAndRemoved) {
  EXPECT_EQ(compare(R"({"color":{"$type":"color","ink":{"$value":"#000"},"old":{"$value":"#111"}}})",
                    R"({"color":{"$type":"color","ink":{"$value":"#222"},"new":{"deep":{"$value":"#333"}}}})"),
            R"({"added":[{"path":"color.new.deep","theme":null,"token":{"$type":"color","$value":"#333"}}],)"
            R"("changed":[{"path":"color.ink","theme":null,"before":{"$type":"color","$value":"#000"},)"
            R"("after":{"$type":"color","$value":"#222"}}],)"
            R"("removed":[{"path":"color.old","theme":null,"token":{"$type":"color","$value":"#111"}}]})");
}

TEST(TokenDifference, KnowsThemesGroupsAndRoots) {
  const std::string theme = R"({"$extensions":{"org.pagewright.themes":{"dark":{"a":{"$value":)";
  EXPECT_EQ(compare(theme + "1}}}}}", theme + "2}}}}}"),
            R"({"added":[],"changed":[{"path":"a","theme":"dark","before":{"$value":1},"after":{"$value":2}}],)"
            R"("removed":[]})");
  EXPECT_NE(compare(R"({"g":{"$type":"number","$root":{"$value":1}}})", R"({"g":{"$root":{"$value":1}}})")
                .find(R"("path":"g.$root")"),
            std::string::npos);
}

TEST(TokenDifference, DoesNotMindOrder) {
  const std::string nothing = R"({"added":[],"changed":[],"removed":[]})";
  EXPECT_EQ(compare(R"({"a":{"$value":1},"b":{"$value":{"x":1,"y":2}}})",
                    R"({"b":{"$value":{"y":2,"x":1}},"a":{"$value":1}})"),
            nothing);
  EXPECT_EQ(compare("[]", "{}"), nothing);
}

}  // namespace
}  // namespace pagewright::tokens
