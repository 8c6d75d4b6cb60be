#include "server/upgrades/upgrade_routes.hpp"

namespace pagewright::upgrades {

Task<Outcome<http::Response>> UpgradeRoutes::get(http::Request& request) {
  constexpr std::int64_t max_offset = 1'000'000'000;
  UpgradeQuery query{.component = request.parameter("name"),
                     .to = std::string(request.query_parameter("to").value_or(""))};
  query.limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  co_return http::Response::json_text(CO_TRY(co_await service_.dry_run(*request.caller, std::move(query))));
}

}  // namespace pagewright::upgrades
