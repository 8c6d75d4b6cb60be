// What is no JSON, or is JSON that few programs are written for.
#include <gtest/gtest.h>

#include <cmath>

#include "engine/json/value.hpp"

namespace pagewright::json {
namespace {

using namespace std::string_literals;

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  text.reserve(part.size() * count);
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

// JSON-1
TEST(MalformedJson, IsRefusedWithItsPlace) {
  for (const char* text : {"",
                           " ",
                           "{",
                           "}",
                           "[",
                           "]",
                           "[1",
                           "[1,]",
                           "[,1]",
                           "{\"a\"}",
                           "{\"a\":}",
                           "{\"a\":1,}",
                           "{a:1}",
                           "{'a':1}",
                           "'a'",
                           "nul",
                           "True",
                           "NaN",
                           "Infinity",
                           "-Infinity",
                           "undefined",
                           "01",
                           "-",
                           "+1",
                           ".5",
                           "1.",
                           "1e",
                           "0x10",
                           "1_000",
                           "\"",
                           "\"\\\"",
                           "\"\\x41\"",
                           "\"\\u12\"",
                           "\"\\u12g4\"",
                           "\"a\nb\"",
                           "\"\x01\"",
                           "{} {}",
                           "[1] 2",
                           "1 1",
                           "// a\n1",
                           "/* a */ 1",
                           "[1 2]",
                           "{\"a\" 1}",
                           "{1:1}",
                           "\xEF\xBB\xBF{}",
                           "\xFF\xFE{\0}\0"}) {
    const auto value = parse(text);
    ASSERT_FALSE(value) << text;
    EXPECT_EQ(value.error().code, ErrorCode::invalid_json) << text;
    EXPECT_NE(value.error().message.find("line "), std::string::npos) << value.error().message;
  }
}

// JSON-1
TEST(MalformedJson, EveryStartOfATextIsRefused) {
  const std::string text = R"({"a":[1.5e3,"\u00e9\ud83d\ude00",true,null],"b":{"c":"é"}})";
  ASSERT_TRUE(parse(text));
  for (std::size_t size = 0; size < text.size(); ++size) EXPECT_FALSE(parse(text.substr(0, size))) << size;
}

// JSON-1
TEST(MalformedJson, ANulIsNoWhiteSpace) {
  for (const std::string& text : {"\0"s, "1\0"s, "\0{}"s, "[1,\0 2]"s, "\"\0\""s, "{\"a\0\":1}"s})
    EXPECT_FALSE(parse(text));
}

// JSON-2
TEST(MalformedJson, InvalidUtf8IsRefusedInValuesAndKeys) {
  for (const char* bytes : {"\x80",
                            "\xBF",
                            "\xC0\x80",
                            "\xC1\xBF",
                            "\xC3",
                            "\xC3(",
                            "\xE0\x80\x80",
                            "\xE0\x9F\xBF",
                            "\xE2\x82",
                            "\xED\xA0\x80",
                            "\xED\xBF\xBF",
                            "\xED\xA0\xBD\xED\xB8\x80",
                            "\xF0\x80\x80\x80",
                            "\xF0\x9F\x98",
                            "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80",
                            "\xF8\x88\x80\x80\x80",
                            "\xFE",
                            "\xFF",
                            "a\xFFz"}) {
    EXPECT_FALSE(parse("\"" + std::string(bytes) + "\"")) << bytes;
    EXPECT_FALSE(parse("{\"" + std::string(bytes) + "\":1}")) << bytes;
  }
  for (const char* text : {"\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
                           "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xEF\xBB\xBF"})
    EXPECT_TRUE(parse("\"" + std::string(text) + "\"")) << text;
}

// JSON-3
TEST(MalformedJson, ALoneSurrogateIsRefused) {
  for (const char* text :
       {R"("\ud800")", R"("\udc00")", R"("\udfff")", R"("\ud83d")", R"("\ud83dx")", R"("\ud83d\n")",
        R"("\ud83d\u0041")", R"("\ud83d\ud83d")", R"("\ude00\ud83d")", R"({"\ud800":1})", R"(["\uDBFF"])"})
    EXPECT_FALSE(parse(text)) << text;
  EXPECT_EQ(serialize(*parse(R"("\ud83d\ude00")")), "\"😀\"");
  EXPECT_EQ(serialize(*parse(R"("\uffff\ufdd0")")), "\"\xEF\xBF\xBF\xEF\xB7\x90\"");
}

// JSON-4
TEST(UnusualJson, KeepsNulInTextsAndKeys) {
  const auto value = parse(R"({"a\u0000b":"\u0000"})");
  ASSERT_TRUE(value);
  EXPECT_EQ(find_string(*value, "a\0b"s), "\0"s);
  EXPECT_EQ(find(*value, "a"), nullptr);
  EXPECT_EQ(serialize(*value), R"({"a\u0000b":"\u0000"})");
}

// JSON-5
TEST(MalformedJson, DeepNestingIsRefusedHoweverDeep) {
  for (const char* opening : {"[", "{\"a\":", "[{\"a\":", "[[],"}) {
    EXPECT_TRUE(parse(std::string(R"({"a":1})"))) << opening;
    for (const std::size_t depth : {1'000, 100'000, 2'000'000}) {
      const auto value = parse(repeated(opening, depth));
      ASSERT_FALSE(value);
      EXPECT_EQ(value.error().code, ErrorCode::invalid_json);
    }
  }
  EXPECT_TRUE(parse(repeated("[", 320) + repeated("]", 320)));
  EXPECT_FALSE(parse(repeated("[", 321) + repeated("]", 321)));
  EXPECT_TRUE(parse(repeated("[", 5) + repeated("]", 5), 5));
  EXPECT_FALSE(parse(repeated("[", 6) + repeated("]", 6), 5));
}

// JSON-6
TEST(UnusualJson, ADuplicateKeyKeepsItsLastValue) {
  const auto value = parse(R"({"a":1,"b":2,"a":{"c":3},"a":4})");
  EXPECT_EQ(*find(*value, "a"), Value(4));
  EXPECT_EQ(value->as_object().size(), 2u);
  EXPECT_EQ(parse("{" + repeated("\"k\":0,", 100'000) + "\"k\":1}")->as_object().size(), 1u);
}

// JSON-7
TEST(UnusualJson, NumbersAreReadAsNearAsTheyCanBe) {
  struct Case {
    const char* text;
    const char* written;
  };
  const Case cases[] = {
      {"-0", "0"},
      {"-0.0", "0"},
      {"0e99999", "0"},
      {"1E2", "100"},
      {"9007199254740993", "9007199254740993"},
      {"-9223372036854775808", "-9223372036854775808"},
      {"-9223372036854775809", "-9223372036854776000"},
      {"18446744073709551615", "18446744073709551615"},
      {"18446744073709551616", "18446744073709552000"},
      {"123456789012345678901234567890", "1.2345678901234568e+29"},
      {"0.1000000000000000055511151231257827", "0.1"},
      {"1e-400", "0"},
      {"-1e-999999999", "0"},
      {"4.9406564584124654e-324", "5e-324"},
      {"1.7976931348623157e308", "1.7976931348623157e+308"},
  };
  for (const Case& each : cases) {
    const auto value = parse(each.text);
    ASSERT_TRUE(value) << each.text;
    EXPECT_EQ(serialize(*value), each.written) << each.text;
    EXPECT_TRUE(equal(*parse(serialize(*value)), *value)) << each.text;
  }
  EXPECT_EQ(parse("0." + repeated("3", 100'000))->to_number<double>(), 1.0 / 3);
}

// JSON-8
TEST(MalformedJson, ANumberBeyondTheLargestDoubleIsRefused) {
  for (const std::string& text : {"1e400"s, "-1e400"s, "1e309"s, "1.8e308"s, "1e99999999999999999999"s,
                                  "1" + repeated("0", 400), repeated("9", 100'000), "1" + repeated("0", 1'000'000)})
    EXPECT_FALSE(parse(text)) << text.substr(0, 30);
}

// JSON-9
TEST(UnusualJson, TextsAndListsMayBeLong) {
  const std::string text = "\"" + repeated("ab\\u0000é", 1'250'000) + "\"";
  const auto value = parse(text);
  ASSERT_TRUE(value);
  EXPECT_EQ(value->as_string().size(), 6'250'000u);
  EXPECT_EQ(serialize(*value), text);
  const std::string list = "[" + repeated("{\"a\":[]},", 500'000) + "0]";
  EXPECT_EQ(serialize(*parse(list)), list);
}

// JSON-14
TEST(JsonFind, FindsNothingInWhatIsNoObject) {
  for (const char* text : {"null", "1", "\"a\"", "[{\"a\":\"b\"}]", "{}", R"({"A":"b"})"}) {
    const auto value = parse(text);
    EXPECT_EQ(find(*value, "a"), nullptr) << text;
    EXPECT_EQ(find_string(*value, "a"), std::nullopt) << text;
  }
  for (const char* text : {R"({"a":1})", R"({"a":null})", R"({"a":["b"]})"}) {
    const auto value = parse(text);
    EXPECT_NE(find(*value, "a"), nullptr) << text;
    EXPECT_EQ(find_string(*value, "a"), std::nullopt) << text;
  }
}

// JSON-15
TEST(JsonTypeName, NamesTheTypesOfJsonSchema) {
  const std::pair<const char*, const char*> cases[] = {
      {"null", "null"},  {"true", "boolean"}, {"1", "integer"}, {"18446744073709551615", "integer"},
      {"1.5", "number"}, {"\"\"", "string"},  {"[]", "array"},  {"{}", "object"}};
  for (const auto& [text, name] : cases) EXPECT_EQ(type_name(*parse(text)), name) << text;
}

}  // namespace
}  // namespace pagewright::json
