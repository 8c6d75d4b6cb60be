#include "server/background/worker.hpp"

#include <sodium.h>

#include "server/base/valid_text.hpp"
#include "server/logging/log.hpp"

namespace pagewright::background {
namespace {

constexpr Milliseconds day = 24LL * 60 * 60 * 1000;
constexpr Milliseconds keep_done = 7 * day;
constexpr Milliseconds keep_failed = 30 * day;
constexpr std::size_t most_reason_bytes = 2000;

double chance() {
  constexpr std::uint32_t steps = 1U << 20U;
  return static_cast<double>(randombytes_uniform(steps)) / steps;
}

}  // namespace

Task<void> Worker::run_due() {
  while (!is_stopping_) {
    auto taken = co_await take_one();
    if (!taken) co_return;
    co_await run(std::move(taken->job));
  }
}

std::vector<std::string> Worker::full_kinds() {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> full;
  for (const auto& [name, count] : under_way_) {
    const Kind* kind = kinds_.find(name);
    if (kind != nullptr && kind->at_once > 0 && count >= kind->at_once) full.push_back(name);
  }
  return full;
}

std::optional<Worker::Place> Worker::enter(const std::string& kind) {
  const Kind* known = kinds_.find(kind);
  const std::lock_guard lock(mutex_);
  int& count = under_way_[kind];
  if (known != nullptr && known->at_once > 0 && count >= known->at_once) return std::nullopt;
  ++count;
  return Place(*this, kind);
}

void Worker::leave(const std::string& kind) {
  const std::lock_guard lock(mutex_);
  --under_way_[kind];
}

// Looking costs no write: mostly there is nothing to do.
Task<std::optional<Worker::Taken>> Worker::take_one() {
  for (bool is_crowded = true; is_crowded;) {
    is_crowded = false;
    const auto jobs = co_await database_.read(
        [now = clock_(), full = full_kinds()](database::Connection& connection) { return due(connection, now, full); });
    if (!jobs) {
      // A database that is away says so itself.
      if (!jobs.error().is(ProblemKind::unavailable))
        log::error("jobs cannot be looked for", {{"cause", jobs.error().cause}});
      co_return std::nullopt;
    }
    for (const DueJob& job : *jobs) {
      auto place = enter(job.kind);
      is_crowded = is_crowded || !place;  // others were faster: there may be jobs of other kinds behind these
      if (!place) continue;
      const Kind* kind = kinds_.find(job.kind);
      const auto lease = kind != nullptr ? kind->lease : Kind().lease;
      auto taken = co_await database_.write([&, now = clock_()](database::Connection& connection) {
        return take(connection, job.id, now, now + lease.count());
      });
      if (taken && *taken) co_return Taken{.job = std::move(**taken), .place = std::move(*place)};
      if (!taken) log::error("a job cannot be taken", {{"job", job.id}, {"cause", taken.error().cause}});
    }
  }
  co_return std::nullopt;
}

Task<void> Worker::run(Job job) {
  Attempt made = std::unexpected(Failure{.reason = "", .then = Failure::Then::try_again});
  if (job.attempt > job.max_attempts) {
    made = std::unexpected(Failure{.reason = "The last attempt did not come to an end: the server stopped meanwhile.",
                                   .then = Failure::Then::give_up});
  } else {
    made = co_await attempt(job);
  }
  co_await note(job, std::move(made));
}

Task<Attempt> Worker::attempt(const Job& job) {
  const Kind* kind = kinds_.find(job.kind);
  if (kind == nullptr)
    co_return std::unexpected(Failure{.reason = "This version of the program does not know jobs of this kind."});
  try {
    co_return co_await kind->attempt(job);
  } catch (const std::exception& thrown) {
    co_return std::unexpected(Failure{.reason = std::string("An exception: ") + thrown.what()});
  }
}

Task<void> Worker::note(const Job& job, Attempt attempt) {
  const Kind* kind = kinds_.find(job.kind);
  const Backoff backoff = kind != nullptr ? kind->backoff : Backoff();
  const auto noted = co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<void> {
    if (attempt) return mark_done(connection, job, now);
    const std::string reason = valid_text(attempt.error().reason, most_reason_bytes);
    if (attempt.error().then == Failure::Then::give_up || job.is_last_attempt())
      return mark_failed(connection, job, reason, now);
    return put_back(connection, job, reason, now + backoff.after(job.attempt, chance()).count(), now);
  });
  if (!attempt)
    log::warning("an attempt of a job failed",
                 {{"job", job.id}, {"kind", job.kind}, {"attempt", job.attempt}, {"reason", attempt.error().reason}});
  // Its lease runs out, and it is done again.
  if (!noted) log::error("the end of a job cannot be noted", {{"job", job.id}, {"cause", noted.error().cause}});
}

Task<void> Worker::maintain() {
  const auto forgotten = co_await database_.write([now = clock_()](database::Connection& connection) {
    return forget(connection, now - keep_done, now - keep_failed);
  });
  if (!forgotten) log::error("old jobs cannot be deleted", {{"cause", forgotten.error().cause}});
}

}  // namespace pagewright::background
