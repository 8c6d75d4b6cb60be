// Whether a caller may use a route.
#pragma once

#include "server/http/router.hpp"

namespace pagewright::http {

// By role, and by the scopes of the API token where the caller shows one; forbidden, or nothing.
[[nodiscard]] Outcome<void> check_access(const Caller& caller, const Route& route);

}  // namespace pagewright::http
