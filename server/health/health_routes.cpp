#include "server/health/health_routes.hpp"

namespace pagewright::health {

using http::Access;
using http::Method;
using http::Request;
using http::Response;

std::vector<http::Route> health_routes(database::Database& database) {
  const auto alive = [](Request&) -> Task<Outcome<Response>> { co_return Response::json_text(R"({"status":"ok"})"); };
  const auto ready = [&database](Request&) -> Task<Outcome<Response>> {
    const auto answered =
        co_await database.read([](database::Connection& connection) { return connection.query("SELECT 1"); });
    if (!answered) co_return std::unexpected(Problem::unavailable("The database does not answer."));
    // One that another server took the database from goes on to read, and is of no use.
    if (database.can_be_interrupted() &&
        !co_await database.write([](database::Connection&) -> Outcome<void> { return Outcome<void>(); }))
      co_return std::unexpected(Problem::unavailable("The database takes no writes of this server."));
    co_return Response::json_text(R"({"status":"ready"})");
  };
  return {
      {Method::get, "/healthz", Access::anyone, alive},
      {Method::get, "/readyz", Access::anyone, ready},
  };
}

}  // namespace pagewright::health
