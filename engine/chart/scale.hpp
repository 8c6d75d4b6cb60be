// The value axis: round steps of 1, 2 or 5 times a power of ten.
#pragma once

#include <string>
#include <vector>

namespace pagewright::chart {

struct Tick {
  double value;
  std::string text;  // "0", "2.5", "-40", "12k"
};

struct Scale {
  double low;
  double high;
  std::vector<Tick> ticks;  // ascending; the first is low, the last high

  // 0 at low, 1 at high.
  [[nodiscard]] double fraction(double value) const { return (value - low) / (high - low); }
};

// An axis that holds low to high, which are finite and within ±1e15, low ≤ high.
[[nodiscard]] Scale nice_scale(double low, double high);

}  // namespace pagewright::chart
