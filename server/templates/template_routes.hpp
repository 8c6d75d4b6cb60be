// GET /templates, GET /templates/:id, POST /templates/:id/install
#pragma once

#include "server/http/router.hpp"
#include "server/pages/page_service.hpp"
#include "server/templates/template_library.hpp"

namespace pagewright::templates {

class TemplateRoutes {
 public:
  TemplateRoutes(const TemplateLibrary& library, pages::PageService& pages) : library_(library), pages_(pages) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> install(http::Request& request);

 private:
  const TemplateLibrary& library_;
  pages::PageService& pages_;
};

}  // namespace pagewright::templates
