#include "engine/chart/drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/html.hpp"

#pragma STDC FP_CONTRACT OFF

namespace pagewright::chart {
namespace {

// Used where a page has no tokens --chart-1 to --chart-6. Distinct in lightness too, for those who don't tell the hues
// apart.
constexpr std::array<std::string_view, 6> colors = {"#146b5a", "#e4633f", "#e2a11c", "#3f6fb5", "#8f4a86", "#6b7280"};
constexpr double character_width = 6.6;
constexpr double wide_character_width = 12;
constexpr double label_height = 22;
constexpr double legend_line = 18;

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

Scale scale_of(const Chart& chart, bool includes_zero) {
  double low = 0;
  double high = 0;
  bool is_first = true;
  for (const Series& series : chart.rows.series)
    for (const auto& value : series.values) {
      if (!value) continue;
      low = is_first ? *value : std::min(low, *value);
      high = is_first ? *value : std::max(high, *value);
      is_first = false;
    }
  // A line far from 0 is drawn close up, if its changes would be lost otherwise.
  const bool is_far = low > 0 ? high - low < low / 2 : high < 0 && high - low < -high / 2;
  if (includes_zero || !is_far) {
    low = std::min(low, 0.0);
    high = std::max(high, 0.0);
  }
  return nice_scale(low, high);
}

void append_row_labels(std::string& out, const Chart& chart, const Plot& plot) {
  const std::size_t count = chart.rows.labels.size();
  // Every row's label where five characters fit, otherwise every second, third …
  const auto stride = static_cast<std::size_t>(std::max(1.0, std::ceil(5.5 * character_width / plot.band)));
  const auto room = static_cast<std::size_t>(plot.band * static_cast<double>(stride) / character_width);
  for (std::size_t row = 0; row < count; row += stride) {
    if (chart.rows.labels[row].empty()) continue;
    const std::string label = shortened(chart.rows.labels[row], std::max<std::size_t>(room, 4) - 1);
    append_text(out, {plot.middle(row), plot.box.bottom + 16}, "middle", label);
  }
}

}  // namespace

void append_attribute(std::string& out, std::string_view name, double value) {
  out.append(" ").append(name).append("=\"");
  append_coordinate(out, value);
  out += '"';
}

void append_color(std::string& out, std::string_view attribute, std::size_t index) {
  const std::size_t color = index % colors.size();
  out.append(" ")
      .append(attribute)
      .append("=\"var(--chart-")
      .append(std::to_string(color + 1))
      .append(",")
      .append(colors[color])
      .append(")\"");
}

void append_text(std::string& out, Point at, std::string_view anchor, std::string_view text) {
  out += "<text";
  append_attribute(out, "x", at.x);
  append_attribute(out, "y", at.y);
  if (anchor != "start") out.append(" text-anchor=\"").append(anchor).append("\"");
  out += '>';
  html::append_escaped(out, text);
  out += "</text>";
}

void append_tooltip(std::string& out, const Chart& chart, std::size_t series, std::size_t row) {
  const Series& one = chart.rows.series[series];
  out += "<title>";
  html::append_escaped(out, chart.rows.labels[row]);
  if (!one.name.empty()) {
    if (!chart.rows.labels[row].empty()) out += ", ";
    html::append_escaped(out, one.name);
  }
  if (!chart.rows.labels[row].empty() || !one.name.empty()) out += ": ";
  html::append_escaped(out, with_unit(number_text(one.values[row].value_or(0)), chart.unit));
  out += "</title>";
}

std::string with_unit(std::string_view number, std::string_view unit) {
  std::string out(number);
  if (unit.empty()) return out;
  if (unit != "%") out += "\u00A0";
  return out.append(unit);
}

std::size_t length_of(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_continuation));
}

std::string shortened(std::string_view text, std::size_t characters) {
  if (length_of(text) <= characters) return std::string(text);
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size(); ++end)
    if (!is_continuation(text[end]) && ++seen == characters) break;
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + "…";
}

// Rough, for a sans-serif at 12 px: what is wide, what is not, and the full-width scripts from U+3000 on.
double width_of(std::string_view text) {
  double width = 0;
  for (const char c : text) {
    if (is_continuation(c)) continue;
    const bool is_wide =
        static_cast<unsigned char>(c) >= 0xE3 || std::string_view("%mwMW").find(c) != std::string_view::npos;
    width += is_wide ? wide_character_width : character_width;
  }
  return width;
}

double append_legend(std::string& out, const Chart& chart) {
  if (chart.rows.series.size() == 1 && chart.rows.series[0].name.empty()) return 8;
  double x = 0;
  double y = 4;
  for (std::size_t i = 0; i < chart.rows.series.size(); ++i) {
    const std::string name = shortened(chart.rows.series[i].name, 28);
    const double width = 16 + width_of(name) + 14;
    if (x > 0 && x + width > drawing_width) {
      x = 0;
      y += legend_line;
    }
    out += "<rect";
    append_attribute(out, "x", x);
    append_attribute(out, "y", y);
    out += " width=\"10\" height=\"10\" rx=\"2\"";
    append_color(out, "fill", i);
    out += "/>";
    append_text(out, {x + 16, y + 9}, "start", name);
    x += width;
  }
  return y + legend_line + 10;
}

double Plot::baseline() const {
  return y(std::clamp(0.0, scale.low, scale.high));
}

Plot append_axes(std::string& out, const Chart& chart, bool includes_zero) {
  double top = append_legend(out, chart);
  Plot plot{{0, 0, drawing_width, drawing_height - label_height}, scale_of(chart, includes_zero), 0};
  // A short unit stands at each tick, a longer one once above the axis.
  const bool is_short = length_of(chart.unit) <= 2;
  const std::string_view tick_unit = is_short ? chart.unit : std::string_view{};
  if (!is_short) {
    append_text(out, {0, top + 8}, "start", shortened(chart.unit, 40));
    top += 20;
  }
  double widest = 0;
  for (const Tick& tick : plot.scale.ticks) widest = std::max(widest, width_of(with_unit(tick.text, tick_unit)));
  plot.box.left = widest + 8;
  plot.box.top = top;
  plot.band =
      (plot.box.right - plot.box.left) / static_cast<double>(std::max<std::size_t>(chart.rows.labels.size(), 1));
  for (const Tick& tick : plot.scale.ticks) {
    const double y = plot.y(tick.value);
    out += "<path class=\"pw-chart__grid\" d=\"M";
    append_coordinate(out, plot.box.left);
    out += ' ';
    append_coordinate(out, y);
    out += 'H';
    append_coordinate(out, plot.box.right);
    out += tick.text == "0" ? "\" stroke=\"currentColor\" stroke-opacity=\".5\"/>"
                            : "\" stroke=\"currentColor\" stroke-opacity=\".15\"/>";
    append_text(out, {plot.box.left - 8, y + 4}, "end", with_unit(tick.text, tick_unit));
  }
  append_row_labels(out, chart, plot);
  return plot;
}

}  // namespace pagewright::chart
