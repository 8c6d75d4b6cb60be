// Holds requests against the description of their operation before the route's own code sees them.
#pragma once

#include "server/api/description.hpp"
#include "server/http/router.hpp"

namespace pagewright::api {

// Query parameters that are not as described are malformed (an empty one counts as absent), a body that is not is a
// 422 with every fault. A null member where the schema takes none counts as absent, and is taken out of the body.
[[nodiscard]] Outcome<void> check_request(const Operation& operation, http::Request& request);

// The same routes, each of which checks its requests first and has the scope of its operation. `description` must
// outlive them.
[[nodiscard]] std::vector<http::Route> guarded(std::vector<http::Route> routes, const Description& description);

}  // namespace pagewright::api
