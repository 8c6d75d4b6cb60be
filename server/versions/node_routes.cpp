#include "server/versions/node_routes.hpp"

#include "server/versions/version_path.hpp"

namespace pagewright::versions {

Task<Outcome<http::Response>> NodeRoutes::restore(http::Request& request) {
  const std::int64_t number = CO_TRY(version_number_in(request));
  const auto version = CO_TRY(co_await versions_.restore_node(*request.caller, request.parameter("id"),
                                                              branch_in(request), number, request.parameter("node")));
  co_return http::Response::json_text(version.to_json(), 201);
}

Task<Outcome<http::Response>> NodeRoutes::blame(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(
      co_await blames_.blame(*request.caller, request.parameter("id"), branch_in(request), request.parameter("node"))));
}

}  // namespace pagewright::versions
