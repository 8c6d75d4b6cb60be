// The table of jobs, as the queue that workers take from.
#pragma once

#include <optional>
#include <vector>

#include "server/background/job.hpp"
#include "server/database/database.hpp"

namespace pagewright::background {

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const NewJob& job, Milliseconds now);

struct DueJob {
  std::string id;
  std::string kind;
};
// The jobs that are due, or that were left behind, oldest first: at most 16. None of the kinds `without`.
[[nodiscard]] Outcome<std::vector<DueJob>> due(database::Connection& connection, Milliseconds now,
                                               const std::vector<std::string>& without = {});

// Takes the job until that time; nothing where another worker was faster.
[[nodiscard]] Outcome<std::optional<Job>> take(database::Connection& connection, std::string_view id, Milliseconds now,
                                               Milliseconds until);

// These change nothing where the lease has run out and another worker has the job by now.
[[nodiscard]] Outcome<void> mark_done(database::Connection& connection, const Job& job, Milliseconds now);
[[nodiscard]] Outcome<void> mark_failed(database::Connection& connection, const Job& job, std::string_view reason,
                                        Milliseconds now);
[[nodiscard]] Outcome<void> put_back(database::Connection& connection, const Job& job, std::string_view reason,
                                     Milliseconds run_at, Milliseconds now);

// Deletes jobs that ended before those times; at most a thousand at once.
[[nodiscard]] Outcome<void> forget(database::Connection& connection, Milliseconds done_before,
                                   Milliseconds failed_before);

}  // namespace pagewright::background
