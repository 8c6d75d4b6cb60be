#include "server/releases/release_retention.hpp"

#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"
#include "server/releases/thinning.hpp"

namespace pagewright::releases {
namespace {

using background::Attempt;
using background::Failure;

Outcome<void> thin_out_and_record(database::Connection& connection, const EnvironmentKey& environment,
                                  std::int64_t kept_releases, Milliseconds before, Milliseconds now) {
  const std::string oldest = TRY(oldest_kept(connection, environment.id, kept_releases, before));
  if (oldest.empty()) return {};
  const Thinned thinned = TRY(thin_out(connection, environment.id, oldest));
  if (thinned.releases == 0 && thinned.pages == 0) return {};
  return events::record(connection,
                        {.type = "releases.thinned_out",
                         .organization_id = environment.organization_id,
                         .subject_id = environment.id,
                         .payload = JsonText()
                                        .text("environmentId", environment.id)
                                        .text("oldestReleaseId", oldest)
                                        .number("releases", thinned.releases)
                                        .number("artifacts", thinned.artifacts)
                                        .take()},
                        now);
}

}  // namespace

ReleaseRetention::ReleaseRetention(database::Database& database, background::Kinds& kinds,
                                   std::function<Milliseconds()> clock, const Settings& settings)
    : database_(database),
      clock_(clock),
      settings_(settings),
      hourly_("releases.thin_out", kinds,
              {.attempt = [this](const background::Job&) { return apply(); }, .lease = std::chrono::minutes(30)},
              database, std::move(clock)) {}

// A transaction for each environment: others write between them.
Task<Attempt> ReleaseRetention::apply() {
  const auto environments = co_await database_.read(environments_with_releases);
  if (!environments) co_return std::unexpected(Failure{.reason = "The environments cannot be read."});
  const Milliseconds now = clock_();
  const Milliseconds before = now - std::chrono::milliseconds(settings_.kept_for).count();
  unsigned failures = 0;
  for (const EnvironmentKey& environment : *environments) {
    if (is_stopping_) co_return std::unexpected(Failure{.reason = "The server was stopped meanwhile."});
    // Nobody goes back in a preview.
    const bool is_preview = environment.kind == "preview";
    const auto thinned = co_await database_.write([&](database::Connection& connection) {
      return thin_out_and_record(connection, environment, is_preview ? 1 : settings_.kept_releases,
                                 is_preview ? now : before, now);
    });
    if (thinned) continue;
    ++failures;
    log::error("the releases of an environment cannot be thinned out",
               {{"environment", environment.id}, {"cause", thinned.error().cause}});
  }
  if (failures > 0)
    co_return std::unexpected(
        Failure{.reason = std::to_string(failures) + " environments were left as they are: see the log."});
  co_return Attempt();
}

}  // namespace pagewright::releases
