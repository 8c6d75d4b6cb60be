// What the kinds of charts share: the frame of the drawing, its marks and texts.
#pragma once

#include "engine/chart/coordinate.hpp"
#include "engine/chart/scale.hpp"
#include "engine/chart/series.hpp"

namespace pagewright::chart {

inline constexpr double drawing_width = 480;
inline constexpr double drawing_height = 280;

struct Chart {
  Rows rows;
  std::string_view title;
  std::string_view description;
  std::string_view unit;
};

struct Box {
  double left;
  double top;
  double right;
  double bottom;
};

// ` name="12.5"`
void append_attribute(std::string& out, std::string_view name, double value);
// ` fill="var(--chart-1,#146b5a)"`; colours repeat after six.
void append_color(std::string& out, std::string_view attribute, std::size_t index);
// A text at a point; anchor "start", "middle" or "end".
void append_text(std::string& out, Point at, std::string_view anchor, std::string_view text);
// `<title>label: 12 km</title>`, shown when the pointer rests on a mark.
void append_tooltip(std::string& out, const Chart& chart, std::size_t series, std::size_t row);

// "12 km", "12%", "12"
[[nodiscard]] std::string with_unit(std::string_view number, std::string_view unit);
// At most so many characters, the last then "…".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t characters);
[[nodiscard]] std::size_t length_of(std::string_view text);
// About how wide a text is.
[[nodiscard]] double width_of(std::string_view text);

// The names of the series, in lines from the top; returns where the drawing may start. Nothing for a single series
// without a name.
[[nodiscard]] double append_legend(std::string& out, const Chart& chart);

// The axes of bars, lines and areas.
struct Plot {
  Box box;
  Scale scale;
  double band;  // the width that a row has

  [[nodiscard]] double y(double value) const { return box.bottom - scale.fraction(value) * (box.bottom - box.top); }
  [[nodiscard]] double middle(std::size_t row) const { return box.left + band * (static_cast<double>(row) + 0.5); }
  // Where bars and areas start: at 0, or at the nearest end of the axis.
  [[nodiscard]] double baseline() const;
};

// Draws legend, grid lines and labels.
[[nodiscard]] Plot append_axes(std::string& out, const Chart& chart, bool includes_zero);

void append_bars(std::string& out, const Chart& chart);
void append_lines(std::string& out, const Chart& chart, bool is_filled);
// False where nothing is greater than 0, so that there is no pie.
[[nodiscard]] bool append_pie(std::string& out, const Chart& chart);

}  // namespace pagewright::chart
