// Structured logs: one JSON object a line on standard error, written by a thread of its own so that no caller waits for
// a slow terminal or pipe. When the queue is full the oldest lines are dropped.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <utility>
#include <variant>

namespace pagewright::log {

enum class Level : std::uint8_t { debug, info, warning, error, off };

using Value = std::variant<std::int64_t, double, bool, std::string_view>;

struct Field {
  std::string_view name;
  Value value;

  Field(std::string_view name, std::string_view text) : name(name), value(text) {}
  Field(std::string_view name, const char* text) : name(name), value(std::string_view(text)) {}
  Field(std::string_view name, bool flag) : name(name), value(flag) {}
  Field(std::string_view name, double number) : name(name), value(number) {}
  template <typename Integer>
    requires std::is_integral_v<Integer>
  Field(std::string_view name, Integer number) : name(name), value(static_cast<std::int64_t>(number)) {}
};

using Fields = std::initializer_list<Field>;

// Before start() nothing is logged. Lines below `least` are dropped.
void start(Level least);
void flush_and_stop();

void write(Level level, std::string_view message, Fields fields);
inline void info(std::string_view message, Fields fields = {}) {
  write(Level::info, message, fields);
}
inline void warning(std::string_view message, Fields fields = {}) {
  write(Level::warning, message, fields);
}
inline void error(std::string_view message, Fields fields = {}) {
  write(Level::error, message, fields);
}

}  // namespace pagewright::log
