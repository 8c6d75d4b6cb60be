// How much is published.
#pragma once

#include "server/database/database.hpp"
#include "server/metrics/exposition.hpp"

namespace pagewright::releases {

// Nothing is written where the database does not answer. It must outlive the task.
[[nodiscard]] Task<void> write_metrics(metrics::Exposition& out, database::Database& database);

}  // namespace pagewright::releases
