#include "server/auth/session_store.hpp"

namespace pagewright::auth {
namespace {

// Two tabs that refresh at the same instant send the same token: the second one is not a thief.
constexpr Milliseconds grace = 10'000;

Outcome<void> revoke(database::Connection& connection, std::string_view session_id, Milliseconds now) {
  TRY(connection.execute("UPDATE sessions SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
                         {session_id, now}));
  return {};
}

Outcome<void> insert_token(database::Connection& connection, std::string_view session_id, std::string_view hash,
                           Milliseconds now) {
  TRY(connection.execute("INSERT INTO refresh_tokens (token_hash, session_id, created_at) VALUES ($1, $2, $3)",
                         {hash, session_id, now}));
  return {};
}

}  // namespace

Outcome<void> insert_session(database::Connection& connection, const Session& session, std::string_view refresh_hash,
                             Milliseconds now) {
  TRY(connection.execute(
      "INSERT INTO sessions (id, user_id, organization_id, created_at, last_used_at, expires_at, user_agent, network) "
      "VALUES ($1, $2, $3, $4, $4, $5, $6, $7)",
      {session.id, session.user_id, session.organization_id, now, now + session_lifetime, session.user_agent,
       session.network}));
  return insert_token(connection, session.id, refresh_hash, now);
}

Outcome<Refresh> rotate(database::Connection& connection, std::string_view old_hash, std::string_view new_hash,
                        Milliseconds now) {
  const auto rows = TRY(connection.query(
      "SELECT s.id, s.user_id, s.organization_id, s.expires_at, s.revoked_at, t.spent_at, s.user_agent, s.network "
      "FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id WHERE t.token_hash = $1",
      {old_hash}));
  if (rows.empty()) return Refresh{};
  const auto row = rows.front();
  Refresh refresh{.session = {.id = row.text(0),
                              .user_id = row.text(1),
                              .organization_id = row.text(2),
                              .user_agent = row.text(6),
                              .network = row.text(7)}};
  if (row.integer(3) <= now || !row.is_null(4)) return refresh;
  if (const auto spent_at = row.optional_integer(5)) {
    refresh.result = now - *spent_at <= grace ? RefreshResult::recent : RefreshResult::reused;
    if (refresh.result == RefreshResult::reused) TRY(revoke(connection, refresh.session.id, now));
    return refresh;
  }
  TRY(connection.execute("UPDATE refresh_tokens SET spent_at = $2 WHERE token_hash = $1", {old_hash, now}));
  TRY(insert_token(connection, refresh.session.id, new_hash, now));
  TRY(connection.execute("UPDATE sessions SET last_used_at = $2, expires_at = $3 WHERE id = $1",
                         {refresh.session.id, now, now + session_lifetime}));
  // Spent for longer than any session lasts unused: not worth recognising as a theft any more.
  TRY(connection.execute("DELETE FROM refresh_tokens WHERE session_id = $1 AND spent_at < $2",
                         {refresh.session.id, now - session_lifetime}));
  refresh.result = RefreshResult::rotated;
  return refresh;
}

Outcome<std::optional<Session>> revoke_by_token(database::Connection& connection, std::string_view refresh_hash,
                                                Milliseconds now) {
  const auto rows = TRY(connection.query(
      "SELECT s.id, s.user_id, s.organization_id, s.user_agent, s.network FROM refresh_tokens t JOIN sessions s ON "
      "s.id = t.session_id WHERE t.token_hash = $1 AND s.revoked_at IS NULL",
      {refresh_hash}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  TRY(revoke(connection, row.text(0), now));
  return Session{.id = row.text(0),
                 .user_id = row.text(1),
                 .organization_id = row.text(2),
                 .user_agent = row.text(3),
                 .network = row.text(4)};
}

Outcome<bool> is_active(database::Connection& connection, std::string_view session_id, Milliseconds now) {
  return !TRY(connection.query("SELECT 1 FROM sessions WHERE id = $1 AND revoked_at IS NULL AND expires_at > $2",
                               {session_id, now}))
              .empty();
}

Outcome<std::vector<ListedSession>> active_sessions(database::Connection& connection, std::string_view user_id,
                                                    std::string_view organization_id, Milliseconds now) {
  const auto rows = TRY(connection.query(
      "SELECT id, user_id, organization_id, user_agent, network, created_at, last_used_at, expires_at FROM sessions "
      "WHERE user_id = $1 AND organization_id = $2 AND revoked_at IS NULL AND expires_at > $3 "
      "ORDER BY last_used_at DESC, id",
      {user_id, organization_id, now}));
  std::vector<ListedSession> sessions;
  for (const auto row : rows)
    sessions.push_back({.session = {.id = row.text(0),
                                    .user_id = row.text(1),
                                    .organization_id = row.text(2),
                                    .user_agent = row.text(3),
                                    .network = row.text(4)},
                        .created_at = row.integer(5),
                        .last_used_at = row.integer(6),
                        .expires_at = row.integer(7)});
  return sessions;
}

Outcome<bool> revoke_session(database::Connection& connection, std::string_view session_id, std::string_view user_id,
                             std::string_view organization_id, Milliseconds now) {
  return TRY(connection.execute("UPDATE sessions SET revoked_at = $4 WHERE id = $1 AND user_id = $2 AND "
                                "organization_id = $3 AND revoked_at IS NULL AND expires_at > $4",
                                {session_id, user_id, organization_id, now})) == 1;
}

Outcome<std::vector<std::string>> revoke_sessions(database::Connection& connection, std::string_view user_id,
                                                  std::string_view organization_id, std::string_view except_id,
                                                  Milliseconds now) {
  const auto rows = TRY(connection.query(
      "UPDATE sessions SET revoked_at = $4 WHERE user_id = $1 AND ($2 = '' OR organization_id = $2) AND id <> $3 AND "
      "revoked_at IS NULL AND expires_at > $4 RETURNING id",
      {user_id, organization_id, except_id, now}));
  std::vector<std::string> ids;
  for (const auto row : rows) ids.push_back(row.text(0));
  return ids;
}

Outcome<void> delete_expired(database::Connection& connection, Milliseconds now) {
  TRY(connection.execute("DELETE FROM sessions WHERE expires_at <= $1", {now}));
  return {};
}

Outcome<void> replace_first_run_token(database::Connection& connection, std::string_view token_hash, Milliseconds now) {
  TRY(connection.execute("DELETE FROM first_run_tokens"));
  TRY(connection.execute("INSERT INTO first_run_tokens (token_hash, created_at) VALUES ($1, $2)", {token_hash, now}));
  return {};
}

Outcome<bool> take_first_run_token(database::Connection& connection, std::string_view token_hash) {
  return TRY(connection.execute("DELETE FROM first_run_tokens WHERE token_hash = $1", {token_hash})) == 1;
}

}  // namespace pagewright::auth
