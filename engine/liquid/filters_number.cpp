// Filters on numbers, and default.
#include <algorithm>
#include <cmath>

#include "engine/liquid/decimal.hpp"
#include "engine/liquid/filters.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

Value plus(const Value& input, Arguments arguments, Arena&) {
  return add(number_of(input), number_of(arguments[0]));
}
Value minus(const Value& input, Arguments arguments, Arena&) {
  return subtract(number_of(input), number_of(arguments[0]));
}
Value times(const Value& input, Arguments arguments, Arena&) {
  return multiply(number_of(input), number_of(arguments[0]));
}
Value divided_by(const Value& input, Arguments arguments, Arena& arena) {
  const Value divisor = number_of(arguments[0]);
  if (decimal_of(divisor) == 0) arena.raise("divided by 0");
  return divide(number_of(input), divisor);
}
Value modulo_by(const Value& input, Arguments arguments, Arena& arena) {
  const Value divisor = number_of(arguments[0]);
  if (decimal_of(divisor) == 0) arena.raise("divided by 0");
  return modulo(number_of(input), divisor);
}

Value abs(const Value& input, Arguments, Arena&) {
  const Value number = number_of(input);
  const bool is_negative = number.kind() == Kind::integer ? number.integer() < 0 : std::signbit(number.decimal());
  return is_negative ? subtract(Value::of(std::int64_t{0}), number) : number;
}

Value ceil(const Value& input, Arguments, Arena&) {
  const Value number = number_of(input);
  return number.kind() == Kind::integer ? number : whole_number(std::ceil(number.decimal()));
}

Value floor(const Value& input, Arguments, Arena&) {
  const Value number = number_of(input);
  return number.kind() == Kind::integer ? number : whole_number(std::floor(number.decimal()));
}

// Half rounds away from zero, judged on the decimal digits that people see: 1.005 rounded to 2 is 1.01.
Value round(const Value& input, Arguments arguments, Arena&) {
  const Value number = number_of(input);
  const std::int64_t places = arguments.empty() ? 0 : integer_of(arguments[0]);
  if (number.kind() == Kind::integer && places >= 0) return number;
  const double result = rounded(decimal_of(number), std::clamp<std::int64_t>(places, -400, 400));
  return places <= 0 ? whole_number(result) : Value::of(result);
}

Value at_least(const Value& input, Arguments arguments, Arena&) {
  const Value number = number_of(input);
  const Value bound = number_of(arguments[0]);
  return order(number, bound) == Order::less ? bound : number;
}

Value at_most(const Value& input, Arguments arguments, Arena&) {
  const Value number = number_of(input);
  const Value bound = number_of(arguments[0]);
  return order(number, bound) == Order::greater ? bound : number;
}

Value default_to(const Value& input, Arguments arguments, Arena&) {
  if (arguments[2].is_truthy() && input.kind() == Kind::boolean) return input;
  return input.is_truthy() && !equal(input, Value::empty()) ? input : arguments[0];
}

constexpr Filter filters[] = {
    {"plus", plus, 1, 1},        {"minus", minus, 1, 1},
    {"times", times, 1, 1},      {"divided_by", divided_by, 1, 1},
    {"modulo", modulo_by, 1, 1}, {"abs", abs, 0, 0},
    {"ceil", ceil, 0, 0},        {"floor", floor, 0, 0},
    {"round", round, 0, 1},      {"at_least", at_least, 1, 1},
    {"at_most", at_most, 1, 1},  {"default", default_to, 0, 2, "allow_false"},
};

}  // namespace

std::span<const Filter> number_filters() {
  return filters;
}

}  // namespace pagewright::liquid
