#include "server/application_features.hpp"
#include "server/logging/log.hpp"

namespace pagewright {

Application::Application(ApplicationSettings settings, database::Database& database, ExecutorPool& pool,
                         sites::SiteSnapshots& sites)
    : features_(std::make_unique<Features>(std::move(settings), database, pool, sites)) {}

Application::~Application() = default;

Task<Outcome<std::string>> Application::start() {
  Features& features = *features_;
  CO_TRY(co_await features.database.write(
      [](database::Connection& connection) { return audit::chain_older_rows(connection); }));
  CO_TRY(co_await features.database.write([&](database::Connection& connection) {
    return components::remember(connection, features.library.component_set(), features.settings.clock());
  }));
  const seed::Services services{features.database, features.library, features.templates, features.pages,
                                features.releases};
  CO_TRY(co_await seed::sow(services, features.settings.seed ? seed::Content::sample : seed::Content::empty,
                            features.settings.sites_url));
  if (!features.settings.admin_email.empty())
    CO_TRY(
        co_await features.auth.ensure_administrator(features.settings.admin_email, features.settings.admin_password));
  CO_TRY(co_await features.releases.load());
  co_return co_await features.auth.prepare_first_run();
}

// A write, so that it is known whether this server still may. While another one has the database, what that one changes
// is seen after one round at the latest.
Task<void> Application::look_for_interruptions() {
  Features& features = *features_;
  if (!features.database.can_be_interrupted()) co_return;
  const auto nothing = [](database::Connection&) -> Outcome<void> { return Outcome<void>(); };
  auto written = co_await features.database.write(nothing);
  // The first one may only have found out that the connection is lost.
  if (!written) written = co_await features.database.write(nothing);
  if (const std::uint64_t interruptions = features.database.interruptions(); interruptions != interruptions_) {
    interruptions_ = interruptions;
    log::warning("another server may have written to the database: everything is read anew",
                 {{"may_write", written ? "true" : "false"}});
    features.callers.forget_all();
    features.libraries.forget_all();
    features.rooms.reopen_all("The server has lost the database for a while.");
    is_site_outdated_ = true;
  }
  // Without the right to write it shows visitors what it knows.
  if (!written || !is_site_outdated_) co_return;
  const auto loaded = co_await features.releases.load();
  is_site_outdated_ = !loaded;
  if (!loaded) log::error("the published pages were not read anew", {{"cause", loaded.error().cause}});
}

Task<void> Application::maintain() {
  co_await look_for_interruptions();
  co_await features_->rooms.maintain();
  co_await features_->retention.maintain();
  co_await features_->trash_emptying.maintain();
  co_await features_->repeats.maintain();
  co_await features_->worker.maintain();
  co_await features_->courier.maintain();
  co_await features_->submissions.maintain();
  co_await features_->environment_service.maintain();
  co_await features_->release_retention.maintain();
  co_await features_->previews.maintain();
}

Task<void> Application::work() {
  co_await features_->courier.pass_on();
  co_await features_->worker.run_due();
}

void Application::stop_work() {
  features_->worker.stop();
  features_->retention.stop();
  features_->trash_emptying.stop();
  features_->release_retention.stop();
  features_->mailer.stop();
  features_->courier.stop();
}

std::size_t Application::open_pages() const {
  return features_->rooms.size();
}

Task<void> Application::stop() {
  co_await features_->rooms.close();
}

http::Authenticator& Application::authenticator() {
  return features_->authenticator;
}

}  // namespace pagewright
