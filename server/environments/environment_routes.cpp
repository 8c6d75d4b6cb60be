#include "server/environments/environment_routes.hpp"

#include "server/base/json_text.hpp"
#include "server/environments/environment_store.hpp"

namespace pagewright::environments {

Task<Outcome<http::Response>> EnvironmentRoutes::list(http::Request& request) {
  const auto environments = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return all(connection, request.caller->organization_id); }));
  std::vector<std::string> items;
  for (const Environment& environment : environments) items.push_back(environment.to_json());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

}  // namespace pagewright::environments
