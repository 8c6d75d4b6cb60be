#include "server/tokens/member_text.hpp"

#include <gtest/gtest.h>

namespace pagewright::tokens {
namespace {

TEST(MemberText, IsTheTextAsWritten) {
  EXPECT_EQ(member_text(R"({"a":1.50,"b":{"x":[1e3, "}\"]"]} ,"c":"}"})", "a"), "1.50");
  EXPECT_EQ(member_text(R"({"a":1.50,"b":{"x":[1e3, "}\"]"]} ,"c":"}"})", "b"), R"({"x":[1e3, "}\"]"]})");
  EXPECT_EQ(member_text(R"({"a":1.50,"b":{"x":[1e3, "}\"]"]} ,"c":"}"})", "c"), R"("}")");
  EXPECT_EQ(member_text(" {\n \"tok\\u0065ns\" : { \"x\" : 1.0 }\n } \n", "tokens"), R"({ "x" : 1.0 })");
  EXPECT_EQ(member_text(R"({"a":true ,"a": null })", "a"), "null");
  EXPECT_EQ(member_text(R"({"b":{"a":1}})", "a"), "");
  EXPECT_EQ(member_text("{}", "a"), "");
  EXPECT_EQ(member_text("[1]", "a"), "");
  EXPECT_EQ(member_text("", "a"), "");
}

}  // namespace
}  // namespace pagewright::tokens
