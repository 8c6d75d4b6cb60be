// The page that Prometheus reads. It is on a listener of its own: what it tells is the operator's business.
#pragma once

#include <vector>

#include "server/application.hpp"
#include "server/http/server.hpp"

namespace pagewright::monitoring {

// What is watched beside the process's measurements. All of it outlives the routes.
struct Watched {
  const http::Server& server;
  database::Database& database;
  Application& application;
  std::string version;
};

// GET /metrics
[[nodiscard]] std::vector<http::Route> metrics_routes(Watched watched);

}  // namespace pagewright::monitoring
