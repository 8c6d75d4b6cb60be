// The rules of an organisation's webhooks.
#pragma once

#include "server/http/caller.hpp"
#include "server/outgoing/target.hpp"
#include "server/webhooks/webhook_store.hpp"

namespace pagewright::webhooks {

// What to change; nothing: as it is.
struct WebhookChange {
  std::optional<std::string> url;
  std::optional<std::string> description;
  std::optional<std::vector<std::string>> events;
  std::optional<bool> is_active;
};

// A webhook with its secret, which is told this once.
struct WithSecret {
  Webhook webhook;
  std::string secret;
  [[nodiscard]] std::string to_json() const;
};

class WebhookService {
 public:
  static constexpr std::int64_t most_webhooks = 20;  // of an organisation
  // How long the secret before signs as well, so that receivers have time to learn the new one.
  static constexpr Milliseconds secret_overlap = 24LL * 3600 * 1000;

  WebhookService(database::Database& database, std::function<Milliseconds()> clock, outgoing::Reach reach)
      : database_(database), clock_(std::move(clock)), reach_(reach) {}

  Task<Outcome<WebhookList>> list(http::Caller caller, std::int64_t limit, std::int64_t offset);
  Task<Outcome<Webhook>> get(http::Caller caller, std::string id);
  // Needs url and events.
  Task<Outcome<WithSecret>> create(http::Caller caller, WebhookChange wanted);
  // A webhook that was made inactive and is made active again begins anew.
  Task<Outcome<Webhook>> change(http::Caller caller, std::string id, WebhookChange change);
  Task<Outcome<void>> remove(http::Caller caller, std::string id);
  Task<Outcome<WithSecret>> rotate_secret(http::Caller caller, std::string id);

 private:
  [[nodiscard]] Outcome<void> check(const WebhookChange& change, const char* title) const;

  database::Database& database_;
  std::function<Milliseconds()> clock_;
  const outgoing::Reach reach_;
};

[[nodiscard]] Outcome<Webhook> must_find(database::Connection& connection, const http::Caller& caller,
                                         std::string_view id);

}  // namespace pagewright::webhooks
