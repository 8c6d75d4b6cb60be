#include "server/releases/scheduled_release.hpp"

#include "server/background/job_progress.hpp"
#include "server/background/job_service.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/releases/release_job.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::releases {
namespace {

using background::Attempt;
using background::Failure;

// From one report of a job to the next.
constexpr std::chrono::milliseconds lease = std::chrono::minutes(15);

// What can be another time the next time.
bool is_passing(const Problem& problem) {
  return problem.is(ProblemKind::unavailable) || problem.is(ProblemKind::storage_full) ||
         problem.is(ProblemKind::internal);
}

}  // namespace

Outcome<bool> is_release_scheduled(database::Connection& connection, std::string_view organization_id,
                                   std::string_view environment_id) {
  const auto rows = TRY(connection.query(
      "SELECT payload FROM jobs WHERE organization_id = $1 AND kind = $2 AND (state = 'waiting' OR state = 'running')",
      {organization_id, kind_of_release_job}));
  for (const auto row : rows) {
    const auto job = ReleaseJob::read(row.text(0));
    if (job && job->batch.environment_id == environment_id) return true;
  }
  return false;
}

ScheduledReleases::ScheduledReleases(database::Database& database, ReleaseService& releases, background::Kinds& kinds,
                                     std::function<Milliseconds()> clock)
    : database_(database), releases_(releases), clock_(std::move(clock)) {
  kinds.add(std::string(kind_of_release_job),
            {.attempt = [this](const background::Job& job) { return publish(job); }, .lease = lease});
}

Task<Outcome<std::string>> ScheduledReleases::schedule(http::Caller caller, Batch batch, Milliseconds at) {
  const Milliseconds now = clock_();
  const std::string id = new_uuid();
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    const auto environment = TRY(environments::find(connection, batch.environment_id, caller.organization_id));
    if (!environment || environment->is_preview())
      return std::unexpected(
          Problem::validation("The release was not scheduled",
                              {{"/environmentId", "must be the id of an environment that is no preview", "unknown"}}));
    TRY(background::enqueue(connection,
                            {.kind = std::string(kind_of_release_job),
                             .organization_id = caller.organization_id,
                             .payload = ReleaseJob{.user_id = caller.user_id, .batch = batch}.to_payload(),
                             .run_at = at,
                             .id = id},
                            now));
    return events::record(connection,
                          events::by(caller, "release.scheduled", id,
                                     JsonText()
                                         .text("jobId", id)
                                         .text("environmentId", batch.environment_id)
                                         .time("publishAt", at)
                                         .text("message", batch.message)
                                         .take()),
                          now);
  }));
  co_return id;
}

// `job` outlives it.
BatchFollower ScheduledReleases::follower_of(const background::Job& job) {
  return {.progress = [this, &job](std::int64_t done, std::int64_t total, std::string log) -> Task<Outcome<void>> {
            const background::Progress progress{.done = done, .total = total, .log = std::move(log)};
            co_return co_await database_.write([&](database::Connection& connection) {
              return background::report(connection, job, progress, clock_(), lease);
            });
          },
          .also =
              [this, &job](database::Connection& connection, const ReleaseRecord& record) {
                const std::string result = JsonText().text("releaseId", record.release.id).take();
                const auto pages = std::ssize(record.pages);
                return background::finish(connection, job,
                                          {.done = pages, .total = pages, .log = record.release.log, .result = result},
                                          clock_());
              }};
}

Task<Attempt> ScheduledReleases::publish(const background::Job& job) {
  const auto wanted = ReleaseJob::read(job.payload);
  if (!wanted) co_return std::unexpected(Failure{.reason = "The job cannot be read.", .then = Failure::Then::give_up});
  const std::string& user_id = wanted->user_id;
  const auto found = co_await database_.read(
      [&](database::Connection& connection) { return users::find(connection, user_id, job.organization_id); });
  if (!found) co_return std::unexpected(Failure{.reason = found.error().title});
  if (!*found || (*found)->role < http::Role::admin)
    co_return std::unexpected(
        Failure{.reason = "Whoever scheduled it is no administrator any more.", .then = Failure::Then::give_up});
  const http::Caller caller{.user_id = user_id,
                            .organization_id = job.organization_id,
                            .name = (*found)->name,
                            .email = (*found)->email,
                            .role = (*found)->role};
  const auto released = co_await releases_.publish_several(caller, wanted->batch, follower_of(job));
  if (released) co_return Attempt();
  const Problem& problem = released.error();
  std::string reason = problem.title + ": " + problem.detail;
  for (const FieldError& error : problem.errors) reason += " " + error.path + " " + error.message + ".";
  co_return std::unexpected(Failure{.reason = std::move(reason),
                                    .then = is_passing(problem) ? Failure::Then::try_again : Failure::Then::give_up});
}

}  // namespace pagewright::releases
