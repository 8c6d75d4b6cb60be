#include "server/background/hourly_job.hpp"

#include "server/background/job_service.hpp"
#include "server/logging/log.hpp"

namespace pagewright::background {

HourlyJob::HourlyJob(std::string kind, Kinds& kinds, Kind what, database::Database& database,
                     std::function<Milliseconds()> clock)
    : kind_(std::move(kind)), database_(database), clock_(std::move(clock)) {
  kinds.add(kind_, std::move(what));
}

Task<void> HourlyJob::maintain() {
  const Milliseconds now = clock_();
  const Milliseconds hour = now / std::chrono::milliseconds(std::chrono::hours(1)).count();
  if (last_hour_.exchange(hour) == hour) co_return;
  const auto written = co_await database_.write([&](database::Connection& connection) {
    return enqueue(connection,
                   {.kind = kind_, .payload = "{}", .run_at = now, .id = kind_ + "-" + std::to_string(hour)}, now);
  });
  if (written) co_return;
  last_hour_ = -1;
  log::error("an hourly job cannot be written down", {{"kind", kind_}, {"cause", written.error().cause}});
}

}  // namespace pagewright::background
