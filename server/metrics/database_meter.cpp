#include "server/metrics/database_meter.hpp"

namespace pagewright::metrics {

void DatabaseMeter::committed(std::size_t writes, Duration time) {
  writes_ += writes;
  commit_times_.add(time);
  groups_.add(static_cast<double>(writes));
}

void DatabaseMeter::write(Exposition& out) const {
  out.begin("pagewright_database_waiting", Exposition::Kind::gauge,
            "Reads and writes that wait for a thread of the database.");
  out.add(static_cast<double>(waiting_reads_.load()), {{"kind", "read"}});
  out.add(static_cast<double>(waiting_writes_.load()), {{"kind", "write"}});
  out.counter("pagewright_database_writes_total", static_cast<double>(writes_.load()), "Writes that were committed.");
  write_histogram(out, "pagewright_database_statement_duration_seconds", statements_,
                  "Statements; on PostgreSQL those that travel together count as one.");
  write_histogram(out, "pagewright_database_commit_duration_seconds", commit_times_,
                  "Groups of writes, from their beginning to their commit.");
  write_histogram(out, "pagewright_database_group_size", groups_, "Writes that shared a commit.");
}

}  // namespace pagewright::metrics
