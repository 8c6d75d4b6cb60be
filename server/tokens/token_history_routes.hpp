// /design-tokens/draft, /design-tokens/publish, /design-tokens/versions
#pragma once

#include "server/http/router.hpp"
#include "server/tokens/token_history.hpp"

namespace pagewright::tokens {

class TokenHistoryRoutes {
 public:
  explicit TokenHistoryRoutes(TokenHistory& history) : history_(history) {}
  Task<Outcome<http::Response>> get_draft(http::Request& request);
  Task<Outcome<http::Response>> put_draft(http::Request& request);
  Task<Outcome<http::Response>> delete_draft(http::Request& request);
  Task<Outcome<http::Response>> publish(http::Request& request);
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> compare(http::Request& request);
  Task<Outcome<http::Response>> restore(http::Request& request);

 private:
  TokenHistory& history_;
};

}  // namespace pagewright::tokens
