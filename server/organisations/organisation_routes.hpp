// GET /organization
#pragma once

#include <chrono>

#include "server/database/database.hpp"
#include "server/http/router.hpp"

namespace pagewright::organisations {

// How long this server keeps what people delete or send.
struct KeptFor {
  std::chrono::hours trash;
  std::chrono::hours form_submissions;
};

class OrganisationRoutes {
 public:
  OrganisationRoutes(database::Database& database, KeptFor kept_for) : database_(database), kept_for_(kept_for) {}
  Task<Outcome<http::Response>> get(http::Request& request);

 private:
  database::Database& database_;
  KeptFor kept_for_;
};

}  // namespace pagewright::organisations
