// Takes events from the outbox to the webhooks that want to be told: each becomes a delivery, and a job that sends it.
#pragma once

#include <chrono>
#include <functional>

#include "server/background/kinds.hpp"
#include "server/outgoing/http_client.hpp"
#include "server/webhooks/delivery_store.hpp"
#include "server/webhooks/webhook_store.hpp"

namespace pagewright::webhooks {

struct Settings {
  outgoing::Reach reach = outgoing::Reach::public_only;
  std::chrono::hours log_for = std::chrono::days(30);  // how long deliveries are kept
  // A webhook that no message has reached for that long, in spite of all attempts, is made inactive.
  std::chrono::hours disabled_after = std::chrono::days(5);
};

// Writes the delivery down, and the job that sends it, in the caller's transaction.
[[nodiscard]] Outcome<void> send_later(database::Connection& connection, const Delivery& delivery,
                                       std::string_view organization_id, Milliseconds now);

// What is sent: {"id", "type", "occurredAt", "organizationId", "data"}. `data` is JSON.
[[nodiscard]] std::string message_of(const WaitingEvent& event);

class Courier {
 public:
  // Registers the kind of job "webhook.deliver"; `kinds` must not outlive the courier.
  Courier(database::Database& database, background::Kinds& kinds, std::function<Milliseconds()> clock,
          const Settings& settings);

  // Call it often, from any number of threads: makes deliveries of the events that wait.
  Task<void> pass_on();
  // Call it every few seconds: forgets old deliveries.
  Task<void> maintain();
  // From any thread: what is being sent is given up, to be sent again later.
  void stop() { client_.stop(); }

 private:
  struct Parcel {
    Webhook webhook;
    Secrets secrets;
    Delivery delivery;
  };
  Task<background::Attempt> deliver(const background::Job& job);
  [[nodiscard]] Outcome<std::optional<Parcel>> pack(database::Connection& connection, const background::Job& job) const;
  Task<Response> send(const Parcel& parcel);
  [[nodiscard]] Outcome<void> note(database::Connection& connection, const Parcel& parcel, const background::Job& job,
                                   Response response) const;
  [[nodiscard]] std::string reason_to_disable(const Webhook& webhook, const Response& response, bool is_last,
                                              Milliseconds now) const;

  database::Database& database_;
  std::function<Milliseconds()> clock_;
  const Settings settings_;
  outgoing::HttpClient client_;
};

}  // namespace pagewright::webhooks
