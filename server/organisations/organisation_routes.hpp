// GET /organization
#pragma once

#include "server/database/database.hpp"
#include "server/http/router.hpp"

namespace pagewright::organisations {

class OrganisationRoutes {
 public:
  explicit OrganisationRoutes(database::Database& database) : database_(database) {}
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  database::Database& database_;
};

}  // namespace pagewright::organisations
