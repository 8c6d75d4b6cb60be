#include "server/webhooks/webhook_store.hpp"

#include "server/base/text_list.hpp"

namespace pagewright::webhooks {
namespace {

constexpr std::string_view columns =
    "SELECT id, organization_id, url, description, events, is_active, disabled_reason, failing_since, created_at, "
    "updated_at FROM webhooks";

Webhook read(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .url = row.text(2),
          .description = row.text(3),
          .events = read_text_list(row.text(4)),
          .is_active = row.boolean(5),
          .disabled_reason = row.text(6),
          .failing_since = row.optional_integer(7),
          .created_at = row.integer(8),
          .updated_at = row.integer(9)};
}

std::vector<Webhook> read_all(const database::Rows& rows) {
  std::vector<Webhook> webhooks;
  for (const auto row : rows) webhooks.push_back(read(row));
  return webhooks;
}

}  // namespace

Outcome<void> insert(database::Connection& connection, const Webhook& webhook, std::string_view secret) {
  TRY(connection.execute(
      "INSERT INTO webhooks (id, organization_id, url, description, events, is_active, disabled_reason, failing_since, "
      "secret, previous_secret, previous_secret_until, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, '', "
      "NULL, $7, '', 0, $8, $8)",
      {webhook.id, webhook.organization_id, webhook.url, webhook.description, text_list_json(webhook.events),
       webhook.is_active, secret, webhook.created_at}));
  return {};
}

Outcome<WebhookList> list(database::Connection& connection, std::string_view organization_id, std::int64_t limit,
                          std::int64_t offset) {
  const auto rows =
      TRY(connection.query(std::string(columns) + " WHERE organization_id = $1 ORDER BY id LIMIT $2 OFFSET $3",
                           {organization_id, limit, offset}));
  return WebhookList{.items = read_all(rows), .total = TRY(count(connection, organization_id))};
}

Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id) {
  return TRY(connection.query("SELECT count(*) FROM webhooks WHERE organization_id = $1", {organization_id}))
      .front()
      .integer(0);
}

Outcome<std::optional<Webhook>> find(database::Connection& connection, std::string_view id,
                                     std::string_view organization_id) {
  const auto rows =
      TRY(connection.query(std::string(columns) + " WHERE id = $1 AND organization_id = $2", {id, organization_id}));
  return rows.empty() ? std::nullopt : std::optional(read(rows.front()));
}

Outcome<std::vector<Webhook>> active_of(database::Connection& connection, std::string_view organization_id) {
  return read_all(TRY(connection.query(
      std::string(columns) + " WHERE organization_id = $1 AND is_active = 1 ORDER BY id", {organization_id})));
}

Outcome<void> update(database::Connection& connection, const Webhook& webhook) {
  TRY(
      connection.execute("UPDATE webhooks SET url = $2, description = $3, events = $4, is_active = $5, "
                         "disabled_reason = $6, failing_since = $7, updated_at = $8 WHERE id = $1",
                         {webhook.id, webhook.url, webhook.description, text_list_json(webhook.events),
                          webhook.is_active, webhook.disabled_reason, webhook.failing_since, webhook.updated_at}));
  return {};
}

Outcome<void> remove(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("DELETE FROM webhooks WHERE id = $1", {id}));
  return {};
}

Outcome<Secrets> secrets_of(database::Connection& connection, std::string_view id) {
  const auto rows =
      TRY(connection.query("SELECT secret, previous_secret, previous_secret_until FROM webhooks WHERE id = $1", {id}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such webhook."));
  const auto row = rows.front();
  return Secrets{.current = row.text(0), .previous = row.text(1), .previous_until = row.integer(2)};
}

Outcome<void> replace_secret(database::Connection& connection, std::string_view id, std::string_view secret,
                             Milliseconds previous_until, Milliseconds now) {
  TRY(
      connection.execute("UPDATE webhooks SET previous_secret = secret, previous_secret_until = $3, secret = $2, "
                         "updated_at = $4 WHERE id = $1",
                         {id, secret, previous_until, now}));
  return {};
}

Outcome<void> note_failing_since(database::Connection& connection, const Webhook& webhook,
                                 std::optional<Milliseconds> since) {
  if (webhook.failing_since.has_value() == since.has_value()) return {};
  TRY(connection.execute("UPDATE webhooks SET failing_since = $2 WHERE id = $1", {webhook.id, since}));
  return {};
}

}  // namespace pagewright::webhooks
