// Whether a caller may use a route.
#pragma once

#include "server/http/router.hpp"

namespace pagewright::http {

// By role, and by the scopes of the API token where the caller shows one; forbidden, or nothing. Whether the caller has
// the right to the page that a route asks for is another question.
[[nodiscard]] Outcome<void> check_access(const Caller& caller, const Route& route);

// The right that a route asks for; nothing where it is about no single page.
[[nodiscard]] std::optional<PageRight> page_right(Access access);

// The role that has what a route asks for, where nothing else is said of the page: on a page that is open to everyone,
// and for what its owner alone may, on one's own.
[[nodiscard]] Role usual_role(Access access);

}  // namespace pagewright::http
