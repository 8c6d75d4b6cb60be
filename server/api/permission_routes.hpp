// GET /auth/permissions
#pragma once

#include "server/http/router.hpp"

namespace pagewright::api {

class PermissionRoutes {
 public:
  // Before the first request: all routes that there are, with their scopes.
  void know(const std::vector<http::Route>& routes);

  // What the caller may do, by operation and by scope, as far as role and API token decide it.
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  std::vector<http::Route> routes_;  // without their handlers: nothing of them is called from here
};

}  // namespace pagewright::api
