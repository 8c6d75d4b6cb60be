// GET /forms; GET, DELETE /form-submissions…
#pragma once

#include "server/forms/submission_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::forms {

class SubmissionRoutes {
 public:
  explicit SubmissionRoutes(SubmissionService& service) : service_(service) {}
  Task<Outcome<http::Response>> list_forms(http::Request& request);
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> export_file(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);

 private:
  SubmissionService& service_;
};

}  // namespace pagewright::forms
