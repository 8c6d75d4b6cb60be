// Everything that a client can ask of the port of the editor and the API.
#pragma once

#include <vector>

#include "server/application.hpp"

namespace pagewright {

// The routes refer to both, which must outlive them.
[[nodiscard]] std::vector<http::Route> all_routes(Application& application, database::Database& database);

}  // namespace pagewright
