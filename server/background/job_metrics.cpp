#include "server/background/job_metrics.hpp"

#include <algorithm>

namespace pagewright::background {
namespace {

struct Counted {
  database::Rows by_kind;
  std::optional<Milliseconds> oldest_due;
};

Outcome<Counted> count(database::Connection& connection, Milliseconds now) {
  auto by_kind = TRY(connection.query("SELECT kind, state, count(*) FROM jobs GROUP BY kind, state ORDER BY 1, 2"));
  const auto due =
      TRY(connection.query("SELECT min(run_at) FROM jobs WHERE state = 'waiting' AND run_at <= $1", {now}));
  return Counted{.by_kind = std::move(by_kind), .oldest_due = due.front().optional_integer(0)};
}

}  // namespace

Task<void> write_metrics(metrics::Exposition& out, database::Database& database, Milliseconds now) {
  const auto counted =
      co_await database.read([now](database::Connection& connection) { return count(connection, now); });
  if (!counted) co_return;
  out.begin("pagewright_jobs", metrics::Exposition::Kind::gauge, "Jobs in the background, until they are forgotten.");
  for (const auto row : counted->by_kind)
    out.add(static_cast<double>(row.integer(2)), {{"kind", row.text(0)}, {"state", row.text(1)}});
  const Milliseconds late = counted->oldest_due ? std::max<Milliseconds>(0, now - *counted->oldest_due) : 0;
  out.gauge("pagewright_jobs_late_seconds", static_cast<double>(late) / 1000,
            "For how long the job that is due the longest has been due.");
}

}  // namespace pagewright::background
