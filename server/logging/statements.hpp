// The log of statements: which ones is the operator's choice, for the whole process. Never their parameters.
#pragma once

#include <chrono>
#include <string_view>

namespace pagewright::log {

struct StatementChoice {
  std::chrono::milliseconds slow{0};  // those that take at least as long; 0: none
  bool all = false;
};
// Thread-safe.
void watch_statements(StatementChoice choice);

// A statement was answered: its line is written where it was chosen.
void statement(std::string_view sql, std::chrono::steady_clock::duration time);

}  // namespace pagewright::log
