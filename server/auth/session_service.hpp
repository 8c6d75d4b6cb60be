// Where a user is signed in, ending that, and the password, whose change ends it elsewhere.
#pragma once

#include <string>
#include <vector>

#include "server/auth/access_token.hpp"
#include "server/auth/caller_cache.hpp"
#include "server/auth/session_store.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/jobs/executor_pool.hpp"

namespace pagewright::auth {

class SessionService {
 public:
  SessionService(database::Database& database, ExecutorPool& pool, AccessTokens& tokens, CallerCache& callers);

  // The caller's own, the last used first.
  Task<Outcome<std::vector<ListedSession>>> list(http::Caller caller);
  // One of the caller's own; not_found where it is none. Its access tokens end at once.
  Task<Outcome<void>> revoke(http::Caller caller, std::string session_id);
  // All of the caller's own but the one that they call with.
  Task<Outcome<void>> revoke_others(http::Caller caller);

  struct PasswordChange {
    std::string present;
    std::string wanted;
  };
  // Signs the caller out everywhere else, in every organisation. 10 tries a minute.
  Task<Outcome<void>> change_password(http::Caller caller, PasswordChange change);

 private:
  void forget(const http::Caller& caller, const std::vector<std::string>& sessions);

  database::Database& database_;
  ExecutorPool& pool_;
  AccessTokens& tokens_;
  CallerCache& callers_;
  http::RateLimiter password_tries_;
};

}  // namespace pagewright::auth
