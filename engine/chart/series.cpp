#include "engine/chart/series.hpp"

#include <algorithm>
#include <cmath>

namespace pagewright::chart {
namespace {

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::optional<double> read_number(const json::Value& value) {
  if (value.is_string()) {
    const std::string_view text = trimmed(json::view(value.get_string()));
    if (text.empty() || text.size() > 40) return std::nullopt;
    const auto parsed = json::parse(text, 1);
    return parsed && parsed->is_number() ? read_number(*parsed) : std::nullopt;
  }
  if (!value.is_number()) return std::nullopt;
  const double number = value.to_number<double>();
  if (!(std::abs(number) <= 1e15)) return std::nullopt;
  return number;
}

std::string read_label(const json::Object& row) {
  const json::Value* label = row.if_contains("label");
  if (!label) return {};
  if (label->is_string()) return std::string(json::view(label->get_string()));
  if (label->is_number()) return json::serialize(*label);
  return {};
}

// The series of that name; a new one has nothing in the rows before. Null where there are too many.
Series* find_series(Rows& rows, std::string_view name, std::size_t row) {
  const auto found = std::ranges::find(rows.series, name, &Series::name);
  if (found != rows.series.end()) return &*found;
  if (rows.series.size() >= max_series) return nullptr;
  rows.series.push_back({std::string(name), std::vector<std::optional<double>>(row)});
  return &rows.series.back();
}

}  // namespace

bool Rows::has_numbers() const {
  return std::ranges::any_of(series, [](const Series& one) {
    return std::ranges::any_of(one.values, [](const auto& value) { return value.has_value(); });
  });
}

Rows read_rows(const json::Value* source) {
  Rows rows;
  const json::Array* array = source ? source->if_array() : nullptr;
  if (!array) return rows;
  for (const json::Value& item : *array) {
    const json::Object* row = item.if_object();
    if (!row) continue;
    if (rows.labels.size() >= max_rows) break;
    const std::size_t index = rows.labels.size();
    rows.labels.push_back(read_label(*row));
    for (const auto& member : *row) {
      if (member.key() == "label") continue;
      const auto number = read_number(member.value());
      if (!number) continue;
      Series* series = find_series(rows, json::view(member.key()), index);
      if (!series) continue;
      series->values.resize(index);
      series->values.push_back(number);
    }
  }
  for (Series& series : rows.series) series.values.resize(rows.labels.size());
  if (rows.series.size() == 1 && rows.series[0].name == "value") rows.series[0].name.clear();
  return rows;
}

std::string number_text(double number) {
  std::string out;
  json::append_number(out, number);
  return out;
}

}  // namespace pagewright::chart
