// Who a bearer token stands for, be it an API token or the access token of a session.
#pragma once

#include "server/api_tokens/api_token_store.hpp"
#include "server/auth/caller_cache.hpp"
#include "server/http/rate_limiter.hpp"

namespace pagewright::api_tokens {

class TokenAuthenticator final : public http::Authenticator {
 public:
  static constexpr double requests_a_minute = 600;  // of one token

  // `sessions` knows the other tokens.
  TokenAuthenticator(http::Authenticator& sessions, database::Database& database, auth::CallerCache& callers,
                     std::function<Milliseconds()> clock)
      : sessions_(sessions),
        database_(database),
        callers_(callers),
        clock_(std::move(clock)),
        requests_(requests_a_minute, std::chrono::seconds(60)) {}

  // With the role that the member has now.
  Task<Outcome<http::Caller>> authenticate(std::string token) override;

 private:
  Task<Outcome<http::Caller>> find_caller(std::string token_hash, Milliseconds now);
  void note_use(const ApiTokenRecord& token, Milliseconds now);

  http::Authenticator& sessions_;
  database::Database& database_;
  auth::CallerCache& callers_;
  std::function<Milliseconds()> clock_;
  http::RateLimiter requests_;
};

}  // namespace pagewright::api_tokens
