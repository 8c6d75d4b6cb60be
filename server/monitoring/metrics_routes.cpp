#include "server/monitoring/metrics_routes.hpp"

#include "server/background/job_metrics.hpp"
#include "server/metrics/measurements.hpp"
#include "server/metrics/process.hpp"
#include "server/releases/release_metrics.hpp"

namespace pagewright::monitoring {
namespace {

Task<Outcome<http::Response>> write_all(const Watched& watched) {
  metrics::Exposition out;
  out.begin("pagewright_build_info", metrics::Exposition::Kind::gauge, "The version that runs, as a label.");
  out.add(1, {{"version", watched.version}});
  metrics::measurements().write(out);
  out.gauge("pagewright_connections", static_cast<double>(watched.server.connections()),
            "Open connections, of all listeners.");
  out.gauge("pagewright_rooms", static_cast<double>(watched.application.open_pages()), "Branches of pages in memory.");
  co_await background::write_metrics(out, watched.database, now_milliseconds());
  co_await releases::write_metrics(out, watched.database);
  metrics::write_process(out);
  auto response = http::Response::text(out.text());
  response.set("Content-Type", metrics::Exposition::content_type);
  co_return response;
}

}  // namespace

std::vector<http::Route> metrics_routes(Watched watched) {
  return {{http::Method::get, "/metrics", http::Access::anyone,
           [watched = std::move(watched)](http::Request&) { return write_all(watched); }}};
}

}  // namespace pagewright::monitoring
