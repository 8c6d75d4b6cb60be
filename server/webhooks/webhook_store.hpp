// The table of webhooks.
#pragma once

#include "server/database/database.hpp"
#include "server/webhooks/webhook.hpp"

namespace pagewright::webhooks {

struct WebhookList {
  std::vector<Webhook> items;
  std::int64_t total = 0;
};

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Webhook& webhook, std::string_view secret);
// Oldest first.
[[nodiscard]] Outcome<WebhookList> list(database::Connection& connection, std::string_view organization_id,
                                        std::int64_t limit, std::int64_t offset);
[[nodiscard]] Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id);
[[nodiscard]] Outcome<std::optional<Webhook>> find(database::Connection& connection, std::string_view id,
                                                   std::string_view organization_id);
// Those that want to be told anything.
[[nodiscard]] Outcome<std::vector<Webhook>> active_of(database::Connection& connection,
                                                      std::string_view organization_id);
// All but the secret.
[[nodiscard]] Outcome<void> update(database::Connection& connection, const Webhook& webhook);
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view id);

[[nodiscard]] Outcome<Secrets> secrets_of(database::Connection& connection, std::string_view id);
// What was current before signs until then.
[[nodiscard]] Outcome<void> replace_secret(database::Connection& connection, std::string_view id,
                                           std::string_view secret, Milliseconds previous_until, Milliseconds now);

// Since when no message has arrived. Called for each message, so it writes only where that is new.
[[nodiscard]] Outcome<void> note_failing_since(database::Connection& connection, const Webhook& webhook,
                                               std::optional<Milliseconds> since);

}  // namespace pagewright::webhooks
