// /auth/…: first run, sign-in, refresh, sign-out, who am I.
#pragma once

#include "server/auth/auth_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::auth {

class AuthRoutes {
 public:
  explicit AuthRoutes(AuthService& service) : service_(service) {}

  Task<Outcome<http::Response>> get_first_run(http::Request& request);
  Task<Outcome<http::Response>> first_run(http::Request& request);
  Task<Outcome<http::Response>> log_in(http::Request& request);
  Task<Outcome<http::Response>> refresh(http::Request& request);
  Task<Outcome<http::Response>> log_out(http::Request& request);
  Task<Outcome<http::Response>> me(http::Request& request);

 private:
  AuthService& service_;
};

}  // namespace pagewright::auth
