// How much of a page's past is kept beside its named and published versions, which stay for ever.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"

namespace pagewright::retention {

struct Policy {
  // Auto-saves that are older: the last of each hour stays, and later the last of each day. Hours and days of UTC.
  std::chrono::hours hourly_after = std::chrono::days(1);
  std::chrono::hours daily_after = std::chrono::days(30);
  // Of a branch's log, behind its last snapshot and its last version: that many transactions, and none that is older.
  std::int64_t kept_transactions = 5000;
  std::chrono::hours transactions_for = std::chrono::days(365);
  // Pages in the trash: then they are erased.
  std::chrono::hours trash_for = std::chrono::days(30);
};

struct AutoSave {
  std::string id;
  std::string branch;
  Milliseconds created_at = 0;
};

// The ids of those that the policy gives up. `auto_saves`: all of a page, by branch, the newest first. What is kept
// today and not tomorrow depends on the clock alone: asked again, the answer is the same for what stayed.
[[nodiscard]] std::vector<std::string> superfluous(const Policy& policy, std::span<const AutoSave> auto_saves,
                                                   Milliseconds now);

}  // namespace pagewright::retention
