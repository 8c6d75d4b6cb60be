#include <algorithm>
#include <cmath>

#include "engine/chart/drawing.hpp"

#pragma STDC FP_CONTRACT OFF

namespace pagewright::chart {
namespace {

// A bar whose far end is rounded.
void append_bar(std::string& out, double x, double width, double base, double end) {
  const double radius = std::min({3.0, width / 2, std::abs(end - base)});
  const double inner = end < base ? end + radius : end - radius;
  const auto append_point = [&](double px, double py) {
    append_coordinate(out, px);
    out += ' ';
    append_coordinate(out, py);
  };
  out += " d=\"M";
  append_point(x, base);
  out += 'V';
  append_coordinate(out, inner);
  out += 'Q';
  append_point(x, end);
  out += ' ';
  append_point(x + radius, end);
  out += 'H';
  append_coordinate(out, x + width - radius);
  out += 'Q';
  append_point(x + width, end);
  out += ' ';
  append_point(x + width, inner);
  out += 'V';
  append_coordinate(out, base);
  out += "Z\"";
}

}  // namespace

void append_bars(std::string& out, const Chart& chart) {
  const Plot plot = append_axes(out, chart, true);
  const auto count = static_cast<double>(chart.rows.series.size());
  const double group = std::min(plot.band * 0.7, 56 * count);
  const double width = group / count;
  const double gap = count > 1 ? std::min(2.0, width * 0.15) : 0;
  for (std::size_t row = 0; row < chart.rows.labels.size(); ++row)
    for (std::size_t series = 0; series < chart.rows.series.size(); ++series) {
      const auto& value = chart.rows.series[series].values[row];
      if (!value) continue;
      const double x = plot.middle(row) - group / 2 + width * static_cast<double>(series) + gap / 2;
      out += "<path class=\"pw-chart__bar\"";
      append_color(out, "fill", series);
      append_bar(out, x, width - gap, plot.baseline(), plot.y(*value));
      out += '>';
      append_tooltip(out, chart, series, row);
      out += "</path>";
    }
}

}  // namespace pagewright::chart
