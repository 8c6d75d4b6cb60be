// Sign-ins and their refresh tokens, of which only hashes are kept, and the first-run token.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::auth {

inline constexpr Milliseconds session_lifetime = 30LL * 24 * 3600 * 1000;

struct Session {
  std::string id;
  std::string user_id;
  std::string organization_id;
  std::string user_agent = {};
  std::string network = {};  // that it was opened from
};

[[nodiscard]] Outcome<void> insert_session(database::Connection& connection, const Session& session,
                                           std::string_view refresh_hash, Milliseconds now);

enum class RefreshResult : unsigned char {
  rotated,  // the token was current: the new one is stored in its place
  recent,   // it was replaced a moment ago, by another tab of the same browser
  reused,   // it was replaced before that: somebody has a copy, and the session has been revoked
  refused,  // unknown, expired or revoked
};
struct Refresh {
  RefreshResult result = RefreshResult::refused;
  Session session = {};
};
[[nodiscard]] Outcome<Refresh> rotate(database::Connection& connection, std::string_view old_hash,
                                      std::string_view new_hash, Milliseconds now);

// Revokes the session of a refresh token and gives it; nothing where there is none, or it had been revoked.
[[nodiscard]] Outcome<std::optional<Session>> revoke_by_token(database::Connection& connection,
                                                              std::string_view refresh_hash, Milliseconds now);
[[nodiscard]] Outcome<bool> is_active(database::Connection& connection, std::string_view session_id, Milliseconds now);

struct ListedSession {
  Session session;
  Milliseconds created_at = 0;
  Milliseconds last_used_at = 0;
  Milliseconds expires_at = 0;
};
// Those in which a user is signed in to the organisation, the last used first.
[[nodiscard]] Outcome<std::vector<ListedSession>> active_sessions(database::Connection& connection,
                                                                  std::string_view user_id,
                                                                  std::string_view organization_id, Milliseconds now);

// Revokes one session of a user; false where they have no such session.
[[nodiscard]] Outcome<bool> revoke_session(database::Connection& connection, std::string_view session_id,
                                           std::string_view user_id, std::string_view organization_id,
                                           Milliseconds now);
// Revokes a user's sessions, except one, and gives their ids. An empty `organization_id`: in all organisations.
[[nodiscard]] Outcome<std::vector<std::string>> revoke_sessions(database::Connection& connection,
                                                                std::string_view user_id,
                                                                std::string_view organization_id,
                                                                std::string_view except_id, Milliseconds now);
[[nodiscard]] Outcome<void> delete_expired(database::Connection& connection, Milliseconds now);

// The first-run token: at most one. `take` deletes it and is true when it was the one asked for.
[[nodiscard]] Outcome<void> replace_first_run_token(database::Connection& connection, std::string_view token_hash,
                                                    Milliseconds now);
[[nodiscard]] Outcome<bool> take_first_run_token(database::Connection& connection, std::string_view token_hash);

}  // namespace pagewright::auth
