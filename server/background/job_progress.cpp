#include "server/background/job_progress.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::background {

namespace {

std::string to_json(const Progress& progress) {
  return JsonText()
      .number("done", progress.done)
      .number("total", progress.total)
      .raw("log", progress.log)
      .raw("result", progress.result)
      .take();
}

Outcome<void> check_running(std::int64_t changed) {
  if (changed == 0) return std::unexpected(Problem::conflict("The job has ended", "It was cancelled."));
  return {};
}

}  // namespace

Outcome<void> report(database::Connection& connection, const Job& job, const Progress& progress, Milliseconds now,
                     std::chrono::milliseconds lease) {
  return check_running(TRY(connection.execute(
      "UPDATE jobs SET progress = $3, updated_at = $4, locked_until = $5 WHERE id = $1 AND state = 'running' AND "
      "attempts = $2",
      {job.id, job.attempt, to_json(progress), now, now + lease.count()})));
}

Outcome<void> finish(database::Connection& connection, const Job& job, const Progress& progress, Milliseconds now) {
  return check_running(TRY(connection.execute(
      "UPDATE jobs SET state = 'done', progress = $3, updated_at = $4, locked_until = NULL, last_error = '', payload = "
      "'' WHERE id = $1 AND state = 'running' AND attempts = $2",
      {job.id, job.attempt, to_json(progress), now})));
}

}  // namespace pagewright::background
