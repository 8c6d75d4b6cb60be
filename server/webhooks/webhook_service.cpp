#include "server/webhooks/webhook_service.hpp"

#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/idempotency/kept_answer.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/webhooks/event_pattern.hpp"
#include "server/webhooks/signature.hpp"

namespace pagewright::webhooks {
namespace {

constexpr const char* not_made = "The webhook was not made";
constexpr const char* not_changed = "The webhook was not changed";

Outcome<void> record(database::Connection& connection, const http::Caller& caller, std::string type,
                     const Webhook& webhook, Milliseconds now) {
  return events::record(connection, events::by(caller, std::move(type), webhook.id, webhook.to_json()), now);
}

void apply(Webhook& webhook, const WebhookChange& change) {
  if (change.url) webhook.url = *change.url;
  if (change.description) webhook.description = *change.description;
  if (change.events) webhook.events = *change.events;
  const bool comes_back = change.is_active.value_or(false) && !webhook.is_active;
  if (comes_back) webhook.disabled_reason.clear();
  if (comes_back || change.url) webhook.failing_since.reset();
  if (change.is_active) webhook.is_active = *change.is_active;
}

}  // namespace

std::string WithSecret::to_json() const {
  return JsonText().raw("webhook", webhook.to_json()).text("secret", secret).take();
}

Outcome<Webhook> must_find(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto webhook = TRY(find(connection, id, caller.organization_id));
  if (!webhook) return std::unexpected(Problem::not_found("There is no such webhook."));
  return std::move(*webhook);
}

Outcome<void> WebhookService::check(const WebhookChange& change, const char* title) const {
  std::vector<FieldError> errors;
  if (change.url)
    if (auto fault = outgoing::fault_of_url(*change.url, reach_))
      errors.push_back({"/url", std::move(*fault), "invalid_url"});
  for (std::size_t i = 0; change.events && i < change.events->size(); ++i)
    if (!is_event_pattern((*change.events)[i]))
      errors.push_back({"/events/" + std::to_string(i),
                        "must be an event such as page.published, all of a kind such as page.*, or *",
                        "invalid_event"});
  if (errors.empty()) return {};
  return std::unexpected(Problem::validation(title, std::move(errors)));
}

Task<Outcome<WebhookList>> WebhookService::list(http::Caller caller, std::int64_t limit, std::int64_t offset) {
  co_return co_await database_.read([&](database::Connection& connection) {
    return webhooks::list(connection, caller.organization_id, limit, offset);
  });
}

Task<Outcome<Webhook>> WebhookService::get(http::Caller caller, std::string id) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find(connection, caller, id); });
}

Task<Outcome<WithSecret>> WebhookService::create(http::Caller caller, WebhookChange wanted) {
  CO_TRY(check(wanted, not_made));
  const Milliseconds now = clock_();
  WithSecret made{
      .webhook = {.id = new_uuid(), .organization_id = caller.organization_id, .url = {}, .description = {}},
      .secret = new_secret()};
  apply(made.webhook, wanted);
  made.webhook.created_at = made.webhook.updated_at = now;
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    if (TRY(count(connection, caller.organization_id)) >= most_webhooks)
      return std::unexpected(
          Problem::conflict(not_made, "An organisation has at most 20 webhooks: remove one that is not needed."));
    TRY(insert(connection, made.webhook, made.secret));
    TRY(idempotency::keep(connection, caller, 201, made.to_json(), now));
    return record(connection, caller, "webhook.created", made.webhook, now);
  }));
  co_return made;
}

Task<Outcome<Webhook>> WebhookService::change(http::Caller caller, std::string id, WebhookChange change) {
  CO_TRY(check(change, not_changed));
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<Webhook> {
    Webhook webhook = TRY(must_find(connection, caller, id));
    const std::string before = webhook.to_json();
    apply(webhook, change);
    if (webhook.to_json() == before) return webhook;
    webhook.updated_at = now;
    TRY(update(connection, webhook));
    TRY(record(connection, caller, "webhook.updated", webhook, now));
    return webhook;
  });
}

Task<Outcome<void>> WebhookService::remove(http::Caller caller, std::string id) {
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<void> {
    const Webhook webhook = TRY(must_find(connection, caller, id));
    TRY(webhooks::remove(connection, id));
    return record(connection, caller, "webhook.deleted", webhook, now);
  });
}

Task<Outcome<WithSecret>> WebhookService::rotate_secret(http::Caller caller, std::string id) {
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<WithSecret> {
    WithSecret changed{.webhook = TRY(must_find(connection, caller, id)), .secret = new_secret()};
    changed.webhook.updated_at = now;
    TRY(replace_secret(connection, id, changed.secret, now + secret_overlap, now));
    TRY(record(connection, caller, "webhook.secret_rotated", changed.webhook, now));
    return changed;
  });
}

}  // namespace pagewright::webhooks
