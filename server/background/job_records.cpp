#include "server/background/job_records.hpp"

namespace pagewright::background {
namespace {

constexpr std::string_view columns =
    "id, kind, state, run_at, attempts, max_attempts, last_error, created_at, updated_at, progress";

JobRecord read(database::Row row) {
  return {.id = row.text(0),
          .kind = row.text(1),
          .state = row.text(2),
          .run_at = row.integer(3),
          .attempts = row.integer(4),
          .max_attempts = row.integer(5),
          .last_error = row.text(6),
          .created_at = row.integer(7),
          .updated_at = row.integer(8),
          .progress = row.text(9)};
}

std::optional<JobRecord> read_first(const database::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(read(rows.front()));
}

}  // namespace

Outcome<JobList> list(database::Connection& connection, const JobQuery& query) {
  std::string where = " FROM jobs WHERE organization_id = $1";
  where += query.state.empty() ? " AND $2 = ''" : " AND state = $2";
  where += query.kind.empty() ? " AND $3 = ''" : " AND kind = $3";
  JobList list;
  list.total = TRY(connection.query("SELECT COUNT(*)" + where, {query.organization_id, query.state, query.kind}))
                   .front()
                   .integer(0);
  const auto rows =
      TRY(connection.query("SELECT " + std::string(columns) + where + " ORDER BY id DESC LIMIT $4 OFFSET $5",
                           {query.organization_id, query.state, query.kind, query.limit, query.offset}));
  for (const auto row : rows) list.items.push_back(read(row));
  return list;
}

Outcome<std::optional<JobRecord>> find(database::Connection& connection, std::string_view id,
                                       std::string_view organization_id) {
  return read_first(TRY(connection.query(
      "SELECT " + std::string(columns) + " FROM jobs WHERE id = $1 AND organization_id = $2", {id, organization_id})));
}

Outcome<std::optional<JobRecord>> wait_again(database::Connection& connection, std::string_view id,
                                             std::string_view organization_id, Milliseconds now) {
  // A worker may be at a cancelled job still, and is known by its attempt, which must be nobody else's.
  return read_first(TRY(connection.query(
      "UPDATE jobs SET max_attempts = CASE state WHEN 'cancelled' THEN max_attempts + attempts ELSE max_attempts END, "
      "attempts = CASE state WHEN 'cancelled' THEN attempts ELSE 0 END, state = 'waiting', progress = '', run_at = $3, "
      "updated_at = $3 WHERE id = $1 AND organization_id = $2 AND state IN ('failed', 'cancelled') RETURNING " +
          std::string(columns),
      {id, organization_id, now})));
}

Outcome<std::optional<JobRecord>> mark_cancelled(database::Connection& connection, std::string_view id,
                                                 std::string_view organization_id, Milliseconds now) {
  return read_first(TRY(connection.query(
      "UPDATE jobs SET state = 'cancelled', updated_at = $3 WHERE id = $1 AND "
      "organization_id = $2 AND (state = 'waiting' OR (state = 'running' AND progress <> '')) RETURNING " +
          std::string(columns),
      {id, organization_id, now})));
}

}  // namespace pagewright::background
