// The OpenAPI 3.1 document of the API: https://spec.openapis.org/oas/v3.1.1
#pragma once

#include <string>

#include "server/api/description.hpp"
#include "server/http/router.hpp"

namespace pagewright::api {

inline constexpr std::string_view base_path = "/api/v1";

// Of the routes that have an operation, in their order. The same routes and description give the same bytes.
[[nodiscard]] std::string openapi_document(const std::vector<http::Route>& routes, const Description& description);

}  // namespace pagewright::api
