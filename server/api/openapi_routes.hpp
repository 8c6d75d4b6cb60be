// GET /api/openapi.json
#pragma once

#include "server/api/openapi_document.hpp"

namespace pagewright::api {

// Serves the document of `described`, which is written here, once.
[[nodiscard]] std::vector<http::Route> openapi_routes(const std::vector<http::Route>& described,
                                                      const Description& description);

}  // namespace pagewright::api
