#include "server/idempotency/kept_answer.hpp"

namespace pagewright::idempotency {
namespace {

// What was written until then is as good as gone.
Milliseconds expired(Milliseconds now) {
  return now - std::chrono::milliseconds(kept_for).count();
}

}  // namespace

Outcome<void> keep(database::Connection& connection, const http::Caller& caller, unsigned status, std::string_view body,
                   Milliseconds now) {
  if (!caller.repeatable) return {};
  const auto kept = TRY(connection.execute(
      "INSERT INTO idempotency_keys (organization_id, user_id, idempotency_key, fingerprint, status, created_at, body) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (organization_id, user_id, idempotency_key) DO UPDATE SET "
      "fingerprint = excluded.fingerprint, status = excluded.status, created_at = excluded.created_at, body = "
      "excluded.body WHERE idempotency_keys.created_at <= $8",
      {caller.organization_id, caller.user_id, caller.repeatable->key, caller.repeatable->fingerprint,
       static_cast<std::int64_t>(status), now, body, expired(now)}));
  if (kept == 1) return {};
  return std::unexpected(
      Problem::conflict("Nothing was done", "The Idempotency-Key was used by another request at the same time."));
}

Outcome<std::optional<KeptAnswer>> find(database::Connection& connection, const http::Caller& caller,
                                        Milliseconds now) {
  const auto rows = TRY(connection.query(
      "SELECT fingerprint, status, body FROM idempotency_keys WHERE organization_id = $1 AND user_id = $2 AND "
      "idempotency_key = $3 AND created_at > $4",
      {caller.organization_id, caller.user_id, caller.repeatable->key, expired(now)}));
  if (rows.empty()) return std::nullopt;
  return KeptAnswer{.fingerprint = rows.front().text(0),
                    .status = static_cast<unsigned>(rows.front().integer(1)),
                    .body = rows.front().text(2)};
}

Outcome<void> prune(database::Connection& connection, Milliseconds now) {
  TRY(connection.execute("DELETE FROM idempotency_keys WHERE created_at <= $1", {expired(now)}));
  return {};
}

}  // namespace pagewright::idempotency
