#include "server/tokens/fault_place.hpp"

#include <gtest/gtest.h>

namespace pagewright::tokens {
namespace {

TEST(FaultPlace, IsTheTokensPointer) {
  const json::Value tokens = *json::parse(
      R"({"color":{"a b":{"x/y~":{}},"a":{}},"$extensions":{"org.pagewright.themes":{"dark":{"color":{"a":{}}},"dark blue":{}}}})");
  EXPECT_EQ(fault_place("color.a: is wrong", tokens), "/color/a");
  EXPECT_EQ(fault_place("design tokens/tokens: color.a b.x/y~: is wrong", tokens), "/color/a b/x~1y~0");
  EXPECT_EQ(fault_place("color.a.$foo: is no member", tokens), "/color/a");
  EXPECT_EQ(fault_place("theme dark: color.a: is wrong", tokens), "/$extensions/org.pagewright.themes/dark/color/a");
  EXPECT_EQ(fault_place("theme dark blue: must be an object", tokens), "/$extensions/org.pagewright.themes/dark blue");
  EXPECT_EQ(fault_place("the tokens: must be an object", tokens), "");
  EXPECT_EQ(fault_place("", tokens), "");
  EXPECT_EQ(fault_place("color", json::Value()), "");
}

}  // namespace
}  // namespace pagewright::tokens
