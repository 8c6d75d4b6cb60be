#include "engine/schema/number.hpp"

#include <cmath>
#include <cstdint>
#include <limits>

namespace pagewright::schema {
namespace {

// digits · 10^exponent
struct Decimal {
  std::uint64_t digits = 0;
  int exponent = 0;
};

std::uint64_t magnitude(const json::Value& integer) {
  if (integer.is_uint64()) return integer.get_uint64();
  const std::int64_t number = integer.get_int64();
  return number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
}

// The shortest decimal that reads back as the same double is what stood in the source, where that had at most 17
// digits.
Decimal decimal_of(const json::Value& number) {
  if (!number.is_double()) return {magnitude(number), 0};
  std::string text;
  json::append_number(text, std::abs(number.get_double()));
  Decimal decimal;
  bool is_fraction = false;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != 'e'; ++i) {
    if (text[i] == '.') {
      is_fraction = true;
      continue;
    }
    // Of 1.5e20 and the like zeros follow the 17 digits that a double has.
    if (decimal.digits > std::numeric_limits<std::uint64_t>::max() / 10 - 1) {
      if (!is_fraction) ++decimal.exponent;
      continue;
    }
    decimal.digits = decimal.digits * 10 + static_cast<std::uint64_t>(text[i] - '0');
    if (is_fraction) --decimal.exponent;
  }
  if (i < text.size()) {
    const bool is_negative = text[i + 1] == '-';
    int exponent = 0;
    for (i += 2; i < text.size(); ++i) exponent = exponent * 10 + (text[i] - '0');
    decimal.exponent += is_negative ? -exponent : exponent;
  }
  return decimal;
}

// The sum of two numbers below the divisor, modulo it. No part of it passes 64 bits: wider ones divide by a function
// that the WebAssembly module can't link.
std::uint64_t sum_modulo(std::uint64_t a, std::uint64_t b, std::uint64_t divisor) {
  return a >= divisor - b ? a - (divisor - b) : a + b;
}

std::uint64_t times_ten_modulo(std::uint64_t number, std::uint64_t divisor) {
  const std::uint64_t twice = sum_modulo(number, number, divisor);
  const std::uint64_t five_times = sum_modulo(sum_modulo(twice, twice, divisor), number, divisor);
  return sum_modulo(five_times, five_times, divisor);
}

int order(auto a, auto b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

bool is_negative(const json::Value& integer) {
  return integer.is_int64() && integer.get_int64() < 0;
}

int compare_integers(const json::Value& a, const json::Value& b) {
  if (is_negative(a) != is_negative(b)) return is_negative(a) ? -1 : 1;
  const int by_magnitude = order(magnitude(a), magnitude(b));
  return is_negative(a) ? -by_magnitude : by_magnitude;
}

int compare_with_double(const json::Value& integer, double number) {
  if (std::isnan(number)) return 1;
  if (number >= 18446744073709551616.0) return -1;
  if (number < -9223372036854775808.0) return 1;
  const double below = std::floor(number);
  const json::Value whole =
      below < 0 ? json::Value(static_cast<std::int64_t>(below)) : json::Value(static_cast<std::uint64_t>(below));
  const int by_whole = compare_integers(integer, whole);
  return by_whole == 0 && number > below ? -1 : by_whole;
}

}  // namespace

int compare_numbers(const json::Value& a, const json::Value& b) {
  if (a.is_double() && b.is_double()) return order(a.get_double(), b.get_double());
  if (a.is_double()) return -compare_with_double(b, a.get_double());
  if (b.is_double()) return compare_with_double(a, b.get_double());
  return compare_integers(a, b);
}

bool is_multiple(const json::Value& number, const json::Value& of) {
  if (number.is_double() && !std::isfinite(number.get_double())) return false;
  const Decimal dividend = decimal_of(number);
  Decimal divisor = decimal_of(of);
  if (dividend.digits == 0) return true;
  if (divisor.digits == 0) return false;
  if (dividend.exponent >= divisor.exponent) {
    std::uint64_t rest = dividend.digits % divisor.digits;
    for (int i = divisor.exponent; i < dividend.exponent && rest != 0; ++i)
      rest = times_ten_modulo(rest, divisor.digits);
    return rest == 0;
  }
  for (int i = dividend.exponent; i < divisor.exponent; ++i) {
    if (divisor.digits > dividend.digits) return false;
    if (divisor.digits > std::numeric_limits<std::uint64_t>::max() / 10) return false;
    divisor.digits *= 10;
  }
  return dividend.digits % divisor.digits == 0;
}

bool is_whole(const json::Value& number) {
  if (!number.is_double()) return true;
  const double value = number.get_double();
  return std::isfinite(value) && std::floor(value) == value;
}

}  // namespace pagewright::schema
