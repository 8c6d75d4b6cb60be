// /pages/:id/versions…
#pragma once

#include "server/http/router.hpp"
#include "server/versions/version_service.hpp"

namespace pagewright::versions {

class VersionRoutes {
 public:
  explicit VersionRoutes(VersionService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> save(http::Request& request);
  Task<Outcome<http::Response>> restore(http::Request& request);
  Task<Outcome<http::Response>> compare(http::Request& request);

 private:
  VersionService& service_;
};

}  // namespace pagewright::versions
