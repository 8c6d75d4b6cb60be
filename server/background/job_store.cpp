#include "server/background/job_store.hpp"

#include "server/base/uuid.hpp"

namespace pagewright::background {
namespace {

// The worker's own attempt: taken again means one attempt more.
constexpr std::string_view still_mine = " WHERE id = $1 AND state = 'running' AND attempts = $2";

database::Parameter or_null(const std::string& text) {
  return text.empty() ? database::Parameter(nullptr) : database::Parameter(text);
}

}  // namespace

Outcome<void> insert(database::Connection& connection, const NewJob& job, Milliseconds now) {
  const std::string id = job.id.empty() ? new_uuid() : job.id;
  TRY(connection.execute(
      "INSERT INTO jobs (id, organization_id, kind, state, run_at, attempts, max_attempts, created_at, updated_at, "
      "last_error, payload) VALUES ($1, $2, $3, 'waiting', $4, 0, $5, $6, $6, '', $7) ON CONFLICT (id) DO NOTHING",
      {id, or_null(job.organization_id), job.kind, job.run_at, job.max_attempts, now, job.payload}));
  return {};
}

Outcome<std::vector<DueJob>> due(database::Connection& connection, Milliseconds now,
                                 const std::vector<std::string>& without) {
  std::string list = ",";
  for (const std::string& kind : without) list += kind + ",";
  const auto rows = TRY(connection.query(
      "SELECT id, kind FROM (SELECT id, kind, run_at AS due_at FROM jobs WHERE state = 'waiting' AND run_at <= $1 "
      "UNION ALL SELECT id, kind, locked_until AS due_at FROM jobs WHERE state = 'running' AND locked_until <= $1) AS "
      "due WHERE $2 NOT LIKE '%,' || kind || ',%' ORDER BY due_at, id LIMIT 16",
      {now, list}));
  std::vector<DueJob> jobs;
  for (const auto row : rows) jobs.push_back({.id = row.text(0), .kind = row.text(1)});
  return jobs;
}

Outcome<std::optional<Job>> take(database::Connection& connection, std::string_view id, Milliseconds now,
                                 Milliseconds until) {
  const auto rows = TRY(connection.query(
      "UPDATE jobs SET state = 'running', attempts = attempts + 1, locked_until = $3, updated_at = $2 WHERE id = $1 "
      "AND ((state = 'waiting' AND run_at <= $2) OR (state = 'running' AND locked_until <= $2)) "
      "RETURNING id, organization_id, kind, payload, attempts, max_attempts",
      {id, now, until}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return Job{.id = row.text(0),
             .organization_id = row.optional_text(1).value_or(""),
             .kind = row.text(2),
             .payload = row.text(3),
             .attempt = row.integer(4),
             .max_attempts = row.integer(5),
             .taken_at = now};
}

Outcome<void> mark_done(database::Connection& connection, const Job& job, Milliseconds now) {
  TRY(
      connection.execute("UPDATE jobs SET state = 'done', locked_until = NULL, updated_at = $3, last_error = '', "
                         "payload = ''" +
                             std::string(still_mine),
                         {job.id, job.attempt, now}));
  return {};
}

Outcome<void> mark_failed(database::Connection& connection, const Job& job, std::string_view reason, Milliseconds now) {
  TRY(connection.execute("UPDATE jobs SET state = 'failed', locked_until = NULL, updated_at = $3, last_error = $4" +
                             std::string(still_mine),
                         {job.id, job.attempt, now, reason}));
  return {};
}

Outcome<void> put_back(database::Connection& connection, const Job& job, std::string_view reason, Milliseconds run_at,
                       Milliseconds now) {
  TRY(connection.execute(
      "UPDATE jobs SET state = 'waiting', locked_until = NULL, run_at = $5, updated_at = $3, last_error = $4" +
          std::string(still_mine),
      {job.id, job.attempt, now, reason, run_at}));
  return {};
}

Outcome<void> forget(database::Connection& connection, Milliseconds done_before, Milliseconds failed_before) {
  TRY(connection.execute(
      "DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE (state IN ('done', 'cancelled') AND updated_at < $1) OR "
      "(state = 'failed' AND updated_at < $2) LIMIT 1000)",
      {done_before, failed_before}));
  return {};
}

}  // namespace pagewright::background
