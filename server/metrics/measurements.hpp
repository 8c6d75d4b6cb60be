// What is counted of this process, where it happens, through all of its layers.
#pragma once

#include <atomic>

#include "server/metrics/database_meter.hpp"
#include "server/metrics/request_meter.hpp"

namespace pagewright::metrics {

// Thread-safe.
struct Measurements {
  RequestMeter requests;
  DatabaseMeter database;
  std::atomic<std::int64_t> editors{0};         // that are connected to a page
  std::atomic<std::uint64_t> callers_known{0};  // requests whose caller was in memory
  std::atomic<std::uint64_t> callers_asked{0};  // and those whose caller was asked of the database

  void write(Exposition& out) const;
};

// The process's one, as the log's sink is: an operator watches a process, whatever is put together in it.
[[nodiscard]] Measurements& measurements();

}  // namespace pagewright::metrics
