#include "engine/liquid/number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace pagewright::liquid {
namespace {

constexpr std::array<std::int64_t, 8> powers_of_ten = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000, 10'000'000};

// digits / 10^places, for doubles that are exactly the nearest to such a short decimal fraction.
struct ShortFraction {
  std::int64_t digits;
  unsigned places;
};

std::optional<ShortFraction> short_fraction(double value) {
  if (!(std::fabs(value) < 1e8)) return std::nullopt;
  for (unsigned places = 0; places < 7; ++places) {
    const double scaled = std::nearbyint(value * static_cast<double>(powers_of_ten[places]));
    if (scaled / static_cast<double>(powers_of_ten[places]) == value)
      return ShortFraction{static_cast<std::int64_t>(scaled), places};
  }
  return std::nullopt;
}

double from_fraction(std::int64_t digits, unsigned places) {
  double value = static_cast<double>(digits);
  for (; places > 6; places -= 6) value /= static_cast<double>(powers_of_ten[6]);
  return value / static_cast<double>(powers_of_ten[places]);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  char buffer[20];
  char* place = buffer + sizeof buffer;
  auto rest = static_cast<std::uint64_t>(value);
  if (value < 0) rest = 0 - rest;
  do {
    *--place = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  if (value < 0) *--place = '-';
  out.append(place, static_cast<std::size_t>(buffer + sizeof buffer - place));
}

void append_decimal(std::string& out, double value) {
  if (const auto fraction = short_fraction(value)) {
    const auto [digits, places] = *fraction;
    if (std::signbit(value)) out += '-';
    const std::int64_t magnitude = digits < 0 ? -digits : digits;
    append_integer(out, magnitude / powers_of_ten[places]);
    out += '.';
    if (places == 0) out += '0';
    const std::int64_t decimals = magnitude % powers_of_ten[places];
    for (unsigned place = places; place > 0; --place)
      out += static_cast<char>('0' + decimals / powers_of_ten[place - 1] % 10);
    return;
  }
  const std::size_t begin = out.size();
  json::append_number(out, value);
  const std::size_t exponent = out.find('e', begin);
  if (out.find('.', begin) == std::string::npos && std::isfinite(value))
    out.insert(exponent == std::string::npos ? out.size() : exponent, ".0");
}

Value parse_number(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && static_cast<unsigned char>(text[i]) <= ' ') ++i;
  const bool negative = i < text.size() && text[i] == '-';
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
  std::int64_t whole = 0;
  double value = 0;
  bool fits = true;
  for (; i < text.size() && is_digit(text[i]); ++i) {
    fits = fits && !__builtin_mul_overflow(whole, std::int64_t{10}, &whole) &&
           !__builtin_add_overflow(whole, text[i] - '0', &whole);
    value = value * 10 + (text[i] - '0');
  }
  const bool has_fraction = i + 1 < text.size() && text[i] == '.' && is_digit(text[i + 1]);
  if (!has_fraction) return fits ? Value::of(negative ? -whole : whole) : Value::of(negative ? -value : value);
  // Up to 18 digits are gathered exactly and divided once, which gives the nearest double for all that people write.
  std::int64_t digits = fits ? whole : 0;
  double divisor = 1;
  for (++i; i < text.size() && is_digit(text[i]); ++i) {
    if (!fits || digits > 99'999'999'999'999) continue;
    digits = digits * 10 + (text[i] - '0');
    divisor *= 10;
  }
  if (fits) value = static_cast<double>(digits) / divisor;
  return Value::of(negative ? -value : value);
}

Value number_of(const Value& value) {
  if (value.is_number()) return value;
  if (value.is_string()) return parse_number(value.text());
  return Value::of(std::int64_t{0});
}

double decimal_of(const Value& number) {
  return number.kind() == Kind::integer ? static_cast<double>(number.integer()) : number.decimal();
}

Value whole_number(double value) {
  if (!(std::fabs(value) < 9.2e18)) return Value::of(value);
  return Value::of(static_cast<std::int64_t>(value));
}

std::int64_t integer_of(const Value& value) {
  const Value number = number_of(value);
  if (number.kind() == Kind::integer) return number.integer();
  if (std::isnan(number.decimal())) return 0;
  if (number.decimal() >= 9.2e18) return INT64_MAX;
  if (number.decimal() <= -9.2e18) return INT64_MIN;
  return static_cast<std::int64_t>(number.decimal());
}

Value add(const Value& a, const Value& b) {
  std::int64_t sum = 0;
  if (a.kind() == Kind::integer && b.kind() == Kind::integer && !__builtin_add_overflow(a.integer(), b.integer(), &sum))
    return Value::of(sum);
  const double left = decimal_of(a);
  const double right = decimal_of(b);
  const auto x = short_fraction(left);
  const auto y = short_fraction(right);
  if (!x || !y) return Value::of(left + right);
  const unsigned places = std::max(x->places, y->places);
  return Value::of(from_fraction(
      x->digits * powers_of_ten[places - x->places] + y->digits * powers_of_ten[places - y->places], places));
}

Value subtract(const Value& a, const Value& b) {
  std::int64_t difference = 0;
  if (a.kind() == Kind::integer && b.kind() == Kind::integer &&
      !__builtin_sub_overflow(a.integer(), b.integer(), &difference))
    return Value::of(difference);
  return add(a, Value::of(-decimal_of(b)));
}

Value multiply(const Value& a, const Value& b) {
  std::int64_t product = 0;
  if (a.kind() == Kind::integer && b.kind() == Kind::integer &&
      !__builtin_mul_overflow(a.integer(), b.integer(), &product))
    return Value::of(product);
  const double left = decimal_of(a);
  const double right = decimal_of(b);
  const auto x = short_fraction(left);
  const auto y = short_fraction(right);
  if (!x || !y || __builtin_mul_overflow(x->digits, y->digits, &product) || std::llabs(product) > 9'007'199'254'740'992)
    return Value::of(left * right);
  return Value::of(from_fraction(product, x->places + y->places));
}

Value divide(const Value& a, const Value& b) {
  if (decimal_of(b) == 0) return {};
  if (a.kind() != Kind::integer || b.kind() != Kind::integer) return Value::of(decimal_of(a) / decimal_of(b));
  if (b.integer() == -1) return subtract(Value::of(std::int64_t{0}), a);
  const std::int64_t quotient = a.integer() / b.integer();
  const bool below = a.integer() % b.integer() != 0 && (a.integer() < 0) != (b.integer() < 0);
  return Value::of(quotient - (below ? 1 : 0));
}

Value modulo(const Value& a, const Value& b) {
  if (decimal_of(b) == 0) return {};
  if (a.kind() == Kind::integer && b.kind() == Kind::integer) {
    if (b.integer() == -1) return Value::of(std::int64_t{0});
    const std::int64_t rest = a.integer() % b.integer();
    return Value::of(rest != 0 && (rest < 0) != (b.integer() < 0) ? rest + b.integer() : rest);
  }
  const double left = decimal_of(a);
  const double right = decimal_of(b);
  const auto x = short_fraction(left);
  const auto y = short_fraction(right);
  if (x && y) {
    const unsigned places = std::max(x->places, y->places);
    const Value rest = modulo(Value::of(x->digits * powers_of_ten[places - x->places]),
                              Value::of(y->digits * powers_of_ten[places - y->places]));
    return Value::of(from_fraction(rest.integer(), places));
  }
  return Value::of(left - right * std::floor(left / right));
}

}  // namespace pagewright::liquid
