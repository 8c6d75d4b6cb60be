#include "server/metrics/exposition.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace pagewright::metrics {
namespace {

std::string_view name_of(Exposition::Kind kind) {
  switch (kind) {
    case Exposition::Kind::counter:
      return "counter";
    case Exposition::Kind::gauge:
      return "gauge";
    case Exposition::Kind::histogram:
      return "histogram";
  }
  __builtin_unreachable();
}

void append_label_value(std::string& text, std::string_view value) {
  for (const char letter : value) {
    if (letter == '\n') {
      text += "\\n";
      continue;
    }
    if (letter == '\\' || letter == '"') text += '\\';
    text += letter;
  }
}

void append_labels(std::string& text, Labels labels) {
  if (labels.size() == 0) return;
  char before = '{';
  for (const auto& [name, value] : labels) {
    text += before;
    text.append(name).append("=\"");
    append_label_value(text, value);
    text += '"';
    before = ',';
  }
  text += '}';
}

}  // namespace

std::string number(double value) {
  if (std::isinf(value)) return value > 0 ? "+Inf" : "-Inf";
  if (std::isnan(value)) return "NaN";
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

void Exposition::begin(std::string_view name, Kind kind, std::string_view help) {
  name_ = name;
  text_.append("# HELP ").append(name).append(" ").append(help).append("\n");
  text_.append("# TYPE ").append(name).append(" ").append(name_of(kind)).append("\n");
}

void Exposition::add(double value, Labels labels, std::string_view suffix) {
  text_.append(name_).append(suffix);
  append_labels(text_, labels);
  text_.append(" ").append(number(value)).append("\n");
}

void Exposition::single(std::string_view name, Kind kind, double value, std::string_view help) {
  begin(name, kind, help);
  add(value);
}

}  // namespace pagewright::metrics
