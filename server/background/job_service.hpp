// The rules of jobs as their organisation's administrators see them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/background/job.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"

namespace pagewright::background {

// Writes the job down in the caller's transaction: it will be done if, and only if, that is committed.
[[nodiscard]] Outcome<void> enqueue(database::Connection& connection, const NewJob& job, Milliseconds now);

// The job is not done any more, as if it had never been written down. False: it has been begun.
[[nodiscard]] Outcome<bool> withdraw(database::Connection& connection, std::string_view id);

// A job without its payload, which may hold what only its recipient should read.
struct JobRecord {
  std::string id;
  std::string kind;
  std::string state;  // "waiting", "running", "done", "failed", "cancelled"
  Milliseconds run_at = 0;
  std::int64_t attempts = 0;
  std::int64_t max_attempts = 0;
  std::string last_error;
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;
  std::string progress = {};  // as the job reports it, JSON; empty where it does not

  [[nodiscard]] std::string to_json() const;
};

struct JobQuery {
  std::string organization_id;
  std::string state;  // empty: any
  std::string kind;   // empty: any
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};

struct JobList {
  std::vector<JobRecord> items;
  std::int64_t total = 0;
};

class JobService {
 public:
  JobService(database::Database& database, std::function<Milliseconds()> clock)
      : database_(database), clock_(std::move(clock)) {}

  // Newest first.
  Task<Outcome<JobList>> list(JobQuery query);
  Task<Outcome<JobRecord>> get(http::Caller caller, std::string id);
  // A job that failed or was cancelled waits again, with all its attempts: a cancelled one beside those that it had.
  Task<Outcome<JobRecord>> retry(http::Caller caller, std::string id);
  // A job that waits is not done any more. One that runs ends soon, where it reports its progress.
  Task<Outcome<JobRecord>> cancel(http::Caller caller, std::string id);

 private:
  database::Database& database_;
  std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::background
