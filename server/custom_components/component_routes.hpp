// GET /components, GET /components/:name, its versions, and where it is used
#pragma once

#include "server/custom_components/component_catalogue.hpp"
#include "server/custom_components/component_usage.hpp"
#include "server/http/router.hpp"

namespace pagewright::custom_components {

class ComponentRoutes {
 public:
  ComponentRoutes(ComponentCatalogue& catalogue, ComponentUsage& usage) : catalogue_(catalogue), usage_(usage) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> list_versions(http::Request& request);
  Task<Outcome<http::Response>> get_version(http::Request& request);
  Task<Outcome<http::Response>> usage(http::Request& request);

 private:
  Task<Outcome<http::Response>> everything(http::Request& request);

  ComponentCatalogue& catalogue_;
  ComponentUsage& usage_;
};

}  // namespace pagewright::custom_components
