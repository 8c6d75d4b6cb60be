#include "engine/chart/scale.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#pragma STDC FP_CONTRACT OFF

namespace pagewright::chart {
namespace {

constexpr double smallest_range = 1e-6;

// mantissa × 10^exponent
struct Step {
  int mantissa;
  int exponent;
};

double power_of_ten(int exponent) {
  double power = 1;
  for (int i = 0; i < std::abs(exponent); ++i) power *= 10;
  return power;
}

double times(double factor, Step step) {
  const double power = power_of_ten(step.exponent);
  return step.exponent < 0 ? factor * step.mantissa / power : factor * step.mantissa * power;
}

// The smallest round step that covers `range` in at most five.
Step round_step(double range) {
  int exponent = 0;
  while (times(5, {1, exponent}) >= range) --exponent;
  while (times(5, {1, exponent + 1}) < range) ++exponent;
  for (const int mantissa : {1, 2, 5})
    if (times(5, {mantissa, exponent}) >= range) return {mantissa, exponent};
  return {1, exponent + 1};
}

// count × step, in thousands, millions … where all ticks are that large. Exact: the digits come from integers.
std::string tick_text(std::int64_t count, Step step, int shift) {
  constexpr const char* suffixes[] = {"", "k", "M", "bn", "tn"};
  std::string digits = std::to_string(std::abs(count) * step.mantissa);
  const int exponent = step.exponent - shift;
  if (count != 0 && exponent > 0) digits.append(static_cast<std::size_t>(exponent), '0');
  if (exponent < 0) {
    const auto decimals = static_cast<std::size_t>(-exponent);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, ".");
    while (digits.back() == '0') digits.pop_back();
    if (digits.back() == '.') digits.pop_back();
  }
  if (count == 0) return "0";
  return (count < 0 ? "-" : "") + digits + suffixes[shift / 3];
}

// How many of the zeros a suffix stands for: 0, 3, 6, 9 or 12. Thousands start at 10k, where digits become many.
int suffix_shift(double largest, double step) {
  int shift = 0;
  while (shift < 12 && largest >= power_of_ten(shift + 3) * (shift == 0 ? 10 : 1) &&
         step * 10 >= power_of_ten(shift + 3))
    shift += 3;
  return shift;
}

// Values that are all but equal need room around them; 0 alone gets the axis 0 to 1.
void widen(double& low, double& high) {
  const double largest = std::max(std::abs(low), std::abs(high));
  if (high - low >= std::max(smallest_range, largest * 1e-9)) return;
  if (largest < smallest_range) {
    low = 0;
    high = 1;
    return;
  }
  const double margin = largest / 10;
  low -= margin;
  high += margin;
}

}  // namespace

Scale nice_scale(double low, double high) {
  widen(low, high);
  const Step step = round_step(high - low);
  const double size = times(1, step);
  const auto first = static_cast<std::int64_t>(std::floor(low / size));
  const auto last = static_cast<std::int64_t>(std::ceil(high / size));
  const int shift = suffix_shift(std::max(std::abs(low), std::abs(high)), size);
  Scale scale{times(static_cast<double>(first), step), times(static_cast<double>(last), step), {}};
  for (std::int64_t count = first; count <= last; ++count)
    scale.ticks.push_back({times(static_cast<double>(count), step), tick_text(count, step, shift)});
  return scale;
}

}  // namespace pagewright::chart
