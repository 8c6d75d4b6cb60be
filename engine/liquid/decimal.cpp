#include "engine/liquid/decimal.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <cstdlib>

#include "engine/json/value.hpp"

namespace pagewright::liquid {
namespace {

__extension__ using Wide = unsigned __int128;

constexpr std::array<std::int64_t, 8> powers_of_ten = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000};

// digits × 10^exponent. Finite doubles have at most 17 digits.
struct Decimal {
  bool is_negative;
  std::uint64_t digits;
  int exponent;
};

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (; exponent > 0; --exponent) power *= 10;
  return power;
}

int count_digits(std::uint64_t value) {
  int count = 0;
  for (; value != 0; value /= 10) ++count;
  return count;
}

struct Division {
  Wide quotient;
  Wide remainder;
};

// Bit by bit: the compiler's own division of 128 bits needs functions that WebAssembly's library lacks.
Division divide(Wide dividend, Wide divisor) {
  Division result{0, 0};
  for (int bit = 0; bit < 128; ++bit) {
    result.remainder = result.remainder << 1 | dividend >> 127;
    dividend <<= 1;
    result.quotient <<= 1;
    if (result.remainder < divisor) continue;
    result.remainder -= divisor;
    result.quotient |= 1;
  }
  return result;
}

// The shortest decimal that reads back as the same double.
Decimal decimal_of(double value) {
  const bool is_negative = std::signbit(value);
  const double magnitude = std::fabs(value);
  if (magnitude < 1e8) {
    for (int places = 0; places < 7; ++places) {
      const auto scale = static_cast<double>(powers_of_ten[static_cast<std::size_t>(places)]);
      const double scaled = std::nearbyint(magnitude * scale);
      if (scaled / scale == magnitude) return {is_negative, static_cast<std::uint64_t>(scaled), -places};
    }
  }
  std::string text;
  json::append_number(text, magnitude);
  Decimal result{is_negative, 0, 0};
  bool is_behind_point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == 'e') {
      result.exponent += std::atoi(text.c_str() + i + 1);
      break;
    }
    if (text[i] == '.') {
      is_behind_point = true;
    } else if (result.digits < 100'000'000'000'000'000) {
      result.digits = result.digits * 10 + static_cast<std::uint64_t>(text[i] - '0');
      if (is_behind_point) --result.exponent;
    } else if (!is_behind_point) {
      ++result.exponent;  // the zeros of a large whole number
    }
  }
  return result;
}

void append_wide(std::string& out, Wide value) {
  constexpr std::uint64_t half = 10'000'000'000'000'000'000U;
  if (value < half) {
    out += std::to_string(static_cast<std::uint64_t>(value));
    return;
  }
  const Division halves = divide(value, half);
  append_wide(out, halves.quotient);
  const std::string low = std::to_string(static_cast<std::uint64_t>(halves.remainder));
  out.append(19 - low.size(), '0').append(low);
}

double double_of(bool is_negative, Wide digits, int exponent) {
  constexpr Wide exact = Wide{1} << 53;
  double value = 0;
  if (digits <= exact && exponent <= 0 && exponent >= -22) {
    value = static_cast<double>(static_cast<std::uint64_t>(digits));
    double divisor = 1;  // powers of ten up to the 22nd are exact
    for (int i = exponent; i < 0; ++i) divisor *= 10;
    value /= divisor;
  } else {
    std::string text;
    append_wide(text, digits);
    text += 'e';
    text += std::to_string(exponent);
    value = std::strtod(text.c_str(), nullptr);
  }
  return is_negative ? -value : value;
}

// Both with the same exponent; false where their digits would not fit.
struct Aligned {
  Wide a;
  Wide b;
  int exponent;
};

// The digits with a smaller exponent; false where they would be more than 37, of which Wide holds the sum of three.
bool scale(const Decimal& value, int exponent, Wide& digits) {
  const int shift = value.exponent - exponent;
  if (value.digits == 0) return true;
  if (count_digits(value.digits) + shift > 37) return false;
  digits = value.digits * power_of_ten(shift);
  return true;
}

bool align(const Decimal& a, const Decimal& b, Aligned& aligned) {
  aligned = {0, 0, std::min(a.digits == 0 ? b.exponent : a.exponent, b.digits == 0 ? a.exponent : b.exponent)};
  return scale(a, aligned.exponent, aligned.a) && scale(b, aligned.exponent, aligned.b);
}

}  // namespace

double exact_sum(double a, double b) {
  if (!std::isfinite(a) || !std::isfinite(b)) return a + b;
  const Decimal x = decimal_of(a);
  const Decimal y = decimal_of(b);
  Aligned same{};
  if (!align(x, y, same)) return a + b;
  if (x.is_negative == y.is_negative) return double_of(x.is_negative, same.a + same.b, same.exponent);
  if (same.a == same.b) return 0;
  const bool a_is_larger = same.a > same.b;
  return double_of(a_is_larger ? x.is_negative : y.is_negative, a_is_larger ? same.a - same.b : same.b - same.a,
                   same.exponent);
}

