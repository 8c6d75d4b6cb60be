// What a long job tells of itself, and how it learns that nobody wants it any more.
#pragma once

#include <chrono>
#include <string>

#include "server/background/job.hpp"
#include "server/database/database.hpp"

namespace pagewright::background {

struct Progress {
  std::int64_t done = 0;
  std::int64_t total = 0;
  std::string log = "[]";       // a JSON array of what was done: {"at", "text"}
  std::string result = "null";  // JSON: what has come of it
};

// Writes it down, and keeps the job for `lease` more. A job that has done so once can be cancelled while it runs. Error
// conflict where it was cancelled, or another worker has it by now: then the attempt ends.
[[nodiscard]] Outcome<void> report(database::Connection& connection, const Job& job, const Progress& progress,
                                   Milliseconds now, std::chrono::milliseconds lease);

// The job is done. Call it in the transaction that makes the result: either both stand or neither, so that a result
// that must not be made twice is not, wherever the process ends. Errors as report() has them.
[[nodiscard]] Outcome<void> finish(database::Connection& connection, const Job& job, const Progress& progress,
                                   Milliseconds now);

}  // namespace pagewright::background
