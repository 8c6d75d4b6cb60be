// GET /environments
#pragma once

#include "server/database/database.hpp"
#include "server/http/router.hpp"

namespace pagewright::environments {

class EnvironmentRoutes {
 public:
  explicit EnvironmentRoutes(database::Database& database) : database_(database) {}
  Task<Outcome<http::Response>> list(http::Request& request);

 private:
  database::Database& database_;
};

}  // namespace pagewright::environments
