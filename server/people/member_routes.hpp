// GET /users, GET, PATCH, DELETE /users/:id, POST /users/:id/password-reset
#pragma once

#include "server/http/router.hpp"
#include "server/people/member_service.hpp"
#include "server/people/password_reset_service.hpp"

namespace pagewright::people {

class MemberRoutes {
 public:
  MemberRoutes(MemberService& service, PasswordResetService& resets) : service_(service), resets_(resets) {}

  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> reset_password(http::Request& request);

 private:
  MemberService& service_;
  PasswordResetService& resets_;
};

}  // namespace pagewright::people
