#include "engine/chart/drawing.hpp"

#pragma STDC FP_CONTRACT OFF

namespace pagewright::chart {
namespace {

constexpr std::size_t most_rows_with_dots = 40;

// Rows of one series that follow each other without a gap: first to last, inclusive.
struct Run {
  std::size_t first;
  std::size_t last;
};

std::vector<Run> runs_of(const Series& series) {
  std::vector<Run> runs;
  for (std::size_t row = 0; row < series.values.size(); ++row) {
    if (!series.values[row]) continue;
    if (!runs.empty() && runs.back().last + 1 == row)
      runs.back().last = row;
    else
      runs.push_back({row, row});
  }
  return runs;
}

void append_points(std::string& out, const Plot& plot, const Series& series, Run run) {
  for (std::size_t row = run.first; row <= run.last; ++row) {
    out += row == run.first ? 'M' : 'L';
    append_coordinate(out, plot.middle(row));
    out += ' ';
    append_coordinate(out, plot.y(*series.values[row]));
  }
}

void append_area(std::string& out, const Plot& plot, const Series& series, std::size_t index) {
  out += "<path class=\"pw-chart__area\" fill-opacity=\".2\"";
  append_color(out, "fill", index);
  out += " d=\"";
  for (const Run run : runs_of(series)) {
    append_points(out, plot, series, run);
    out += 'V';
    append_coordinate(out, plot.baseline());
    out += 'H';
    append_coordinate(out, plot.middle(run.first));
    out += 'Z';
  }
  out += "\"/>";
}

void append_line(std::string& out, const Plot& plot, const Series& series, std::size_t index) {
  out +=
      "<path class=\"pw-chart__line\" fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" "
      "stroke-linecap=\"round\"";
  append_color(out, "stroke", index);
  out += " d=\"";
  for (const Run run : runs_of(series)) {
    append_points(out, plot, series, run);
    // A value between two gaps still shows, as a dot that the round ends make.
    if (run.first == run.last) out += "h0";
  }
  out += "\"/>";
}

void append_dots(std::string& out, const Chart& chart, const Plot& plot, std::size_t index) {
  const Series& series = chart.rows.series[index];
  for (std::size_t row = 0; row < series.values.size(); ++row) {
    if (!series.values[row]) continue;
    out += "<circle class=\"pw-chart__dot\"";
    append_attribute(out, "cx", plot.middle(row));
    append_attribute(out, "cy", plot.y(*series.values[row]));
    out += " r=\"3.5\"";
    append_color(out, "fill", index);
    out += '>';
    append_tooltip(out, chart, index, row);
    out += "</circle>";
  }
}

}  // namespace

void append_lines(std::string& out, const Chart& chart, bool is_filled) {
  const Plot plot = append_axes(out, chart, is_filled);
  for (std::size_t i = 0; is_filled && i < chart.rows.series.size(); ++i)
    append_area(out, plot, chart.rows.series[i], i);
  for (std::size_t i = 0; i < chart.rows.series.size(); ++i) {
    append_line(out, plot, chart.rows.series[i], i);
    if (chart.rows.labels.size() <= most_rows_with_dots) append_dots(out, chart, plot, i);
  }
}

}  // namespace pagewright::chart
