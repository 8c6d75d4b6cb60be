#include "server/webhooks/webhook_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::webhooks {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

// The description of the request has checked that it is an array of texts.
std::optional<std::vector<std::string>> read_events(Fields& fields) {
  const json::Value* value = fields.any("events");
  if (value == nullptr || !value->is_array()) return std::nullopt;
  std::vector<std::string> events;
  for (const json::Value& event : value->get_array())
    if (event.is_string()) events.emplace_back(json::view(event.get_string()));
  return events;
}

Outcome<WebhookChange> read_change(const http::Request& request, bool is_new, const char* title) {
  Fields fields(request.json);
  WebhookChange change{.url = fields.text("url", {.max = 2000, .required = is_new}),
                       .description = fields.text("description", {.max = 1000}),
                       .events = read_events(fields),
                       .is_active = fields.boolean("isActive")};
  fields.refuse_others();
  TRY(fields.check(title));
  return change;
}

}  // namespace

Task<Outcome<http::Response>> WebhookRoutes::list(http::Request& request) {
  const auto limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  const auto offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const auto found = CO_TRY(co_await service_.list(*request.caller, limit, offset));
  std::vector<std::string> items;
  for (const Webhook& webhook : found.items) items.push_back(webhook.to_json());
  co_return http::Response::json_text(json_list(items, found.total, limit, offset));
}

Task<Outcome<http::Response>> WebhookRoutes::create(http::Request& request) {
  auto wanted = CO_TRY(read_change(request, true, "The webhook was not made"));
  const auto made = CO_TRY(co_await service_.create(*request.caller, std::move(wanted)));
  co_return http::Response::json_text(made.to_json(), 201);
}

Task<Outcome<http::Response>> WebhookRoutes::get(http::Request& request) {
  const auto webhook = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(webhook.to_json());
}

Task<Outcome<http::Response>> WebhookRoutes::update(http::Request& request) {
  auto change = CO_TRY(read_change(request, false, "The webhook was not changed"));
  const auto webhook = CO_TRY(co_await service_.change(*request.caller, request.parameter("id"), std::move(change)));
  co_return http::Response::json_text(webhook.to_json());
}

Task<Outcome<http::Response>> WebhookRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> WebhookRoutes::rotate_secret(http::Request& request) {
  const auto changed = CO_TRY(co_await service_.rotate_secret(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(changed.to_json());
}

}  // namespace pagewright::webhooks