// Both signs are added up apart, with the smallest exponent.
double exact_sum(std::span<const double> values) {
  constexpr Wide most = ~Wide{0} / 2;
  Wide sums[2] = {0, 0};
  double total = 0;
  int exponent = INT_MAX;
  for (const double value : values) {
    total = exact_sum(total, value);  // what it comes to where the exact sum has too many digits
    if (value != 0 && std::isfinite(value)) exponent = std::min(exponent, decimal_of(value).exponent);
  }
  if (!std::isfinite(total) || exponent == INT_MAX) return total;
  for (const double value : values) {
    const Decimal part = decimal_of(value);
    Wide digits = 0;
    if (!scale(part, exponent, digits)) return total;
    Wide& sum = sums[part.is_negative ? 1 : 0];
    sum += digits;
    if (sum > most) return total;
  }
  const bool is_negative = sums[1] > sums[0];
  return double_of(is_negative, is_negative ? sums[1] - sums[0] : sums[0] - sums[1], exponent);
}

double exact_product(double a, double b) {
  if (!std::isfinite(a) || !std::isfinite(b)) return a * b;
  const Decimal x = decimal_of(a);
  const Decimal y = decimal_of(b);
  return double_of(x.is_negative != y.is_negative, Wide{x.digits} * y.digits, x.exponent + y.exponent);
}

double exact_quotient(double a, double b) {
  if (!std::isfinite(a) || !std::isfinite(b)) return a / b;
  const Decimal x = decimal_of(a);
  const Decimal y = decimal_of(b);
  if (x.digits == 0) return x.is_negative != y.is_negative ? -0.0 : 0.0;
  constexpr int most_digits = 37;  // leaves at least 20 in the quotient
  const int scale = most_digits - count_digits(x.digits);
  return double_of(x.is_negative != y.is_negative, divide(x.digits * power_of_ten(scale), y.digits).quotient,
                   x.exponent - y.exponent - scale);
}

double exact_remainder(double a, double b) {
  if (!std::isfinite(a) || !std::isfinite(b)) return a - b * std::floor(a / b);
  const Decimal x = decimal_of(a);
  const Decimal y = decimal_of(b);
  const int exponent = std::min(x.exponent, y.exponent);
  Wide divisor = y.digits;
  Wide rest = x.digits;
  if (x.exponent >= y.exponent) {
    std::uint64_t digit = x.digits % y.digits;  // less than 10^17, so that ten times as much still fits
    for (int i = y.exponent; i < x.exponent; ++i) digit = digit * 10 % y.digits;
    rest = digit;
  } else if (y.exponent - x.exponent > 19) {  // a is the smaller by far
    return x.is_negative == y.is_negative || x.digits == 0 ? std::abs(a) * (y.is_negative ? -1 : 1) : exact_sum(a, b);
  } else {
    divisor *= power_of_ten(y.exponent - x.exponent);
    rest = divide(rest, divisor).remainder;
  }
  if (rest == 0) return 0;
  return double_of(y.is_negative, x.is_negative == y.is_negative ? rest : divisor - rest, exponent);
}

double rounded(double value, std::int64_t places) {
  if (!std::isfinite(value)) return value;
  const Decimal x = decimal_of(value);
  const std::int64_t dropped = -places - x.exponent;
  if (dropped <= 0) return value;
  if (dropped > 20) return x.is_negative ? -0.0 : 0.0;
  const Wide unit = power_of_ten(static_cast<int>(dropped));
  const Wide kept = divide(x.digits + (unit >> 1), unit).quotient;
  return double_of(x.is_negative, kept, static_cast<int>(-places));
}

std::int64_t whole_of(double value) {
  constexpr double exact = 9'007'199'254'740'992;  // from here on not every integer is a double
  if (std::fabs(value) < exact) return static_cast<std::int64_t>(value);
  const Decimal x = decimal_of(value);
  const auto magnitude = static_cast<std::int64_t>(x.digits * power_of_ten(x.exponent));
  return x.is_negative ? -magnitude : magnitude;
}

double parse_decimal(std::string_view literal) {
  return std::strtod(std::string(literal).c_str(), nullptr);
}

void append_decimal(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += std::isnan(value) ? "NaN" : value < 0 ? "-Infinity" : "Infinity";
    return;
  }
  Decimal parts = decimal_of(value);
  while (parts.digits != 0 && parts.digits % 10 == 0 && parts.exponent < 0) {
    parts.digits /= 10;
    ++parts.exponent;
  }
  if (parts.is_negative) out += '-';
  const std::size_t begin = out.size();
  append_wide(out, parts.digits);
  const int length = static_cast<int>(out.size() - begin);
  const int point = length + parts.exponent;  // how many digits stand before the point
  if (parts.digits != 0 && (point <= -4 || (point > 15 && parts.exponent >= 0))) {
    while (out.size() > begin + 1 && out.back() == '0') out.pop_back();
    if (out.size() == begin + 1) out += '0';
    out.insert(begin + 1, 1, '.');
    const int exponent = std::abs(point - 1);
    out += point > 0 ? "e+" : "e-";
    if (exponent < 10) out += '0';
    out += std::to_string(exponent);
  } else if (point <= 0) {
    out.insert(begin, "0." + std::string(static_cast<std::size_t>(-point), '0'));
  } else if (parts.exponent >= 0) {
    out.append(static_cast<std::size_t>(parts.exponent), '0').append(".0");
  } else {
    out.insert(begin + static_cast<std::size_t>(point), 1, '.');
  }
}

}  // namespace pagewright::liquid
