// GET, POST, PUT, DELETE /templates…, POST /templates/:id/install
#pragma once

#include "server/http/router.hpp"
#include "server/templates/template_service.hpp"

namespace pagewright::templates {

class TemplateRoutes {
 public:
  explicit TemplateRoutes(TemplateService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> facets(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> install(http::Request& request);

 private:
  TemplateService& service_;
};

}  // namespace pagewright::templates
