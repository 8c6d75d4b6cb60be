#include "server/webhooks/delivery_store.hpp"

#include <fmt/format.h>

namespace pagewright::webhooks {
namespace {

// The job of a delivery has the same id. Whoever cancels it cancels the delivery, and it fails by itself where the
// program ended during the last attempt.
constexpr std::string_view state =
    "CASE WHEN d.state = 'waiting' AND j.state IN ('cancelled', 'failed') THEN j.state ELSE d.state END";
constexpr std::string_view tables =
    " FROM webhook_deliveries d LEFT JOIN jobs j ON j.id = d.id WHERE d.webhook_id = $1";

std::string columns() {
  return "SELECT d.id, d.webhook_id, d.event_id, d.event_type, " + std::string(state) +
         ", d.attempts, d.created_at, d.attempted_at, d.response_status, d.duration, d.error";
}

Delivery read(database::Row row) {
  const auto status = row.optional_integer(8);
  return {.id = row.text(0),
          .webhook_id = row.text(1),
          .event_id = row.text(2),
          .event_type = row.text(3),
          .state = row.text(4),
          .attempts = row.integer(5),
          .created_at = row.integer(6),
          .attempted_at = row.optional_integer(7),
          .response = {.status = status ? std::optional(static_cast<unsigned>(*status)) : std::nullopt,
                       .duration = row.optional_integer(9).value_or(0),
                       .error = row.text(10),
                       .body = {}},
          .body = {}};
}

// "page.*" → "page."
std::string_view beginning_of(std::string_view event) {
  return event.ends_with('*') ? event.substr(0, event.size() - 1) : event;
}

// Where the ids of that time begin: UUIDs of version 7 sort by it.
std::string first_id_of(Milliseconds time) {
  return fmt::format("{:08x}-{:04x}", time >> 16, time & 0xffff);
}

}  // namespace

Outcome<void> insert(database::Connection& connection, const Delivery& delivery, std::string_view organization_id) {
  TRY(connection.execute(
      "INSERT INTO webhook_deliveries (id, organization_id, webhook_id, event_id, event_type, state, attempts, "
      "created_at, error, response, body) VALUES ($1, $2, $3, $4, $5, 'waiting', 0, $6, '', '', $7)",
      {delivery.id, organization_id, delivery.webhook_id, delivery.event_id, delivery.event_type, delivery.created_at,
       delivery.body}));
  return {};
}

Outcome<DeliveryList> list(database::Connection& connection, const DeliveryQuery& query) {
  std::string where(tables);
  where += query.state.empty() ? " AND $2 = ''" : " AND " + std::string(state) + " = $2";
  if (query.event.empty()) where += " AND $3 = ''";
  if (!query.event.empty())
    where += query.event.ends_with('*') ? " AND substr(d.event_type, 1, length($3)) = $3" : " AND d.event_type = $3";
  const std::string_view event = beginning_of(query.event);
  DeliveryList list;
  list.total =
      TRY(connection.query("SELECT count(*)" + where, {query.webhook_id, query.state, event})).front().integer(0);
  const auto rows = TRY(connection.query(columns() + where + " ORDER BY d.id DESC LIMIT $4 OFFSET $5",
                                         {query.webhook_id, query.state, event, query.limit, query.offset}));
  for (const auto row : rows) list.items.push_back(read(row));
  return list;
}

Outcome<std::optional<Delivery>> find_delivery(database::Connection& connection, std::string_view id,
                                               std::string_view webhook_id) {
  const auto rows = TRY(
      connection.query(columns() + ", d.body, d.response" + std::string(tables) + " AND d.id = $2", {webhook_id, id}));
  if (rows.empty()) return std::nullopt;
  Delivery delivery = read(rows.front());
  delivery.body = rows.front().text(11);
  delivery.response.body = rows.front().text(12);
  return delivery;
}

Outcome<std::optional<std::string>> webhook_of(database::Connection& connection, std::string_view delivery_id) {
  const auto rows = TRY(connection.query("SELECT webhook_id FROM webhook_deliveries WHERE id = $1", {delivery_id}));
  return rows.empty() ? std::nullopt : std::optional(rows.front().text(0));
}

Outcome<void> note_attempt(database::Connection& connection, const Delivery& delivery) {
  const auto& response = delivery.response;
  const auto status = response.status ? std::optional(static_cast<std::int64_t>(*response.status)) : std::nullopt;
  TRY(connection.execute(
      "UPDATE webhook_deliveries SET state = $2, attempts = attempts + 1, attempted_at = $3, response_status = $4, "
      "duration = $5, error = $6, response = $7 WHERE id = $1",
      {delivery.id, delivery.state, delivery.attempted_at, status, response.duration, response.error, response.body}));
  return {};
}

Outcome<void> forget_deliveries(database::Connection& connection, Milliseconds created_before) {
  TRY(connection.execute(
      "DELETE FROM webhook_deliveries WHERE id IN (SELECT id FROM webhook_deliveries WHERE created_at < $1 LIMIT 1000)",
      {created_before}));
  return {};
}

Outcome<void> forget_events(database::Connection& connection, Milliseconds created_before) {
  TRY(
      connection.execute("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE id < $1 AND delivered_at IS NOT "
                         "NULL ORDER BY id LIMIT 1000)",
                         {first_id_of(created_before)}));
  return {};
}

// The condition on the id has no effect but that the index of the waiting ones is searched, and not read whole.
Outcome<bool> has_waiting_events(database::Connection& connection) {
  return !TRY(connection.query("SELECT id FROM outbox WHERE delivered_at IS NULL AND id > '' ORDER BY id LIMIT 1"))
              .empty();
}

Outcome<std::vector<WaitingEvent>> waiting_events(database::Connection& connection, std::int64_t limit) {
  const auto rows = TRY(connection.query(
      "SELECT id, organization_id, type, created_at, payload FROM outbox WHERE delivered_at IS NULL AND id > '' ORDER "
      "BY id LIMIT $1",
      {limit}));
  std::vector<WaitingEvent> events;
  for (const auto row : rows)
    events.push_back({.id = row.text(0),
                      .organization_id = row.text(1),
                      .type = row.text(2),
                      .created_at = row.integer(3),
                      .payload = row.text(4)});
  return events;
}

Outcome<void> mark_passed_on(database::Connection& connection, std::string_view event_id, Milliseconds now) {
  TRY(connection.execute("UPDATE outbox SET delivered_at = $2 WHERE id = $1", {event_id, now}));
  return {};
}

}  // namespace pagewright::webhooks
