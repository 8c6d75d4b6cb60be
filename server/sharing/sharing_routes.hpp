// /pages/:id/grants…, /pages/:id/access, /pages/:id/team
#pragma once

#include "server/http/router.hpp"
#include "server/sharing/sharing_service.hpp"

namespace pagewright::sharing {

class SharingRoutes {
 public:
  explicit SharingRoutes(SharingService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> find_grantees(http::Request& request);
  Task<Outcome<http::Response>> grant(http::Request& request);
  Task<Outcome<http::Response>> revoke(http::Request& request);
  Task<Outcome<http::Response>> set_access(http::Request& request);
  Task<Outcome<http::Response>> set_team(http::Request& request);

 private:
  SharingService& service_;
};

}  // namespace pagewright::sharing
