#include "server/webhooks/delivery_routes.hpp"

#include <algorithm>
#include <array>

#include "server/base/json_text.hpp"

namespace pagewright::webhooks {
namespace {

constexpr std::array<std::string_view, 4> states = {"waiting", "delivered", "failed", "cancelled"};
constexpr std::int64_t max_offset = 1'000'000'000;

Outcome<DeliveryQuery> read_query(const http::Request& request) {
  DeliveryQuery query{.webhook_id = request.parameter("id")};
  query.state = request.query_parameter("state").value_or("");
  if (!query.state.empty() && std::ranges::find(states, query.state) == states.end())
    return std::unexpected(Problem::malformed("state must be waiting, delivered, failed or cancelled."));
  query.event = request.query_parameter("event").value_or("");
  query.limit = TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = TRY(request.integer_parameter("offset", 0, 0, max_offset));
  return query;
}

}  // namespace

Task<Outcome<http::Response>> DeliveryRoutes::ping(http::Request& request) {
  const auto delivery = CO_TRY(co_await service_.ping(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(delivery.to_json_with_body(), 201);
}

Task<Outcome<http::Response>> DeliveryRoutes::list(http::Request& request) {
  const DeliveryQuery query = CO_TRY(read_query(request));
  const auto found = CO_TRY(co_await service_.list(*request.caller, query));
  std::vector<std::string> items;
  for (const Delivery& delivery : found.items) items.push_back(delivery.to_json());
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> DeliveryRoutes::get(http::Request& request) {
  const auto delivery =
      CO_TRY(co_await service_.get(*request.caller, request.parameter("id"), request.parameter("delivery")));
  co_return http::Response::json_text(delivery.to_json_with_body());
}

Task<Outcome<http::Response>> DeliveryRoutes::redeliver(http::Request& request) {
  const auto delivery =
      CO_TRY(co_await service_.redeliver(*request.caller, request.parameter("id"), request.parameter("delivery")));
  co_return http::Response::json_text(delivery.to_json_with_body(), 201);
}

}  // namespace pagewright::webhooks
