#include "engine/liquid/number.hpp"

#include <algorithm>
#include <cmath>

#include "engine/liquid/decimal.hpp"
#include "engine/liquid/lexer.hpp"

namespace pagewright::liquid {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// An underscore between two digits: 1_000.
bool joins_digits(std::string_view text, std::size_t at) {
  return text[at] == '_' && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
}

// -?[0-9]+.[0-9]+ with white space around it.
std::string_view whole_decimal(std::string_view text) {
  while (!text.empty() && (is_white_space(text.back()) || text.back() == '\0')) text.remove_suffix(1);
  while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
  std::size_t i = text.starts_with('-') ? 1 : 0;
  const std::size_t whole = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == whole || i + 1 >= text.size() || text[i] != '.') return {};
  const bool is_decimal = std::ranges::all_of(text.substr(i + 1), is_digit);
  return is_decimal ? text : std::string_view();
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

Value parse_number(std::string_view text) {
  if (const std::string_view literal = whole_decimal(text); !literal.empty()) return Value::of(parse_decimal(literal));
  std::size_t i = 0;
  while (i < text.size() && is_white_space(text[i])) ++i;
  const bool is_negative = i < text.size() && text[i] == '-';
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
  const std::size_t begin = i;
  std::int64_t whole = 0;
  for (; i < text.size() && (is_digit(text[i]) || joins_digits(text, i)); ++i) {
    if (text[i] == '_') continue;
    if (__builtin_mul_overflow(whole, std::int64_t{10}, &whole) ||
        __builtin_add_overflow(whole, text[i] - '0', &whole)) {
      while (i < text.size() && is_digit(text[i])) ++i;
      const double value = parse_decimal(text.substr(begin, i - begin));
      return Value::of(is_negative ? -value : value);
    }
  }
  return Value::of(is_negative ? -whole : whole);
}

bool is_integer(const Value& value) {
  if (value.kind() == Kind::integer) return true;
  if (!value.is_string()) return false;
  std::string_view text = value.text();
  while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
  while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && std::ranges::all_of(text, is_digit);
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
  return Value::of(whole_of(value));
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
  return Value::of(exact_sum(decimal_of(a), decimal_of(b)));
}

Value subtract(const Value& a, const Value& b) {
  std::int64_t difference = 0;
  if (a.kind() == Kind::integer && b.kind() == Kind::integer &&
      !__builtin_sub_overflow(a.integer(), b.integer(), &difference))
    return Value::of(difference);
  return Value::of(exact_sum(decimal_of(a), -decimal_of(b)));
}

Value multiply(const Value& a, const Value& b) {
  std::int64_t product = 0;
  if (a.kind() == Kind::integer && b.kind() == Kind::integer &&
      !__builtin_mul_overflow(a.integer(), b.integer(), &product))
    return Value::of(product);
  return Value::of(exact_product(decimal_of(a), decimal_of(b)));
}

Value divide(const Value& a, const Value& b) {
  if (decimal_of(b) == 0) return {};
  if (a.kind() != Kind::integer || b.kind() != Kind::integer)
    return Value::of(exact_quotient(decimal_of(a), decimal_of(b)));
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
  return Value::of(exact_remainder(decimal_of(a), decimal_of(b)));
}

}  // namespace pagewright::liquid
