// GET, POST /environments; GET, PATCH /environments/:id; POST /environments/:id/visit
#pragma once

#include "server/environments/environment_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::environments {

class EnvironmentRoutes {
 public:
  explicit EnvironmentRoutes(EnvironmentService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> visit(http::Request& request);

 private:
  EnvironmentService& service_;
};

}  // namespace pagewright::environments
