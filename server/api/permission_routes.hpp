// GET /auth/permissions
#pragma once

#include "server/http/router.hpp"

namespace pagewright::api {

class PermissionRoutes {
 public:
  // What a caller may do with a page; not_found where they may not view it.
  using RightsTo = std::function<Task<Outcome<http::PageRights>>(http::Caller caller, std::string page_id)>;

  // Before the first request: all routes that there are, with their scopes.
  void know(const std::vector<http::Route>& routes, RightsTo rights_to);

  // What the caller may do, by operation and by scope, as far as role and API token decide it, and with the page that
  // is named.
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  RightsTo rights_to_;
  std::vector<http::Route> routes_;  // without their handlers: nothing of them is called from here
};

}  // namespace pagewright::api
