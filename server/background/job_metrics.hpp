// How much work waits, runs and has ended.
#pragma once

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/metrics/exposition.hpp"

namespace pagewright::background {

// Nothing is written where the database does not answer. It must outlive the task.
[[nodiscard]] Task<void> write_metrics(metrics::Exposition& out, database::Database& database, Milliseconds now);

}  // namespace pagewright::background
