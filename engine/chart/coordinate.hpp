// Numbers in drawings, with arithmetic that gives the same digits on every target: no libm, no printf, no fused
// operations.
#pragma once

#include <string>

namespace pagewright::chart {

// At most two decimals: "12", "12.5", "-0.07". Beyond ±1,000,000 it is cut there; not a number is 0.
void append_coordinate(std::string& out, double value);

struct Point {
  double x;
  double y;
};

// The point on the unit circle after `turn` of a full turn, clockwise from the top, y pointing down.
[[nodiscard]] Point on_circle(double turn);

}  // namespace pagewright::chart
