// PUT, DELETE /pages/:id/branches/:branch/preview
#pragma once

#include "server/http/router.hpp"
#include "server/releases/preview_service.hpp"

namespace pagewright::releases {

class PreviewRoutes {
 public:
  explicit PreviewRoutes(PreviewService& service) : service_(service) {}
  Task<Outcome<http::Response>> open(http::Request& request);
  Task<Outcome<http::Response>> close(http::Request& request);

 private:
  PreviewService& service_;
};

}  // namespace pagewright::releases
