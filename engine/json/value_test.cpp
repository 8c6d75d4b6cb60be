#include "engine/json/value.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

namespace pagewright::json {
namespace {

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

// JSON-11
TEST(JsonNumber, IsWrittenAsEcmaScriptDoes) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(-0.0), "0");
  EXPECT_EQ(number(1.5), "1.5");
  EXPECT_EQ(number(-42), "-42");
  EXPECT_EQ(number(100), "100");
  EXPECT_EQ(number(0.1), "0.1");
  EXPECT_EQ(number(0.000001), "0.000001");
  EXPECT_EQ(number(1e-7), "1e-7");
  EXPECT_EQ(number(1.25e-9), "1.25e-9");
  EXPECT_EQ(number(1e20), "100000000000000000000");
  EXPECT_EQ(number(1e21), "1e+21");
  EXPECT_EQ(number(1.7976931348623157e308), "1.7976931348623157e+308");
  EXPECT_EQ(number(5e-324), "5e-324");
}

// JSON-1
TEST(JsonParse, NamesLineAndColumnOfAFault) {
  const auto broken = parse("{\"a\": 1,\n  \"b\": }");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().code, ErrorCode::invalid_json);
  EXPECT_NE(broken.error().message.find("line 2, column 8"), std::string::npos) << broken.error().message;
}

// JSON-1
TEST(JsonParse, RefusesWhatIsNotJson) {
  for (const char* text : {"", "{", "[1,]", "{} {}", "nul", "'a'", "01", "\"\xff\"", "[1] 2"})
    EXPECT_FALSE(parse(text)) << text;
}

// JSON-5
TEST(JsonParse, RefusesDeepNesting) {
  EXPECT_TRUE(parse(std::string(300, '[') + std::string(300, ']')));
  EXPECT_FALSE(parse(std::string(100000, '[')));
}

// JSON-7
TEST(JsonParse, ReadsEveryNumberCorrectlyRounded) {
  for (const char* text : {"0.30000000000000004", "5.555555555555555e+36", "1.7976931348623157e+308", "5e-324",
                           "123456789012345680000", "0.1", "1e+23", "-2.2250738585072014e-308", "9007199254740993.5"})
    EXPECT_EQ(parse(text)->to_number<double>(), std::strtod(text, nullptr)) << text;
}

// JSON-8
TEST(JsonParse, RefusesNumbersBeyondADouble) {
  EXPECT_FALSE(parse("1e400"));
  EXPECT_FALSE(parse("[-1e999]"));
}

// JSON-11
TEST(JsonSerialize, GivesBackTheShortestTextOfANumber) {
  for (const char* text : {"0.30000000000000004", "5.555555555555555e+36", "2.5e-7", "1.7976931348623157e+308"})
    EXPECT_EQ(serialize(*parse(text)), text);
}

// JSON-10
TEST(JsonSerialize, RoundTripsToEqualBytes) {
  const std::string text = R"({"b":[1,2.5,-3,true,null],"a":{"q":"\"\\\n\u0001é"}})";
  EXPECT_EQ(serialize(*parse(text)), text);
}

// JSON-12
TEST(JsonSerialize, EscapesWhereverTheByteStands) {
  for (std::size_t size = 1; size < 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      text[at] = '\x1f';
      std::string out;
      append_quoted(out, text);
      ASSERT_EQ(out, '"' + text.substr(0, at) + "\\u001f" + text.substr(at + 1) + '"');
      ASSERT_EQ(*parse(out), Value(text));
    }
  }
}

// JSON-13
TEST(JsonEqual, ComparesNumbersByValueAndObjectsWithoutOrder) {
  EXPECT_TRUE(equal(*parse(R"({"a":1,"b":[1.0]})"), *parse(R"({"b":[1],"a":1})")));
  EXPECT_FALSE(equal(*parse(R"({"a":1})"), *parse(R"({"a":2})")));
  EXPECT_FALSE(equal(*parse("[1]"), *parse("[1,1]")));
  EXPECT_FALSE(equal(*parse("\"1\""), *parse("1")));
}

}  // namespace
}  // namespace pagewright::json
