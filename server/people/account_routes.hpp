// PATCH /auth/me, GET /auth/organizations, POST /auth/organization, POST /auth/password-reset,
// POST /auth/password-reset/complete
#pragma once

#include "server/http/router.hpp"
#include "server/people/password_reset_service.hpp"
#include "server/people/profile_service.hpp"

namespace pagewright::people {

class AccountRoutes {
 public:
  AccountRoutes(ProfileService& profiles, PasswordResetService& resets) : profiles_(profiles), resets_(resets) {}

  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> list_organizations(http::Request& request);
  Task<Outcome<http::Response>> enter_organization(http::Request& request);
  Task<Outcome<http::Response>> request_reset(http::Request& request);
  Task<Outcome<http::Response>> reset(http::Request& request);

 private:
  ProfileService& profiles_;
  PasswordResetService& resets_;
};

}  // namespace pagewright::people
