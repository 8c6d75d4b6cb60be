// A chart's rows as labels and series of numbers.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::chart {

struct Series {
  std::string name;                           // empty for the single series "value"
  std::vector<std::optional<double>> values;  // one for each label; nothing where a row has no number
};

struct Rows {
  std::vector<std::string> labels;
  std::vector<Series> series;

  [[nodiscard]] bool has_numbers() const;
};

inline constexpr std::size_t max_rows = 200;
inline constexpr std::size_t max_series = 12;

// Reads any value whatsoever: what is no row or no number is left out, numbers beyond ±1e15 too. A text that reads as a
// number counts as one.
[[nodiscard]] Rows read_rows(const json::Value* rows);

// "12.5", as in JSON.
[[nodiscard]] std::string number_text(double number);

}  // namespace pagewright::chart
