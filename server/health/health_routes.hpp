// What a supervisor asks: does the process live, and can it do its work.
#pragma once

#include <vector>

#include "server/database/database.hpp"
#include "server/http/router.hpp"

namespace pagewright::health {

// /healthz and /readyz; `database` must outlive them.
[[nodiscard]] std::vector<http::Route> health_routes(database::Database& database);

}  // namespace pagewright::health
