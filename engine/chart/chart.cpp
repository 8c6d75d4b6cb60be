#include "engine/chart/chart.hpp"

#include <algorithm>
#include <optional>

#include "engine/base/html.hpp"
#include "engine/chart/drawing.hpp"

namespace pagewright::chart {
namespace {

enum class Kind : unsigned char { bar, line, area, pie };

std::optional<Kind> parse_kind(std::string_view name) {
  if (name.empty() || name == "bar") return Kind::bar;
  if (name == "line") return Kind::line;
  if (name == "area") return Kind::area;
  if (name == "pie") return Kind::pie;
  return std::nullopt;
}

std::string_view text_argument(std::span<const Argument> arguments, std::string_view name) {
  const auto found = std::ranges::find(arguments, name, &Argument::name);
  if (found == arguments.end() || !found->value || !found->value->is_string()) return {};
  return json::view(found->value->get_string());
}

// Only what ids may hold without quoting anywhere.
std::string id_prefix(std::string_view node_id) {
  std::string id;
  for (const char c : node_id) {
    const bool is_kept =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (is_kept && id.size() < 64) id += c;
  }
  return id;
}

void append_sentence(std::string& out, std::string_view sentence) {
  out.append("<p class=\"pw-chart__empty\">").append(sentence).append("</p>");
}

// The values in words, for where nobody wrote a description.
std::string summary_of(const Rows& rows) {
  constexpr std::size_t most = 12;
  std::string out;
  const std::size_t count = std::min(rows.labels.size(), most);
  for (std::size_t row = 0; row < count; ++row) {
    if (!out.empty()) out += ", ";
    out += rows.labels[row];
    char separator = ':';
    for (const Series& series : rows.series) {
      if (!series.values[row]) continue;
      out.append(1, separator).append(" ").append(number_text(*series.values[row]));
      separator = ',';
    }
  }
  return rows.labels.size() > most ? out + " …" : out;
}

void append_start(std::string& out, const Chart& chart, const std::string& id) {
  const std::string description = chart.description.empty() ? summary_of(chart.rows) : std::string(chart.description);
  const std::string_view title = chart.title.empty() ? std::string_view(description) : chart.title;
  out += "<svg class=\"pw-chart__svg\" viewBox=\"0 0 480 280\" width=\"100%\" role=\"img\"";
  if (id.empty()) {
    out += " aria-label=\"";
    html::append_escaped(out, title);
    out += '"';
  } else {
    out.append(" aria-labelledby=\"")
        .append(id)
        .append("-chart-title\" aria-describedby=\"")
        .append(id)
        .append("-chart-desc\"");
  }
  out += " font-family=\"inherit\" font-size=\"12\" fill=\"currentColor\">";
  const auto append_element = [&](std::string_view name, std::string_view text) {
    out.append("<").append(name);
    if (!id.empty()) out.append(" id=\"").append(id).append("-chart-").append(name).append("\"");
    out += '>';
    html::append_escaped(out, text);
    out.append("</").append(name).append(">");
  };
  append_element("title", title);
  append_element("desc", description);
}

void append_cell(std::string& out, std::string_view start, std::string_view text, std::string_view end) {
  out += start;
  html::append_escaped(out, text);
  out += end;
}

void append_table(std::string& out, const Chart& chart) {
  // In a box of its own: a table can't be made smaller than its text.
  out +=
      "<div class=\"pw-chart__table\" style=\"position:absolute;width:1px;height:1px;overflow:hidden;"
      "clip-path:inset(50%);white-space:nowrap\"><table>";
  if (!chart.title.empty()) append_cell(out, "<caption>", chart.title, "</caption>");
  out += "<thead><tr><td></td>";
  for (const Series& series : chart.rows.series) {
    const std::string_view fallback = !chart.unit.empty()   ? chart.unit
                                      : chart.title.empty() ? std::string_view("Value")
                                                            : chart.title;
    append_cell(out, "<th scope=\"col\">", series.name.empty() ? fallback : series.name, "</th>");
  }
  out += "</tr></thead><tbody>";
  for (std::size_t row = 0; row < chart.rows.labels.size(); ++row) {
    append_cell(out, "<tr><th scope=\"row\">", chart.rows.labels[row], "</th>");
    for (const Series& series : chart.rows.series) {
      const auto& value = series.values[row];
      append_cell(out, "<td>", value ? with_unit(number_text(*value), chart.unit) : "", "</td>");
    }
    out += "</tr>";
  }
  out += "</tbody></table></div>";
}

bool append_drawing(std::string& out, const Chart& chart, Kind kind) {
  switch (kind) {
    case Kind::bar:
      append_bars(out, chart);
      return true;
    case Kind::line:
      append_lines(out, chart, false);
      return true;
    case Kind::area:
      append_lines(out, chart, true);
      return true;
    case Kind::pie:
      return append_pie(out, chart);
  }
  std::unreachable();
}

}  // namespace

void append_svg(const json::Value* rows, std::span<const Argument> arguments, std::string& out) {
  const auto kind = parse_kind(text_argument(arguments, "kind"));
  if (!kind) return append_sentence(out, "This kind of chart is not known; choose bar, line, area or pie.");
  const Chart chart{read_rows(rows), text_argument(arguments, "title"), text_argument(arguments, "description"),
                    text_argument(arguments, "unit")};
  if (!chart.rows.has_numbers()) return append_sentence(out, "There are no values to show yet.");
  const std::size_t start = out.size();
  append_start(out, chart, id_prefix(text_argument(arguments, "node_id")));
  if (!append_drawing(out, chart, *kind)) {
    out.resize(start);
    return append_sentence(out, "A pie needs values greater than 0.");
  }
  out += "</svg>";
  append_table(out, chart);
}

}  // namespace pagewright::chart
