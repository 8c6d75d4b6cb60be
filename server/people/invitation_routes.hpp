// GET, POST /invitations, POST /invitations/:id/send, DELETE /invitations/:id, POST /auth/invitation,
// POST /auth/invitation/accept
#pragma once

#include "server/http/router.hpp"
#include "server/people/invitation_service.hpp"

namespace pagewright::people {

class InvitationRoutes {
 public:
  explicit InvitationRoutes(InvitationService& service) : service_(service) {}

  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> invite(http::Request& request);
  Task<Outcome<http::Response>> send_again(http::Request& request);
  Task<Outcome<http::Response>> revoke(http::Request& request);
  Task<Outcome<http::Response>> look_up(http::Request& request);
  Task<Outcome<http::Response>> accept(http::Request& request);

 private:
  InvitationService& service_;
};

}  // namespace pagewright::people
