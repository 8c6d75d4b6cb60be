// Signing in and out, and who a token stands for.
#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "server/auth/access_token.hpp"
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

struct FirstRun {
  std::string token;
  std::string email;
  std::string password;
  std::string name;
};

class AuthService final : public http::Authenticator {
 public:
  AuthService(database::Database& database, ExecutorPool& pool, AccessTokens& tokens);

  Task<Outcome<http::Caller>> authenticate(std::string token) override;

  Task<Outcome<SignedIn>> log_in(std::string email, std::string password, std::string address);
  Task<Outcome<SignedIn>> refresh(std::string refresh_token);
  Task<Outcome<void>> log_out(std::string refresh_token);
  Task<Outcome<users::Member>> me(http::Caller caller);

  // True while there is no administrator.
  Task<Outcome<bool>> is_first_run();
  // Creates the first administrator for who has the token that the terminal printed.
  Task<Outcome<SignedIn>> first_run(FirstRun request, std::string address);
  // At start: a new one-time token, or empty where there is an administrator.
  Task<Outcome<std::string>> prepare_first_run();
  // At start: an administrator with these, where there is none.
  Task<Outcome<void>> ensure_administrator(std::string email, std::string password);

 private:
  struct Person {
    std::string name;
    std::string email;
  };
  Task<Outcome<SignedIn>> open_session(users::Member member);
  [[nodiscard]] std::string access_token_for(const users::Member& member, const std::string& session_id);
  [[nodiscard]] Outcome<void> take_try(const std::string& key, http::RateLimiter& limiter);

  database::Database& database_;
  ExecutorPool& pool_;
  AccessTokens& tokens_;
  http::RateLimiter tries_by_address_;
  http::RateLimiter tries_by_email_;
  std::mutex people_mutex_;
  std::unordered_map<std::string, Person> people_;  // by session: those whose session was found active
};

}  // namespace pagewright::auth
