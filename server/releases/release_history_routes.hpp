// GET /releases…, POST /releases/:id/rollback, POST /releases/:id/promote, GET /environments/:id/pages
#pragma once

#include "server/http/router.hpp"
#include "server/releases/release_history.hpp"

namespace pagewright::releases {

class ReleaseHistoryRoutes {
 public:
  explicit ReleaseHistoryRoutes(ReleaseHistory& history) : history_(history) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> upcoming(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> roll_back(http::Request& request);
  Task<Outcome<http::Response>> promote(http::Request& request);
  Task<Outcome<http::Response>> shown(http::Request& request);

 private:
  ReleaseHistory& history_;
};

}  // namespace pagewright::releases
