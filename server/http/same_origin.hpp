// Whether a browser sent a request for a document of another origin.
#pragma once

#include "server/http/request.hpp"

namespace pagewright::http {

// Published pages are on another port or host name of the same site, so that SameSite cookies alone do not keep their
// forms away from ours. Browsers tell where a request comes from; programs that are none say nothing, and have no
// cookies that anybody else could use.
[[nodiscard]] bool is_from_another_origin(const Request& request);

}  // namespace pagewright::http
