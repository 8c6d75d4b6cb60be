// Metrics as Prometheus reads them: the text format 0.0.4.
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace pagewright::metrics {

using Label = std::pair<std::string_view, std::string_view>;
using Labels = std::initializer_list<Label>;

class Exposition {
 public:
  enum class Kind : std::uint8_t { counter, gauge, histogram };

  // Begins a metric: all its samples follow, before the next one begins. `name` is of [a-z0-9_], `help` a sentence.
  void begin(std::string_view name, Kind kind, std::string_view help);
  // A sample of the metric that was begun last. `suffix`: "_bucket", "_sum", "_count" of histograms.
  void add(double value, Labels labels = {}, std::string_view suffix = {});

  // A metric with one sample.
  void counter(std::string_view name, double value, std::string_view help) { single(name, Kind::counter, value, help); }
  void gauge(std::string_view name, double value, std::string_view help) { single(name, Kind::gauge, value, help); }

  [[nodiscard]] const std::string& text() const { return text_; }
  static constexpr const char* content_type = "text/plain; version=0.0.4; charset=utf-8";

 private:
  void single(std::string_view name, Kind kind, double value, std::string_view help);

  std::string name_;
  std::string text_;
};

// As the format writes numbers: "1", "0.25", "+Inf".
[[nodiscard]] std::string number(double value);

}  // namespace pagewright::metrics
