#include "server/events/event_store.hpp"

#include "server/audit/audit_service.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"

namespace pagewright::events {
namespace {

// The payload, a JSON object, with one member more.
std::string with_token(std::string payload, const http::ApiToken& token) {
  std::string member =
      JsonText().raw("apiToken", JsonText().text("id", token.id).text("name", token.name).take()).take();
  if (payload == "{}") return member;
  payload.pop_back();
  return payload + "," + member.substr(1);
}

}  // namespace

Event by(const http::Caller& caller, std::string type, std::string subject_id, std::string payload) {
  return {.type = std::move(type),
          .organization_id = caller.organization_id,
          .actor_id = caller.user_id,
          .subject_id = std::move(subject_id),
          .payload = std::move(payload),
          .token = caller.token};
}

Outcome<void> record(database::Connection& connection, const Event& event, Milliseconds now) {
  // It waits to be passed on where somebody listens by now; nobody looks for it otherwise.
  TRY(connection.post(
      "INSERT INTO outbox (id, organization_id, type, subject_id, created_at, delivered_at, payload) VALUES ($1, $2, "
      "$3, $4, $5, CASE WHEN EXISTS (SELECT 1 FROM webhooks WHERE organization_id = $2 AND is_active = 1) THEN NULL "
      "ELSE $5 END, $6)",
      {new_uuid(), event.organization_id, event.type, event.subject_id, now,
       event.told.empty() ? event.payload : event.told}));
  const std::string detail = event.token ? with_token(event.payload, *event.token) : event.payload;
  return audit::append(connection,
                       {.organization_id = event.organization_id,
                        .actor_id = event.actor_id,
                        .action = event.type,
                        .subject_id = event.subject_id,
                        .detail = detail},
                       now);
}

}  // namespace pagewright::events
