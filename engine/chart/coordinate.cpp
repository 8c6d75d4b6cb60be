#include "engine/chart/coordinate.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#pragma STDC FP_CONTRACT OFF

namespace pagewright::chart {
namespace {

// Taylor's series up to x^11, x from 0 to π/4: the error is below 1e-11.
double small_sine(double x) {
  const double s = x * x;
  return x * (1 - s / 6 * (1 - s / 20 * (1 - s / 42 * (1 - s / 72 * (1 - s / 110)))));
}

double small_cosine(double x) {
  const double s = x * x;
  return 1 - s / 2 * (1 - s / 12 * (1 - s / 30 * (1 - s / 56 * (1 - s / 90 * (1 - s / 132)))));
}

}  // namespace

void append_coordinate(std::string& out, double value) {
  if (!(value > -1e6)) value = value < 0 ? -1e6 : 0;
  value = std::min(value, 1e6);
  auto hundredths = static_cast<std::int64_t>(std::floor(value * 100 + 0.5));
  if (hundredths < 0) {
    out += '-';
    hundredths = -hundredths;
  }
  out += std::to_string(hundredths / 100);
  const auto rest = static_cast<char>(hundredths % 100);
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

Point on_circle(double turn) {
  constexpr double eighth = 0.78539816339744831;  // π/4
  turn -= std::floor(turn);
  const double eighths = turn * 8;
  const int octant = std::min(static_cast<int>(eighths), 7);
  // In odd octants the angle is measured back from the next axis, so that it never exceeds π/4.
  const double within = eighths - octant;
  const double angle = (octant % 2 == 0 ? within : 1 - within) * eighth;
  const double s = small_sine(angle);
  const double c = small_cosine(angle);
  switch (octant) {
    case 0:
      return {s, -c};
    case 1:
      return {c, -s};
    case 2:
      return {c, s};
    case 3:
      return {s, c};
    case 4:
      return {-s, c};
    case 5:
      return {-c, s};
    case 6:
      return {-c, -s};
    default:
      return {-s, -c};
  }
}

}  // namespace pagewright::chart
