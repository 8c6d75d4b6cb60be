// GET, POST /auth/api-tokens, DELETE /auth/api-tokens/:id; for administrators GET /api-tokens, DELETE /api-tokens/:id
#pragma once

#include "server/api_tokens/api_token_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::api_tokens {

class ApiTokenRoutes {
 public:
  explicit ApiTokenRoutes(ApiTokenService& service) : service_(service) {}

  Task<Outcome<http::Response>> list_own(http::Request& request);
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> revoke_own(http::Request& request);
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> revoke(http::Request& request);

 private:
  ApiTokenService& service_;
};

}  // namespace pagewright::api_tokens
