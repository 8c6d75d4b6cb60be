#include "server/releases/release_metrics.hpp"

namespace pagewright::releases {

Task<void> write_metrics(metrics::Exposition& out, database::Database& database) {
  const auto counts = co_await database.read([](database::Connection& connection) {
    return connection.query("SELECT (SELECT count(*) FROM releases), (SELECT count(*) FROM environment_pages)");
  });
  if (!counts) co_return;
  out.gauge("pagewright_releases", static_cast<double>(counts->front().integer(0)), "Releases that are kept.");
  out.gauge("pagewright_published_pages", static_cast<double>(counts->front().integer(1)),
            "Pages that are published, counted once for each environment.");
}

}  // namespace pagewright::releases
