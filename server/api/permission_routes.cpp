#include "server/api/permission_routes.hpp"

#include <map>

#include "server/base/json_text.hpp"
#include "server/http/access_check.hpp"

namespace pagewright::api {

void PermissionRoutes::know(const std::vector<http::Route>& routes) {
  routes_.clear();
  for (const http::Route& route : routes)
    routes_.push_back({.method = route.method,
                       .pattern = route.pattern,
                       .access = route.access,
                       .handler = {},
                       .operation = route.operation,
                       .scope = route.scope});
}

Task<Outcome<http::Response>> PermissionRoutes::get(http::Request& request) {
  JsonText operations;
  std::map<std::string, bool> may_use;
  for (const http::Route& route : routes_) {
    const bool is_allowed = http::check_access(*request.caller, route).has_value();
    operations.boolean(route.operation, is_allowed);
    if (!route.scope.empty() && route.scope != http::any_scope) may_use[route.scope] |= is_allowed;
  }
  JsonText scopes;
  for (const auto& [scope, is_allowed] : may_use) scopes.boolean(scope, is_allowed);
  co_return http::Response::json_text(JsonText()
                                          .text("role", http::name_of(request.caller->role))
                                          .raw("operations", operations.take())
                                          .raw("scopes", scopes.take())
                                          .take());
}

}  // namespace pagewright::api
