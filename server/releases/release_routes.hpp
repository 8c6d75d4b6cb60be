// POST /pages/:id/publish, GET /pages/:id/preview
#pragma once

#include "server/http/router.hpp"
#include "server/releases/release_service.hpp"

namespace pagewright::releases {

class ReleaseRoutes {
 public:
  explicit ReleaseRoutes(ReleaseService& service) : service_(service) {}
  Task<Outcome<http::Response>> publish(http::Request& request);
  Task<Outcome<http::Response>> preview(http::Request& request);

 private:
  ReleaseService& service_;
};

}  // namespace pagewright::releases
