// GET /component-gallery…, POST /component-gallery/:id/install
#pragma once

#include "server/custom_components/component_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::custom_components {

class GalleryRoutes {
 public:
  explicit GalleryRoutes(ComponentService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> install(http::Request& request);

 private:
  ComponentService& service_;
};

}  // namespace pagewright::custom_components
