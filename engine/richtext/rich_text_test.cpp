#include "engine/richtext/rich_text.hpp"

#include <gtest/gtest.h>

#include "fixtures/cases.hpp"

namespace pagewright::richtext {
namespace {

std::string html_of(const json::Value& document) {
  std::string out;
  append_html(document, out);
  return out;
}

// RICHTEXT-1, RICHTEXT-2, RICHTEXT-3, RICHTEXT-4, RICHTEXT-5, RICHTEXT-8, RICHTEXT-9
TEST(RichText, Fixtures) {
  for (const json::Value& fixture : fixtures::read_cases("richtext/rich_text.json")) {
    SCOPED_TRACE(fixtures::name_of(fixture));
    const json::Value& input = fixture.at("input");
    const json::Value& expect = fixture.at("expect");
    EXPECT_EQ(html_of(input), json::find_string(expect, "html"));
    EXPECT_EQ(plain_text(input), json::find_string(expect, "text"));
    const auto result = validate(input);
    const auto error_path = json::find_string(expect, "error_path");
    EXPECT_EQ(result.has_value(), !error_path.has_value()) << (result ? "" : result.error().message);
    if (!result) {
      EXPECT_EQ(result.error().code, ErrorCode::invalid_prop);
      EXPECT_EQ(result.error().path, error_path);
    }
  }
}

json::Value nested_quotes(unsigned depth) {
  json::Value node = json::Object{{"type", "paragraph"}};
  for (unsigned i = 0; i < depth; ++i) node = json::Object{{"type", "blockquote"}, {"content", json::Array{node}}};
  return json::Object{{"type", "doc"}, {"content", json::Array{node}}};
}

// RICHTEXT-6
TEST(RichText, NestingIsLimitedInCheckAndOutput) {
  EXPECT_TRUE(validate(nested_quotes(20)));
  const json::Value deep = nested_quotes(80);
  ASSERT_FALSE(validate(deep));
  EXPECT_LT(html_of(deep).size(), 2000U);
  EXPECT_EQ(plain_text(deep), "");
}

// RICHTEXT-7
TEST(RichText, AppendsToWhatIsThere) {
  std::string out = "<div>";
  append_html(json::Value("x"), out);
  EXPECT_EQ(out, "<div><p>x</p>");
}

}  // namespace
}  // namespace pagewright::richtext
