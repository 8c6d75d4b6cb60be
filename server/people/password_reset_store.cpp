#include "server/people/password_reset_store.hpp"

namespace pagewright::people {
namespace {

Outcome<std::optional<ResetAccount>> first(const database::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return ResetAccount{.user_id = row.text(0), .name = row.text(1), .email = row.text(2)};
}

}  // namespace

Outcome<std::optional<ResetAccount>> find_account(database::Connection& connection, std::string_view email) {
  return first(TRY(connection.query(
      "SELECT u.id, u.name, u.email FROM users u WHERE u.email = $1 AND u.deleted_at IS NULL AND u.password_hash <> '' "
      "AND EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id AND m.deactivated_at IS NULL)",
      {email})));
}

Outcome<void> insert_reset(database::Connection& connection, std::string_view token_hash, std::string_view user_id,
                           Milliseconds now) {
  TRY(connection.execute(
      "DELETE FROM password_resets WHERE expires_at <= $2 OR (user_id = $1 AND token_hash NOT IN (SELECT token_hash "
      "FROM password_resets WHERE user_id = $1 ORDER BY created_at DESC, token_hash LIMIT 2))",
      {user_id, now}));
  TRY(connection.execute(
      "INSERT INTO password_resets (token_hash, user_id, created_at, expires_at) VALUES ($1, $2, $3, $4)",
      {token_hash, user_id, now, now + reset_lifetime}));
  return {};
}

Outcome<std::optional<ResetAccount>> find_reset(database::Connection& connection, std::string_view token_hash,
                                                Milliseconds now) {
  return first(
      TRY(connection.query("SELECT u.id, u.name, u.email FROM password_resets r JOIN users u ON u.id = r.user_id WHERE "
                           "r.token_hash = $1 AND "
                           "r.expires_at > $2 AND u.deleted_at IS NULL",
                           {token_hash, now})));
}

Outcome<std::optional<ResetAccount>> take_reset(database::Connection& connection, std::string_view token_hash,
                                                Milliseconds now) {
  auto found = TRY(find_reset(connection, token_hash, now));
  const auto taken = TRY(connection.execute("DELETE FROM password_resets WHERE token_hash = $1", {token_hash}));
  return taken == 1 ? std::move(found) : std::nullopt;
}

Outcome<void> delete_resets_of(database::Connection& connection, std::string_view user_id) {
  TRY(connection.execute("DELETE FROM password_resets WHERE user_id = $1", {user_id}));
  return {};
}

}  // namespace pagewright::people
