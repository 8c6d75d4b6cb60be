// What the database is doing, and how long it takes.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "server/metrics/histogram.hpp"

namespace pagewright::metrics {

// Thread-safe.
class DatabaseMeter {
 public:
  using Duration = std::chrono::steady_clock::duration;

  // A statement was answered; on PostgreSQL together with those that travelled with it.
  void ran(Duration time) { statements_.add(time); }

  void write_was_queued() { ++waiting_writes_; }
  void read_was_queued() { ++waiting_reads_; }
  void read_begins() { --waiting_reads_; }
  void writes_begin(std::size_t count) { waiting_writes_ -= static_cast<std::int64_t>(count); }
  // A group of writes was committed.
  void committed(std::size_t writes, Duration time);

  void write(Exposition& out) const;

 private:
  std::atomic<std::uint64_t> writes_{0};
  std::atomic<std::int64_t> waiting_writes_{0};
  std::atomic<std::int64_t> waiting_reads_{0};
  Histogram<request_bounds.size()> statements_{request_bounds};
  Histogram<request_bounds.size()> commit_times_{request_bounds};
  Histogram<group_bounds.size()> groups_{group_bounds};
};

}  // namespace pagewright::metrics
