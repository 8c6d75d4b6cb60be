#include "server/auth/session_service.hpp"

#include "server/auth/password.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::auth {
namespace {

Outcome<void> record(database::Connection& connection, const http::Caller& caller, std::string type,
                     const std::vector<std::string>& sessions, Milliseconds now) {
  std::vector<std::string> quoted;
  for (const std::string& id : sessions) quoted.push_back('"' + id + '"');
  return events::record(connection,
                        {.type = std::move(type),
                         .organization_id = caller.organization_id,
                         .actor_id = caller.user_id,
                         .subject_id = caller.user_id,
                         .payload = JsonText().raw("revokedSessions", json_array(quoted)).take()},
                        now);
}

Problem not_changed(std::string path, std::string message, std::string code) {
  return Problem::validation("The password was not changed", {{std::move(path), std::move(message), std::move(code)}});
}

}  // namespace

SessionService::SessionService(database::Database& database, ExecutorPool& pool, AccessTokens& tokens,
                               CallerCache& callers)
    : database_(database),
      pool_(pool),
      tokens_(tokens),
      callers_(callers),
      password_tries_(10, std::chrono::seconds(60)) {}

Task<Outcome<std::vector<ListedSession>>> SessionService::list(http::Caller caller) {
  co_return co_await database_.read([&](database::Connection& connection) {
    return active_sessions(connection, caller.user_id, caller.organization_id, now_milliseconds());
  });
}

Task<Outcome<void>> SessionService::revoke(http::Caller caller, std::string session_id) {
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    const Milliseconds now = now_milliseconds();
    if (!TRY(revoke_session(connection, session_id, caller.user_id, caller.organization_id, now)))
      return std::unexpected(Problem::not_found("There is no such session, or it has ended."));
    return record(connection, caller, "user.sessions_revoked", {session_id}, now);
  }));
  forget(caller, {session_id});
  co_return Outcome<void>();
}

Task<Outcome<void>> SessionService::revoke_others(http::Caller caller) {
  const auto revoked =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<std::vector<std::string>> {
        const Milliseconds now = now_milliseconds();
        auto sessions =
            TRY(revoke_sessions(connection, caller.user_id, caller.organization_id, caller.session_id, now));
        if (!sessions.empty()) TRY(record(connection, caller, "user.sessions_revoked", sessions, now));
        return sessions;
      }));
  forget(caller, revoked);
  co_return Outcome<void>();
}

Task<Outcome<void>> SessionService::change_password(http::Caller caller, PasswordChange change) {
  if (const auto wait = password_tries_.take(caller.user_id))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  if (auto fault = fault_of_password(change.wanted, caller.email); !fault.empty())
    co_return std::unexpected(not_changed("/newPassword", std::move(fault), "weak_password"));
  const auto member = CO_TRY(co_await database_.read([&](database::Connection& connection) {
    return users::find(connection, caller.user_id, caller.organization_id);
  }));
  if (!member) co_return std::unexpected(Problem::unauthenticated("Sign in again."));
  const std::string hash = co_await pool_.run([&] {
    const bool may = change.present.size() <= max_password_size && !member->password_hash.empty() &&
                     password_matches(change.present, member->password_hash);
    return may ? hash_password(change.wanted) : std::string();
  });
  if (hash.empty())
    co_return std::unexpected(not_changed("/currentPassword", "is not your password", "wrong_password"));
  const auto revoked =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<std::vector<std::string>> {
        const Milliseconds now = now_milliseconds();
        TRY(users::set_password(connection, caller.user_id, hash, now));
        auto sessions = TRY(revoke_sessions(connection, caller.user_id, "", caller.session_id, now));
        TRY(record(connection, caller, "user.password_changed", sessions, now));
        return sessions;
      }));
  forget(caller, revoked);
  co_return Outcome<void>();
}

void SessionService::forget(const http::Caller& caller, const std::vector<std::string>& sessions) {
  for (const std::string& id : sessions) tokens_.revoke_session(id, now_milliseconds() / 1000);
  callers_.forget_user(caller.user_id);
}

}  // namespace pagewright::auth
