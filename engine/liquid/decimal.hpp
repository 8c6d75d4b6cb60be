// Decimal fractions computed exactly: 0.1 plus 0.2 is 0.3, as people and Ruby's BigDecimal have it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pagewright::liquid {

// What two doubles stand for in shortest decimal notation, computed in decimals and rounded to a double once.
[[nodiscard]] double exact_sum(double a, double b);
[[nodiscard]] double exact_sum(std::span<const double> values);
[[nodiscard]] double exact_product(double a, double b);
// `b` is not 0.
[[nodiscard]] double exact_quotient(double a, double b);
// With the sign of `b`, which is not 0.
[[nodiscard]] double exact_remainder(double a, double b);
// Half away from zero, at `places` digits behind the point (before it where negative).
[[nodiscard]] double rounded(double value, std::int64_t places);

// The integer that a whole number below 9.2e18 stands for: 6.37e17 is 637000000000000000.
[[nodiscard]] std::int64_t whole_of(double value);

// The double nearest to a literal such as "-12.5".
[[nodiscard]] double parse_decimal(std::string_view literal);

// As Ruby prints: 3.0, 0.1, 1.0e+20, 1.0e-05.
void append_decimal(std::string& out, double value);

}  // namespace pagewright::liquid
