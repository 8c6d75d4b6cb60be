// POST, GET, PUT, DELETE /pages…
#pragma once

#include "server/http/router.hpp"
#include "server/pages/page_service.hpp"
#include "server/pages/status_service.hpp"
#include "server/pages/trash_service.hpp"

namespace pagewright::pages {

class PageRoutes {
 public:
  // A template by its id; not_found where there is none that the caller may install.
  using FindTemplate = std::function<Task<Outcome<Pattern>>(http::Caller caller, std::string id)>;

  struct Services {
    PageService& pages;
    StatusService& status;
    TrashService& trash;
  };
  PageRoutes(Services services, FindTemplate find_template)
      : service_(services.pages),
        status_(services.status),
        trash_(services.trash),
        find_template_(std::move(find_template)) {}
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> duplicate(http::Request& request);
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> change_owner(http::Request& request);
  Task<Outcome<http::Response>> change_status(http::Request& request);
  // Into the trash, or what is there for ever.
  Task<Outcome<http::Response>> remove(http::Request& request);
  Task<Outcome<http::Response>> restore(http::Request& request);

 private:
  Task<Problem> with_all_faults(Problem refusal, const http::Request& request);

  PageService& service_;
  StatusService& status_;
  TrashService& trash_;
  FindTemplate find_template_;
};

}  // namespace pagewright::pages
