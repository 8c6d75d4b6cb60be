#include "server/webhooks/delivery_service.hpp"

#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/webhooks/courier.hpp"
#include "server/webhooks/webhook_service.hpp"

namespace pagewright::webhooks {
namespace {

constexpr const char* not_sent = "Nothing was sent";

Outcome<Webhook> must_find_active(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto webhook = TRY(must_find(connection, caller, id));
  if (!webhook.is_active)
    return std::unexpected(Problem::conflict(not_sent, "The webhook is not active: make it active first."));
  return webhook;
}

Outcome<Delivery> must_find_delivery(database::Connection& connection, const Webhook& webhook, std::string_view id) {
  auto delivery = TRY(find_delivery(connection, id, webhook.id));
  if (!delivery) return std::unexpected(Problem::not_found("There is no such delivery, or it is kept no longer."));
  return std::move(*delivery);
}

Outcome<Delivery> send(database::Connection& connection, const http::Caller& caller, std::string event,
                       const Delivery& delivery, Milliseconds now) {
  TRY(send_later(connection, delivery, caller.organization_id, now));
  TRY(events::record(connection,
                     events::by(caller, std::move(event), delivery.webhook_id,
                                JsonText().text("deliveryId", delivery.id).text("eventId", delivery.event_id).take()),
                     now));
  return delivery;
}

}  // namespace

DeliveryService::DeliveryService(database::Database& database, std::function<Milliseconds()> clock)
    : database_(database), clock_(std::move(clock)), sent_by_organization_(60, std::chrono::seconds(3600)) {}

Task<Outcome<DeliveryList>> DeliveryService::list(http::Caller caller, DeliveryQuery query) {
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<DeliveryList> {
    TRY(must_find(connection, caller, query.webhook_id));
    return webhooks::list(connection, query);
  });
}

Task<Outcome<Delivery>> DeliveryService::get(http::Caller caller, std::string webhook_id, std::string id) {
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<Delivery> {
    return must_find_delivery(connection, TRY(must_find(connection, caller, webhook_id)), id);
  });
}

Task<Outcome<Delivery>> DeliveryService::ping(http::Caller caller, std::string webhook_id) {
  if (const auto wait = sent_by_organization_.take(caller.organization_id))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<Delivery> {
    const Webhook webhook = TRY(must_find_active(connection, caller, webhook_id));
    const WaitingEvent event{.id = new_uuid(),
                             .organization_id = caller.organization_id,
                             .type = "webhook.ping",
                             .created_at = now,
                             .payload = JsonText().text("webhookId", webhook.id).take()};
    return send(connection, caller, "webhook.pinged",
                {.id = new_uuid(),
                 .webhook_id = webhook.id,
                 .event_id = event.id,
                 .event_type = event.type,
                 .state = "waiting",
                 .created_at = now,
                 .body = message_of(event)},
                now);
  });
}

Task<Outcome<Delivery>> DeliveryService::redeliver(http::Caller caller, std::string webhook_id, std::string id) {
  if (const auto wait = sent_by_organization_.take(caller.organization_id))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<Delivery> {
    const Webhook webhook = TRY(must_find(connection, caller, webhook_id));
    const Delivery before = TRY(must_find_delivery(connection, webhook, id));
    TRY(must_find_active(connection, caller, webhook_id));
    return send(connection, caller, "webhook.redelivered",
                {.id = new_uuid(),
                 .webhook_id = webhook.id,
                 .event_id = before.event_id,
                 .event_type = before.event_type,
                 .state = "waiting",
                 .created_at = now,
                 .body = before.body},
                now);
  });
}

}  // namespace pagewright::webhooks
