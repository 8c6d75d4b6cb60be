// POST /pages/:id/branches/:branch/merge
#pragma once

#include "server/branches/merge_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::branches {

class MergeRoutes {
 public:
  explicit MergeRoutes(MergeService& service) : service_(service) {}
  Task<Outcome<http::Response>> merge(http::Request& request);

 private:
  MergeService& service_;
};

}  // namespace pagewright::branches
