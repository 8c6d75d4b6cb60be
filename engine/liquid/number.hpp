// Numbers as Liquid reads, computes and prints them: integers stay integers, decimals always show a decimal point.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

void append_integer(std::string& out, std::int64_t value);

// A text that is a whole decimal ("-1.5") is one; of all others the integer that they start with ("12px" is 12), or 0.
[[nodiscard]] Value parse_number(std::string_view text);
// A value as a number: numbers themselves, texts as parse_number reads them, 0 for all else.
[[nodiscard]] Value number_of(const Value& value);
// number_of as an integer, decimals cut off and held within 64 bits.
[[nodiscard]] std::int64_t integer_of(const Value& value);
// An integer or a text that is nothing but one ("12", "-3"): what counts and positions must be.
[[nodiscard]] bool is_integer(const Value& value);
[[nodiscard]] double decimal_of(const Value& number);
// An integer where `value` fits one, else the decimal.
[[nodiscard]] Value whole_number(double value);

// Decimals are computed exactly (0.1 plus 0.2 is 0.3); integers that overflow become decimals.
[[nodiscard]] Value add(const Value& a, const Value& b);
[[nodiscard]] Value subtract(const Value& a, const Value& b);
[[nodiscard]] Value multiply(const Value& a, const Value& b);
// Integers divide to the next integer below. Division by zero is nil.
[[nodiscard]] Value divide(const Value& a, const Value& b);
[[nodiscard]] Value modulo(const Value& a, const Value& b);

}  // namespace pagewright::liquid
