#include "engine/liquid/value.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/liquid/arena.hpp"
#include "engine/liquid/number.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

std::string printed(const Value& value) {
  std::string out;
  append_text(out, value);
  return out;
}

TEST(LiquidNumber, IntegersPrintInFull) {
  EXPECT_EQ(printed(Value::of(std::int64_t{0})), "0");
  EXPECT_EQ(printed(Value::of(INT64_MAX)), "9223372036854775807");
  EXPECT_EQ(printed(Value::of(INT64_MIN)), "-9223372036854775808");
}

TEST(LiquidNumber, DecimalsShowAPoint) {
  EXPECT_EQ(printed(Value::of(3.0)), "3.0");
  EXPECT_EQ(printed(Value::of(-0.25)), "-0.25");
  EXPECT_EQ(printed(Value::of(-0.0)), "-0.0");
  EXPECT_EQ(printed(Value::of(100.01)), "100.01");
  EXPECT_EQ(printed(Value::of(0.1 + 0.2)), "0.30000000000000004");
  EXPECT_EQ(printed(Value::of(1e21)), "1.0e+21");
  EXPECT_EQ(printed(Value::of(1e-9)), "1.0e-9");
  EXPECT_EQ(printed(Value::of(123456789012.0)), "123456789012.0");
}

TEST(LiquidNumber, TextsAreReadAsFarAsTheyAreNumbers) {
  EXPECT_EQ(printed(parse_number(" 12px")), "12");
  EXPECT_EQ(printed(parse_number("-1.5e3")), "-1.5");
  EXPECT_EQ(printed(parse_number("1.")), "1");
  EXPECT_EQ(printed(parse_number("")), "0");
  EXPECT_EQ(parse_number("99999999999999999999").kind(), Kind::decimal);
}

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

}  // namespace
}  // namespace pagewright::liquid
