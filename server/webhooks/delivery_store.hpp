// The table of deliveries, and the events of the outbox that wait to become some.
#pragma once

#include "server/database/database.hpp"
#include "server/webhooks/webhook.hpp"

namespace pagewright::webhooks {

struct DeliveryQuery {
  std::string webhook_id;
  std::string state = {};  // empty: any
  std::string event = {};  // an event's type, or "page.*"; empty: any
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};

struct DeliveryList {
  std::vector<Delivery> items;
  std::int64_t total = 0;
};

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Delivery& delivery,
                                   std::string_view organization_id);
// Newest first, without bodies.
[[nodiscard]] Outcome<DeliveryList> list(database::Connection& connection, const DeliveryQuery& query);
[[nodiscard]] Outcome<std::optional<Delivery>> find_delivery(database::Connection& connection, std::string_view id,
                                                             std::string_view webhook_id);
// The webhook that the delivery goes to; nothing where it is gone.
[[nodiscard]] Outcome<std::optional<std::string>> webhook_of(database::Connection& connection,
                                                             std::string_view delivery_id);
[[nodiscard]] Outcome<void> note_attempt(database::Connection& connection, const Delivery& delivery);
// What has been passed on. At most a thousand at once.
[[nodiscard]] Outcome<void> forget_events(database::Connection& connection, Milliseconds created_before);
[[nodiscard]] Outcome<void> forget_deliveries(database::Connection& connection, Milliseconds created_before);

// An event that somebody listened to when it happened.
struct WaitingEvent {
  std::string id;
  std::string organization_id;
  std::string type;
  Milliseconds created_at = 0;
  std::string payload;
};
[[nodiscard]] Outcome<bool> has_waiting_events(database::Connection& connection);
// Oldest first.
[[nodiscard]] Outcome<std::vector<WaitingEvent>> waiting_events(database::Connection& connection, std::int64_t limit);
[[nodiscard]] Outcome<void> mark_passed_on(database::Connection& connection, std::string_view event_id,
                                           Milliseconds now);

}  // namespace pagewright::webhooks
