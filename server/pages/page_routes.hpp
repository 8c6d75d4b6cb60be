// POST, GET, PUT, DELETE /pages…
#pragma once

#include "server/http/router.hpp"
#include "server/pages/page_service.hpp"

namespace pagewright::pages {

class PageRoutes {
 public:
  // A template by its id; not_found where there is none that the caller may install.
  using FindTemplate = std::function<Task<Outcome<Pattern>>(http::Caller caller, std::string id)>;

  PageRoutes(PageService& service, FindTemplate find_template)
      : service_(service), find_template_(std::move(find_template)) {}
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);

 private:
  PageService& service_;
  FindTemplate find_template_;
};

}  // namespace pagewright::pages
