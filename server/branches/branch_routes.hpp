// /pages/:id/branches…
#pragma once

#include "server/branches/branch_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::branches {

class BranchRoutes {
 public:
  explicit BranchRoutes(BranchService& service) : service_(service) {}
  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> get(http::Request& request);
  Task<Outcome<http::Response>> create(http::Request& request);
  Task<Outcome<http::Response>> update(http::Request& request);
  Task<Outcome<http::Response>> remove(http::Request& request);

 private:
  BranchService& service_;
};

}  // namespace pagewright::branches
