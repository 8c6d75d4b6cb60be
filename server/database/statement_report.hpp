// What is told of each statement: to the metrics, and to the log where it wants to know.
#pragma once

#include "server/logging/statements.hpp"
#include "server/metrics/measurements.hpp"

namespace pagewright::database {

inline void report_statement(std::string_view sql, std::chrono::steady_clock::duration time) {
  metrics::measurements().database.ran(time);
  log::statement(sql, time);
}

}  // namespace pagewright::database
