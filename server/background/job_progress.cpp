#include "server/background/job_progress.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::background {

Outcome<void> report(database::Connection& connection, const Job& job, const Progress& progress, Milliseconds now,
                     std::chrono::milliseconds lease) {
  const std::string json = JsonText()
                               .number("done", progress.done)
                               .number("total", progress.total)
                               .raw("log", progress.log)
                               .raw("result", progress.result)
                               .take();
  const auto changed = TRY(connection.execute(
      "UPDATE jobs SET progress = $3, updated_at = $4, locked_until = $5 WHERE id = $1 AND state = 'running' AND "
      "attempts = $2",
      {job.id, job.attempt, json, now, now + lease.count()}));
  if (changed == 0) return std::unexpected(Problem::conflict("The job has ended", "It was cancelled."));
  return {};
}

}  // namespace pagewright::background
