#include "server/application_features.hpp"

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

Task<void> Application::maintain() {
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
