#include "server/webhooks/courier.hpp"

#include "server/background/job_service.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/base/valid_text.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"
#include "server/webhooks/event_pattern.hpp"
#include "server/webhooks/signature.hpp"

namespace pagewright::webhooks {
namespace {

using background::Attempt;
using background::Failure;

constexpr std::string_view kind_of_job = "webhook.deliver";
constexpr std::int64_t events_at_once = 100;
constexpr std::int64_t most_attempts = 10;
constexpr std::size_t kept_answer_bytes = 1000;
constexpr unsigned gone = 410;

// How many events became deliveries.
Outcome<std::size_t> make_deliveries(database::Connection& connection, Milliseconds now) {
  const auto events = TRY(waiting_events(connection, events_at_once));
  for (const WaitingEvent& event : events) {
    for (const Webhook& webhook : TRY(active_of(connection, event.organization_id))) {
      if (!fits_any(webhook.events, event.type)) continue;
      TRY(send_later(connection,
                     {.id = new_uuid(),
                      .webhook_id = webhook.id,
                      .event_id = event.id,
                      .event_type = event.type,
                      .created_at = now,
                      .body = message_of(event)},
                     event.organization_id, now));
    }
    TRY(mark_passed_on(connection, event.id, now));
  }
  return events.size();
}

std::string fault_of_status(unsigned status) {
  if (status >= 200 && status < 300) return {};
  const std::string answered = "The address answered " + std::to_string(status);
  if (status >= 300 && status < 400) return answered + ": redirects are not followed.";
  return answered + ".";
}

}  // namespace

Outcome<void> send_later(database::Connection& connection, const Delivery& delivery, std::string_view organization_id,
                         Milliseconds now) {
  TRY(insert(connection, delivery, organization_id));
  return background::enqueue(connection,
                             {.kind = std::string(kind_of_job),
                              .organization_id = std::string(organization_id),
                              .payload = "{}",
                              .max_attempts = most_attempts,
                              .id = delivery.id},
                             now);
}

std::string message_of(const WaitingEvent& event) {
  return JsonText()
      .text("id", event.id)
      .text("type", event.type)
      .time("occurredAt", event.created_at)
      .text("organizationId", event.organization_id)
      .raw("data", event.payload)
      .take();
}

Courier::Courier(database::Database& database, background::Kinds& kinds, std::function<Milliseconds()> clock,
                 const Settings& settings)
    : database_(database), clock_(std::move(clock)), settings_(settings), client_(settings.reach) {
  kinds.add(std::string(kind_of_job),
            {.attempt = [this](const background::Job& job) { return deliver(job); }, .at_once = 2});
}

// Looking costs no write: mostly nobody listens, and nothing waits.
Task<void> Courier::pass_on() {
  std::size_t passed_on = 0;
  do {
    const auto waits =
        co_await database_.read([](database::Connection& connection) { return has_waiting_events(connection); });
    if (!waits || !*waits) co_return;
    const auto made = co_await database_.write(
        [now = clock_()](database::Connection& connection) { return make_deliveries(connection, now); });
    if (!made) log::error("events cannot be passed on to webhooks", {{"cause", made.error().cause}});
    passed_on = made.value_or(0);
  } while (passed_on == events_at_once);
}

Task<void> Courier::maintain() {
  const Milliseconds before = clock_() - std::chrono::milliseconds(settings_.log_for).count();
  const auto forgotten = co_await database_.write([before](database::Connection& connection) -> Outcome<void> {
    TRY(forget_deliveries(connection, before));
    return forget_events(connection, before);
  });
  if (!forgotten) log::error("old deliveries cannot be deleted", {{"cause", forgotten.error().cause}});
}

Task<Attempt> Courier::deliver(const background::Job& job) {
  const auto packed = co_await database_.read([&](database::Connection& connection) { return pack(connection, job); });
  if (!packed) co_return std::unexpected(Failure{.reason = "The delivery cannot be read: " + packed.error().title});
  if (!*packed) co_return Attempt();  // the webhook, or what was to be sent to it, is gone
  const Parcel& parcel = **packed;
  Response response;
  if (parcel.webhook.is_active)
    response = co_await send(parcel);
  else
    response.error = "The webhook is not active.";
  const bool is_hopeless = !parcel.webhook.is_active || response.status == gone;
  const std::string error = response.error;
  const auto noted = co_await database_.write(
      [&](database::Connection& connection) { return note(connection, parcel, job, std::move(response)); });
  if (!noted) co_return std::unexpected(Failure{.reason = "The answer cannot be noted: " + noted.error().title});
  if (error.empty()) co_return Attempt();
  co_return std::unexpected(
      Failure{.reason = error, .then = is_hopeless ? Failure::Then::give_up : Failure::Then::try_again});
}

Outcome<std::optional<Courier::Parcel>> Courier::pack(database::Connection& connection,
                                                      const background::Job& job) const {
  const auto webhook_id = TRY(webhook_of(connection, job.id));
  if (!webhook_id) return std::nullopt;
  auto webhook = TRY(find(connection, *webhook_id, job.organization_id));
  auto delivery = TRY(find_delivery(connection, job.id, *webhook_id));
  if (!webhook || !delivery) return std::nullopt;
  return Parcel{.webhook = std::move(*webhook),
                .secrets = TRY(secrets_of(connection, *webhook_id)),
                .delivery = std::move(*delivery)};
}

Task<Response> Courier::send(const Parcel& parcel) {
  const Delivery& delivery = parcel.delivery;
  const Milliseconds now = clock_();
  const std::int64_t seconds = now / 1000;
  std::string signatures = sign(parcel.secrets.current, delivery.event_id, seconds, delivery.body);
  if (parcel.secrets.previous_until > now)
    signatures += " " + sign(parcel.secrets.previous, delivery.event_id, seconds, delivery.body);
  const auto answer = co_await client_.post(
      {.url = parcel.webhook.url,
       .headers = {"Content-Type: application/json", "webhook-id: " + delivery.event_id,
                   "webhook-timestamp: " + std::to_string(seconds), "webhook-signature: " + signatures},
       .body = delivery.body});
  if (!answer)
    co_return Response{
        .status = {}, .duration = answer.error().duration.count(), .error = answer.error().reason, .body = {}};
  co_return Response{.status = answer->status,
                     .duration = answer->duration.count(),
                     .error = fault_of_status(answer->status),
                     .body = valid_text(answer->body, kept_answer_bytes)};
}

// The webhook is read anew: it may have been changed, and others may have failed, while the message was on its way.
Outcome<void> Courier::note(database::Connection& connection, const Parcel& parcel, const background::Job& job,
                            Response response) const {
  const Milliseconds now = clock_();
  auto webhook = TRY(find(connection, parcel.webhook.id, parcel.webhook.organization_id));
  if (!webhook) return {};
  const bool is_last = job.is_last_attempt() || !parcel.webhook.is_active || response.status == gone;
  const bool has_arrived = response.error.empty();
  Delivery delivery = parcel.delivery;
  delivery.state = has_arrived ? "delivered" : is_last ? "failed" : "waiting";
  delivery.attempted_at = now;
  delivery.response = std::move(response);
  TRY(note_attempt(connection, delivery));
  if (!webhook->is_active || !parcel.webhook.is_active || webhook->url != parcel.webhook.url) return {};
  TRY(note_failing_since(connection, *webhook, has_arrived ? std::nullopt : std::optional(now)));
  if (has_arrived) return {};
  webhook->disabled_reason = reason_to_disable(*webhook, delivery.response, is_last, now);
  if (webhook->disabled_reason.empty()) return {};
  webhook->is_active = false;
  if (!webhook->failing_since) webhook->failing_since = now;
  webhook->updated_at = now;
  TRY(update(connection, *webhook));
  return events::record(connection,
                        {.type = "webhook.disabled",
                         .organization_id = webhook->organization_id,
                         .actor_id = {},
                         .subject_id = webhook->id,
                         .payload = webhook->to_json()},
                        now);
}

std::string Courier::reason_to_disable(const Webhook& webhook, const Response& response, bool is_last,
                                       Milliseconds now) const {
  if (response.status == gone) return "The address answered 410 Gone: it wants no more messages.";
  const bool is_too_long =
      webhook.failing_since && std::chrono::milliseconds(now - *webhook.failing_since) >= settings_.disabled_after;
  if (!is_last || !is_too_long) return {};
  return "No message has arrived since " + to_iso8601(*webhook.failing_since) + ". The last attempt: " + response.error;
}

}  // namespace pagewright::webhooks
