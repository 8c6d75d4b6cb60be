#include <algorithm>
#include <cmath>
#include <cstdint>

#include "engine/chart/drawing.hpp"

#pragma STDC FP_CONTRACT OFF

namespace pagewright::chart {
namespace {

constexpr Point center = {130, 140};
constexpr double radius = 124;
constexpr double hole = 70;
constexpr double legend_left = 284;
constexpr double legend_line = 22;
constexpr std::size_t legend_lines = 12;

struct Slice {
  std::size_t row;
  double share;  // of 1
};

std::vector<Slice> slices_of(const Series& series) {
  std::vector<Slice> slices;
  double total = 0;
  for (std::size_t row = 0; row < series.values.size(); ++row) {
    const double value = series.values[row].value_or(0);
    if (!(value > 0)) continue;
    slices.push_back({row, value});
    total += value;
  }
  for (Slice& slice : slices) slice.share /= total;
  return slices;
}

void append_position(std::string& out, double turn, double distance) {
  const Point point = on_circle(turn);
  append_coordinate(out, center.x + point.x * distance);
  out += ' ';
  append_coordinate(out, center.y + point.y * distance);
}

void append_arc(std::string& out, double distance, bool is_large, bool is_clockwise, double turn) {
  out += 'A';
  append_coordinate(out, distance);
  out += ' ';
  append_coordinate(out, distance);
  out.append(is_large ? " 0 1 " : " 0 0 ").append(is_clockwise ? "1 " : "0 ");
  append_position(out, turn, distance);
}

// A ring's part. A whole ring is two halves, since an arc can't end where it starts.
void append_ring(std::string& out, double start, double end) {
  out += 'M';
  append_position(out, start, radius);
  append_arc(out, radius, end - start > 0.5, true, end);
  out += 'L';
  append_position(out, end, hole);
  append_arc(out, hole, end - start > 0.5, false, start);
  out += 'Z';
}

// Whole percents, tenths below 10 %.
std::string percent_text(double share) {
  const auto rounded = [](double value) { return static_cast<std::int64_t>(std::floor(value + 0.5)); };
  const std::int64_t tenths = rounded(share * 1000);
  if (tenths >= 100 || tenths % 10 == 0) return std::to_string(rounded(share * 100)) + "%";
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "%";
}

// Colours repeat after six slices; every second round is paler.
void append_slice_color(std::string& out, std::size_t slice) {
  append_color(out, "fill", slice);
  if ((slice / 6) % 2 == 1) out += " fill-opacity=\".6\"";
}

void append_slice_legend(std::string& out, const Chart& chart, const std::vector<Slice>& slices) {
  const std::size_t lines = std::min(slices.size(), legend_lines);
  double y = center.y - legend_line * static_cast<double>(lines) / 2 + 15;
  for (std::size_t i = 0; i < lines; ++i, y += legend_line) {
    if (i + 1 == legend_lines && slices.size() > legend_lines)
      return append_text(out, {legend_left + 18, y}, "start", "…");
    out += "<rect";
    append_attribute(out, "x", legend_left);
    append_attribute(out, "y", y - 10);
    out += " width=\"11\" height=\"11\" rx=\"2\"";
    append_slice_color(out, i);
    out += "/>";
    append_text(out, {legend_left + 18, y}, "start", shortened(chart.rows.labels[slices[i].row], 19));
    append_text(out, {drawing_width, y}, "end", percent_text(slices[i].share));
  }
}

}  // namespace

bool append_pie(std::string& out, const Chart& chart) {
  const std::vector<Slice> slices = slices_of(chart.rows.series[0]);
  if (slices.empty()) return false;
  double start = 0;
  for (std::size_t i = 0; i < slices.size(); ++i) {
    const double end = i + 1 == slices.size() ? 1 : start + slices[i].share;
    out += "<path class=\"pw-chart__slice\"";
    append_slice_color(out, i);
    out += " d=\"";
    if (end - start > 0.999) {
      append_ring(out, start, start + 0.5);
      append_ring(out, start + 0.5, end);
    } else {
      append_ring(out, start, end);
    }
    out += "\">";
    append_tooltip(out, chart, 0, slices[i].row);
    out += "</path>";
    start = end;
  }
  append_slice_legend(out, chart, slices);
  return true;
}

}  // namespace pagewright::chart
