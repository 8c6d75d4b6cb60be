#include "server/webhooks/webhook.hpp"

#include "server/base/json_text.hpp"
#include "server/base/text_list.hpp"

namespace pagewright::webhooks {
namespace {

JsonText members_of(const Delivery& delivery) {
  const bool was_tried = delivery.attempted_at.has_value();
  JsonText text;
  text.text("id", delivery.id)
      .text("webhookId", delivery.webhook_id)
      .text("eventId", delivery.event_id)
      .text("eventType", delivery.event_type)
      .text("state", delivery.state)
      .number("attempts", delivery.attempts)
      .time("createdAt", delivery.created_at)
      .time("attemptedAt", delivery.attempted_at)
      .raw("responseStatus", delivery.response.status ? std::to_string(*delivery.response.status) : "null")
      .raw("durationMs", was_tried ? std::to_string(delivery.response.duration) : "null")
      .text("error", delivery.response.error);
  return text;
}

}  // namespace

std::string Webhook::to_json() const {
  return JsonText()
      .text("id", id)
      .text("url", url)
      .text("description", description)
      .raw("events", text_list_json(events))
      .boolean("isActive", is_active)
      .text("disabledReason", disabled_reason)
      .time("failingSince", failing_since)
      .time("createdAt", created_at)
      .time("updatedAt", updated_at)
      .take();
}

std::string Delivery::to_json() const {
  return members_of(*this).take();
}

std::string Delivery::to_json_with_body() const {
  return members_of(*this).raw("body", body).text("response", response.body).take();
}

}  // namespace pagewright::webhooks
