#include "server/api/permission_routes.hpp"

#include <map>

#include "server/base/json_text.hpp"
#include "server/http/access_check.hpp"

namespace pagewright::api {
namespace {

// `page`: what the caller may do with the page that is asked about.
bool is_allowed(const http::Caller& caller, const http::Route& route, const std::optional<http::PageRights>& page) {
  if (!http::check_access(caller, route)) return false;
  const auto right = http::page_right(route.access);
  if (right && page) return page->allow(*right);
  return route.access == http::Access::anyone || caller.role >= http::usual_role(route.access);
}

std::string to_json(const http::PageRights& rights, std::string_view page_id) {
  return JsonText()
      .text("id", page_id)
      .boolean("view", rights.view)
      .boolean("edit", rights.edit)
      .boolean("publish", rights.publish)
      .boolean("manage", rights.manage)
      .take();
}

}  // namespace

void PermissionRoutes::know(const std::vector<http::Route>& routes, RightsTo rights_to) {
  rights_to_ = std::move(rights_to);
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
  const std::string page_id(request.query_parameter("page").value_or(""));
  std::optional<http::PageRights> page;
  if (!page_id.empty()) page = CO_TRY(co_await rights_to_(*request.caller, page_id));
  JsonText operations;
  std::map<std::string, bool> may_use;
  for (const http::Route& route : routes_) {
    const bool may = is_allowed(*request.caller, route, page);
    operations.boolean(route.operation, may);
    if (!route.scope.empty() && route.scope != http::any_scope) may_use[route.scope] |= may;
  }
  JsonText scopes;
  for (const auto& [scope, is_allowed] : may_use) scopes.boolean(scope, is_allowed);
  JsonText answer;
  answer.text("role", http::name_of(request.caller->role))
      .raw("operations", operations.take())
      .raw("scopes", scopes.take());
  if (page) answer.raw("page", to_json(*page, page_id));
  co_return http::Response::json_text(answer.take());
}

}  // namespace pagewright::api
