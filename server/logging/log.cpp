#include "server/logging/log.hpp"

#include <spdlog/async.h>
#include <spdlog/async_logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <atomic>
#include <string>

#include "engine/json/value.hpp"

namespace pagewright::log {
namespace {

constexpr std::size_t queued_lines = 8192;

struct Sink {
  std::shared_ptr<spdlog::details::thread_pool> thread;
  std::shared_ptr<spdlog::async_logger> logger;
  Level least;
};

// The process's one sink: set before the threads that log start, and cleared after they end.
std::unique_ptr<Sink>& sink() {
  static std::unique_ptr<Sink> instance;
  return instance;
}

std::string_view name_of(Level level) {
  switch (level) {
    case Level::debug:
      return "debug";
    case Level::info:
      return "info";
    case Level::warning:
      return "warning";
    case Level::error:
      return "error";
    case Level::off:
      return "off";
  }
  __builtin_unreachable();
}

void append_value(std::string& line, const Value& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) line += std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&value)) json::append_number(line, *number);
  if (const auto* flag = std::get_if<bool>(&value)) line += *flag ? "true" : "false";
  if (const auto* text = std::get_if<std::string_view>(&value)) json::append_quoted(line, *text);
}

}  // namespace

void start(Level least) {
  auto thread = std::make_shared<spdlog::details::thread_pool>(queued_lines, 1);
  auto standard_error = std::make_shared<spdlog::sinks::stderr_sink_mt>();
  auto logger = std::make_shared<spdlog::async_logger>("pagewright", std::move(standard_error), thread,
                                                       spdlog::async_overflow_policy::overrun_oldest);
  logger->set_pattern("{\"time\":\"%Y-%m-%dT%H:%M:%S.%eZ\",%v}", spdlog::pattern_time_type::utc);
  logger->set_level(spdlog::level::trace);
  sink() = std::make_unique<Sink>(std::move(thread), std::move(logger), least);
}

void flush_and_stop() {
  if (!sink()) return;
  sink()->logger->flush();
  sink().reset();  // joins the thread, which first writes what is queued
}

void write(Level level, std::string_view message, Fields fields) {
  if (!sink() || level < sink()->least) return;
  std::string line = "\"level\":\"";
  line += name_of(level);
  line += "\",\"message\":";
  json::append_quoted(line, message);
  for (const auto& field : fields) {
    // What is not there is left out.
    if (const auto* text = std::get_if<std::string_view>(&field.value); text != nullptr && text->empty()) continue;
    line += ',';
    json::append_quoted(line, field.name);
    line += ':';
    append_value(line, field.value);
  }
  sink()->logger->log(spdlog::level::info, spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace pagewright::log
