// GET, DELETE /auth/sessions…, PUT /auth/password
#pragma once

#include "server/auth/session_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::auth {

class SessionRoutes {
 public:
  explicit SessionRoutes(SessionService& service) : service_(service) {}

  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> revoke(http::Request& request);
  Task<Outcome<http::Response>> revoke_others(http::Request& request);
  Task<Outcome<http::Response>> change_password(http::Request& request);

 private:
  SessionService& service_;
};

}  // namespace pagewright::auth
