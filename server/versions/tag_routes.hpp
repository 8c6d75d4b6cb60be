// /pages/:id/tags…
#pragma once

#include "server/http/router.hpp"
#include "server/versions/tag_service.hpp"

namespace pagewright::versions {

class TagRoutes {
 public:
  explicit TagRoutes(TagService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> put(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);

 private:
  TagService& service_;
};

}  // namespace pagewright::versions
