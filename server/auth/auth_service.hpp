// Signing in and out, and who a token stands for.
#pragma once

#include <string>

#include "server/auth/access_token.hpp"
#include "server/auth/caller_cache.hpp"
#include "server/auth/session_store.hpp"
#include "server/database/database.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/jobs/executor_pool.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::auth {

struct SignedIn {
  std::string access_token;
  std::string refresh_token;  // empty: the browser keeps the one that it has
  users::Member member;
};

// What somebody signs in with.
struct Client {
  std::string address;
  std::string user_agent;
};

struct FirstRun {
  std::string token;
  std::string email;
  std::string password;
  std::string name;
};

class AuthService final : public http::Authenticator {
 public:
  AuthService(database::Database& database, ExecutorPool& pool, AccessTokens& tokens, CallerCache& callers);

  // With the role that the member has now, not the one in the token.
  Task<Outcome<http::Caller>> authenticate(std::string token) override;

  Task<Outcome<SignedIn>> log_in(std::string email, std::string password, Client client);
  // For one who has shown in another way who they are.
  Task<Outcome<SignedIn>> open_session(users::Member member, Client client);
  Task<Outcome<SignedIn>> refresh(std::string refresh_token);
  Task<Outcome<void>> log_out(std::string refresh_token);
  Task<Outcome<users::Member>> me(http::Caller caller);

  // True while there is no administrator.
  Task<Outcome<bool>> is_first_run();
  // Creates the first administrator for who has the token that the terminal printed.
  Task<Outcome<SignedIn>> first_run(FirstRun request, Client client);
  // At start: a new one-time token, or empty where there is an administrator.
  Task<Outcome<std::string>> prepare_first_run();
  // At start: an administrator with these, where there is none.
  Task<Outcome<void>> ensure_administrator(std::string email, std::string password);

 private:
  void audit_refusal(const users::Member& member, const Client& client);
  [[nodiscard]] std::string access_token_for(const users::Member& member, const std::string& session_id);
  [[nodiscard]] Outcome<void> take_try(const std::string& key, http::RateLimiter& limiter);

  database::Database& database_;
  ExecutorPool& pool_;
  AccessTokens& tokens_;
  CallerCache& callers_;
  http::RateLimiter tries_by_address_;
  http::RateLimiter tries_by_email_;
};

}  // namespace pagewright::auth
