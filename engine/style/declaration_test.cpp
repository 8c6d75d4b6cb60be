#include "engine/style/declaration.hpp"

#include <gtest/gtest.h>

#include "fixtures/cases.hpp"

namespace pagewright::style {
namespace {

// STYLE-1, STYLE-2, STYLE-3, STYLE-5, STYLE-6
TEST(Declaration, Fixtures) {
  for (const json::Value& fixture : fixtures::read_cases("tokens/declarations.json")) {
    const auto property = *json::find_string(fixture.at("input"), "property");
    const auto value = *json::find_string(fixture.at("input"), "value");
    SCOPED_TRACE(std::string(property) + ": " + std::string(value));
    const auto result = validate(property, value);
    EXPECT_EQ(result.has_value(), fixture.at("expect").at("valid").get_bool())
        << (result ? "" : result.error().message);
    if (!result) {
      EXPECT_EQ(result.error().code, ErrorCode::invalid_style);
      EXPECT_EQ(result.error().message, json::find_string(fixture.at("expect"), "message"));
    }
  }
}

// STYLE-2, STYLE-4
TEST(Declaration, RefusesValuesThatAreTooLongOrHoldControlCharacters) {
  EXPECT_TRUE(validate("width", std::string(200, '1')));
  EXPECT_FALSE(validate("width", std::string(201, '1')));
  EXPECT_FALSE(validate("width", std::string("1\0", 2)));
  EXPECT_FALSE(validate("width", "1\n2"));
}

// STYLE-6
TEST(Declaration, MessagesCutNoCharacterInTwo) {
  for (std::size_t size = 50; size < 70; ++size) {
    const auto refused = validate(std::string(size, 'x') + "€€", "1");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(json::parse(json::serialize(json::Value(refused.error().message)))) << size;
  }
}

// STYLE-2, STYLE-3
TEST(Declaration, RefusesEveryCharacterThatEndsOne) {
  for (const std::string part : {";", "{", "}", "@", "\\", "<", "!", "/*", "\"", "'", "(", ")", "[", "]", "\x1b"})
    for (const std::string& value : {part + "red", "red" + part, "re" + part + "d"})
      EXPECT_FALSE(validate("color", value)) << value;
  for (const char* call : {"url(x)", "URL(x)", "image(x)", "image-set(x)", "cross-fade(x)", "element(x)", "attr(x)",
                           "env(x)", "var(--x)", "expression(x)", "src(x)", "calc(url(x))", "paint(x)"})
    EXPECT_FALSE(validate("background-image", call)) << call;
}

// STYLE-7
TEST(CssValue, IsACustomPropertyForATokenThatExists) {
  const auto tokens =
      token::TokenSet::parse(*json::parse(R"({"Space": {"4": {"$type": "dimension", "$value": "16px"}}})"));
  ASSERT_TRUE(tokens.has_value());
  EXPECT_EQ(css_value("{Space.4}", &*tokens), "var(--space-4)");
  EXPECT_EQ(css_value("{space.5}", &*tokens), std::nullopt);
  EXPECT_EQ(css_value("{space.5}", nullptr), "var(--space-5)");
  EXPECT_EQ(css_value("12px", &*tokens), "12px");
  EXPECT_EQ(css_value("{a}{b}", nullptr), std::nullopt);
  EXPECT_EQ(css_value("{a;}", nullptr), std::nullopt);
}

// STYLE-8
TEST(Breakpoint, NamesAndMediaQueries) {
  for (const Breakpoint breakpoint : breakpoints) EXPECT_EQ(parse_breakpoint(name_of(breakpoint)), breakpoint);
  EXPECT_EQ(parse_breakpoint("desktop"), std::nullopt);
  EXPECT_EQ(media_query(Breakpoint::base), "");
  EXPECT_EQ(media_query(Breakpoint::mobile), "@media (max-width:639px)");
}

}  // namespace
}  // namespace pagewright::style
