// GET, POST, PATCH, DELETE /teams…
#pragma once

#include "server/http/router.hpp"
#include "server/teams/team_service.hpp"

namespace pagewright::teams {

class TeamRoutes {
 public:
  explicit TeamRoutes(TeamService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> list_members(http::Request& request);
  Task<Outcome<http::Response>> add_member(http::Request& request);
  Task<Outcome<http::Response>> remove_member(http::Request& request);

 private:
  TeamService& service_;
};

}  // namespace pagewright::teams
