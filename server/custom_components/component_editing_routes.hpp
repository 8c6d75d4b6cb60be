// POST, PATCH, DELETE /components…
#pragma once

#include "server/custom_components/component_service.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/http/router.hpp"

namespace pagewright::custom_components {

class ComponentEditingRoutes {
 public:
  ComponentEditingRoutes(ComponentService& service, ComponentWorkshop& workshop)
      : service_(service), workshop_(workshop) {}
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> add_version(http::Request& request);
  Task<Outcome<http::Response>> change(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> restore(http::Request& request);
  Task<Outcome<http::Response>> validate(http::Request& request);
  Task<Outcome<http::Response>> preview(http::Request& request);
  Task<Outcome<http::Response>> foretell_upgrade(http::Request& request);

 private:
  // Each of these compiles a library and renders: what an editor needs while typing, no more.
  [[nodiscard]] Outcome<void> take_try(const http::Request& request);

  ComponentService& service_;
  ComponentWorkshop& workshop_;
  http::RateLimiter tries_by_user_{240, std::chrono::minutes(2)};
};

}  // namespace pagewright::custom_components
