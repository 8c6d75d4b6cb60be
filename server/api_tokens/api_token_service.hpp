// The rules of API tokens: each is of one member of one organisation, and never allows more than that member may.
#pragma once

#include <set>

#include "server/api_tokens/api_token_store.hpp"
#include "server/auth/caller_cache.hpp"

namespace pagewright::api_tokens {

struct NewApiToken {
  std::string name;
  std::vector<std::string> scopes;
  std::optional<Milliseconds> expires_at;
};

// A token with its text, which is told this once.
struct WithText {
  ApiTokenRecord token;
  std::string text;
};

class ApiTokenService {
 public:
  using Scopes = std::set<std::string, std::less<>>;

  static constexpr std::int64_t most_tokens = 50;  // of a member

  // `scopes`: all that there are.
  ApiTokenService(database::Database& database, auth::CallerCache& callers, std::function<Milliseconds()> clock,
                  Scopes scopes)
      : database_(database), callers_(callers), clock_(std::move(clock)), scopes_(std::move(scopes)) {}

  // The caller's own, newest first.
  Task<Outcome<std::vector<ApiTokenRecord>>> list_own(http::Caller caller);
  Task<Outcome<WithText>> create(http::Caller caller, NewApiToken wanted);
  // It is refused from the next request on.
  Task<Outcome<void>> revoke_own(http::Caller caller, std::string id);

  // For administrators: those of all members.
  Task<Outcome<ApiTokenList>> list(http::Caller caller, std::int64_t limit, std::int64_t offset);
  Task<Outcome<void>> revoke(http::Caller caller, std::string id);

 private:
  enum class Whose : std::uint8_t { own, anybodys };
  Task<Outcome<void>> revoke(http::Caller caller, std::string id, Whose whose);
  [[nodiscard]] Outcome<void> check(const NewApiToken& wanted, Milliseconds now) const;

  database::Database& database_;
  auth::CallerCache& callers_;
  std::function<Milliseconds()> clock_;
  const Scopes scopes_;
};

}  // namespace pagewright::api_tokens
