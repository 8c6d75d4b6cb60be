// GET /jobs, GET /jobs/:id, POST /jobs/:id/retry, POST /jobs/:id/cancel
#pragma once

#include "server/background/job_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::background {

class JobRoutes {
 public:
  explicit JobRoutes(JobService& service) : service_(service) {}

  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> retry(http::Request& request);
  Task<Outcome<http::Response>> cancel(http::Request& request);

 private:
  JobService& service_;
};

}  // namespace pagewright::background
