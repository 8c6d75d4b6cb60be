#include "engine/liquid/value.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/decimal.hpp"
#include "engine/liquid/number.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

std::string printed(const Value& value) {
  std::string out;
  append_text(out, value);
  return out;
}

// LIQUID-12
TEST(LiquidNumber, IntegersPrintInFull) {
  EXPECT_EQ(printed(Value::of(std::int64_t{0})), "0");
  EXPECT_EQ(printed(Value::of(INT64_MAX)), "9223372036854775807");
  EXPECT_EQ(printed(Value::of(INT64_MIN)), "-9223372036854775808");
}

// LIQUID-12
TEST(LiquidNumber, DecimalsShowAPoint) {
  EXPECT_EQ(printed(Value::of(3.0)), "3.0");
  EXPECT_EQ(printed(Value::of(-0.25)), "-0.25");
  EXPECT_EQ(printed(Value::of(-0.0)), "-0.0");
  EXPECT_EQ(printed(Value::of(100.01)), "100.01");
  EXPECT_EQ(printed(Value::of(0.1 + 0.2)), "0.30000000000000004");
  EXPECT_EQ(printed(Value::of(1e14)), "100000000000000.0");
  EXPECT_EQ(printed(Value::of(1e15)), "1.0e+15");
  EXPECT_EQ(printed(Value::of(1e16)), "1.0e+16");
  EXPECT_EQ(printed(Value::of(1e21)), "1.0e+21");
  EXPECT_EQ(printed(Value::of(1.5e300)), "1.5e+300");
  EXPECT_EQ(printed(Value::of(0.0001)), "0.0001");
  EXPECT_EQ(printed(Value::of(0.00001)), "1.0e-05");
  EXPECT_EQ(printed(Value::of(-1.25e-9)), "-1.25e-09");
  EXPECT_EQ(printed(Value::of(123456789012.0)), "123456789012.0");
}

// LIQUID-11
TEST(LiquidNumber, TextsAreReadAsFarAsTheyAreNumbers) {
  EXPECT_EQ(printed(parse_number(" 12px")), "12");
  EXPECT_EQ(printed(parse_number(" -1.5 ")), "-1.5");
  EXPECT_EQ(printed(parse_number("-1.5e3")), "-1");
  EXPECT_EQ(printed(parse_number("1_000")), "1000");
  EXPECT_EQ(printed(parse_number("1.")), "1");
  EXPECT_EQ(printed(parse_number("")), "0");
  EXPECT_EQ(parse_number("99999999999999999999").kind(), Kind::decimal);
}

// LIQUID-10
TEST(LiquidNumber, DecimalsAreComputedExactly) {
  EXPECT_EQ(exact_sum(0.1, 0.2), 0.3);
  EXPECT_EQ(exact_sum(123456789.123, -0.001), 123456789.122);
  EXPECT_EQ(exact_sum(1e300, 1.0), 1e300);
  EXPECT_EQ(exact_product(1.1, 3), 3.3);
  EXPECT_EQ(exact_product(1e-6, 1e-6), 1e-12);
  EXPECT_EQ(exact_quotient(0.3, 0.1), 3.0);
  EXPECT_EQ(exact_quotient(20, 7), 20.0 / 7.0);
  EXPECT_EQ(exact_remainder(183.357, 12), 3.357);
  EXPECT_EQ(exact_remainder(-5.5, 2), 0.5);
  EXPECT_EQ(rounded(1.005, 2), 1.01);
  EXPECT_EQ(rounded(-2.5, 0), -3);
  EXPECT_EQ(rounded(1234.0, -2), 1200);
}

// LIQUID-10
TEST(LiquidNumber, IntegerArithmeticNeverOverflows) {
  const Value largest = Value::of(INT64_MAX);
  const Value smallest = Value::of(INT64_MIN);
  EXPECT_EQ(add(largest, largest).kind(), Kind::decimal);
  EXPECT_EQ(subtract(smallest, largest).kind(), Kind::decimal);
  EXPECT_EQ(multiply(largest, largest).kind(), Kind::decimal);
  EXPECT_EQ(divide(smallest, Value::of(std::int64_t{-1})).kind(), Kind::decimal);
  EXPECT_EQ(modulo(smallest, Value::of(std::int64_t{-1})).integer(), 0);
  EXPECT_TRUE(divide(largest, Value::of(0.0)).is_nil());
  EXPECT_EQ(integer_of(Value::of(1e300)), INT64_MAX);
  EXPECT_EQ(integer_of(Value::of(std::nan(""))), 0);
}

TEST(LiquidUnicode, BrokenBytesCountAsOne) {
  EXPECT_EQ(count_characters("a\xC3\xA9"), 2u);
  EXPECT_EQ(count_characters("\xC3"), 1u);
  EXPECT_EQ(count_characters("\xFF\xE2\x82"), 3u);
  std::string out;
  append_upper(out, "\xC3(\xFFz");
  EXPECT_EQ(out, "\xC3(\xFFZ");
}

TEST(LiquidArena, KeepsNothingBeyondItsLimit) {
  Arena arena(8);
  EXPECT_EQ(arena.keep("12345"), "12345");
  EXPECT_FALSE(arena.is_exhausted());
  EXPECT_EQ(arena.keep("6789"), "");
  EXPECT_TRUE(arena.is_exhausted());
}

TEST(LiquidRange, IsHeldWithin32Bits) {
  const Value range = Value::range(INT64_MIN, INT64_MAX);
  EXPECT_EQ(size_of(range), std::int64_t{1} << 32);
  EXPECT_EQ(size_of(Value::range(2, 1)), 0);
}

TEST(LiquidUnicode, KnowsWhatUtf8Allows) {
  for (const char* text : {"", "a", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"}) EXPECT_TRUE(is_valid_utf8(text));
  for (const char* text : {"\xC3", "\xED\xA0\x80", "\xE0\x80\x80", "\xF4\x90\x80\x80", "\xFF", "a\x80"})
    EXPECT_FALSE(is_valid_utf8(text)) << text;
  std::string out;
  append_valid_utf8(out, "a\xFF\xC3\xA9");
  EXPECT_EQ(out, "a\xEF\xBF\xBD\xC3\xA9");
}

}  // namespace
}  // namespace pagewright::liquid
