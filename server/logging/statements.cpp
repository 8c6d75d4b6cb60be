#include "server/logging/statements.hpp"

#include <atomic>

#include "server/logging/log.hpp"

namespace pagewright::log {
namespace {

std::atomic<std::chrono::milliseconds> slow_limit{std::chrono::milliseconds(0)};
std::atomic<bool> logs_all{false};

}  // namespace

void watch_statements(StatementChoice choice) {
  slow_limit = choice.slow;
  logs_all = choice.all;
}

void statement(std::string_view sql, std::chrono::steady_clock::duration time) {
  const auto limit = slow_limit.load(std::memory_order_relaxed);
  const bool is_slow = limit.count() > 0 && time >= limit;
  if (!is_slow && !logs_all.load(std::memory_order_relaxed)) return;
  write(is_slow ? Level::warning : Level::info, is_slow ? "slow statement" : "statement",
        {{"milliseconds", std::chrono::duration<double, std::milli>(time).count()}, {"sql", sql}});
}

}  // namespace pagewright::log
