#include "server/background/job_service.hpp"

#include "server/background/job_records.hpp"
#include "server/background/job_store.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"

namespace pagewright::background {
namespace {

std::unexpected<Problem> no_such_job() {
  return std::unexpected(Problem::not_found("There is no such job."));
}

Outcome<void> record(database::Connection& connection, const http::Caller& caller, std::string type,
                     const JobRecord& job, Milliseconds now) {
  return events::record(connection, events::by(caller, std::move(type), job.id, job.to_json()), now);
}

}  // namespace

Outcome<void> enqueue(database::Connection& connection, const NewJob& job, Milliseconds now) {
  return insert(connection, job, now);
}

Outcome<bool> withdraw(database::Connection& connection, std::string_view id) {
  return TRY(connection.execute("DELETE FROM jobs WHERE id = $1 AND state = 'waiting' AND attempts = 0", {id})) > 0;
}

std::string JobRecord::to_json() const {
  return JsonText()
      .text("id", id)
      .text("kind", kind)
      .text("state", state)
      .time("runAt", run_at)
      .number("attempts", attempts)
      .number("maxAttempts", max_attempts)
      .text("lastError", last_error)
      .time("createdAt", created_at)
      .time("updatedAt", updated_at)
      .raw("progress", progress.empty() ? "null" : progress)
      .take();
}

Task<Outcome<JobList>> JobService::list(JobQuery query) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return background::list(connection, query); });
}

Task<Outcome<JobRecord>> JobService::get(http::Caller caller, std::string id) {
  auto job = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return find(connection, id, caller.organization_id); }));
  if (!job) co_return no_such_job();
  co_return std::move(*job);
}

Task<Outcome<JobRecord>> JobService::retry(http::Caller caller, std::string id) {
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<JobRecord> {
    const auto before = TRY(find(connection, id, caller.organization_id));
    if (!before) return no_such_job();
    auto job = TRY(wait_again(connection, id, caller.organization_id, now));
    if (!job)
      return std::unexpected(
          Problem::conflict("The job was not started again",
                            "Only a job that failed or was cancelled can be; this one is " + before->state + "."));
    TRY(record(connection, caller, "job.retried", *job, now));
    return std::move(*job);
  });
}

Task<Outcome<JobRecord>> JobService::cancel(http::Caller caller, std::string id) {
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<JobRecord> {
    const auto before = TRY(find(connection, id, caller.organization_id));
    if (!before) return no_such_job();
    auto job = TRY(mark_cancelled(connection, id, caller.organization_id, now));
    if (!job)
      return std::unexpected(Problem::conflict(
          "The job was not cancelled",
          "Only a job that waits can be, or one that tells of its progress; this one is " + before->state + "."));
    TRY(record(connection, caller, "job.cancelled", *job, now));
    return std::move(*job);
  });
}

}  // namespace pagewright::background
