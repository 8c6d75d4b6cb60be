#include "server/cli/serve.hpp"

#include <sodium.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <deque>
#include <iostream>
#include <thread>

#include "server/cli/data_directory.hpp"
#include "server/database/database_location.hpp"
#include "server/database/migrations.hpp"
#include "server/http/connection.hpp"
#include "server/http/server.hpp"
#include "server/jobs/periodic.hpp"
#include "server/jobs/run_to_end.hpp"
#include "server/jobs/stop_signals.hpp"
#include "server/logging/log.hpp"
#include "server/logging/statements.hpp"
#include "server/monitoring/metrics_routes.hpp"
#include "server/routes.hpp"
#include "server/sites/site_server.hpp"

namespace pagewright::cli {
namespace {

constexpr auto grace = std::chrono::seconds(10);
constexpr int workers = 6;  // two more than may wait for mail servers and receivers of webhooks at once
// The longest form: some fields of 20,000 characters, each of which may take nine bytes on the way.
constexpr http::ConnectionLimits form_limits{
    .body_bytes = 1024 * 1024, .body = std::chrono::seconds(30), .keeps_alive = false};

log::Level log_level(const ServeCommand& command) {
  const bool is_quiet = command.log.empty() ? isatty(STDERR_FILENO) != 0 : command.log == "warnings";
  return is_quiet ? log::Level::warning : log::Level::info;
}

// Thousands of open pages are thousands of file descriptors: take what the system grants.
void raise_descriptor_limit() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
  }
}

std::string local_url(unsigned short port) {
  return "http://localhost:" + std::to_string(port);
}

Outcome<void> bring_schema_up_to_date(const database::DatabaseLocation& location) {
  const auto connection = TRY(location.open_exclusively());
  const auto applied = TRY(database::Migrator(*connection, TRY(database::read_migrations())).run());
  for (const auto& name : applied) log::info("migration applied", {{"name", name}});
  return {};
}

Task<void> answer_file(http::Dispatcher& dispatcher, http::Request request,
                       std::function<void(http::Response)> answer) {
  answer(co_await dispatcher.respond(request));
}

// The parts of a running server. They end in the opposite order of their making, the event loops' threads first of all.
class Installation {
 public:
  explicit Installation(const ServeCommand& command)
      : command_(command),
        threads_(command.threads != 0 ? command.threads : std::max(1U, std::thread::hardware_concurrency())),
        pool_(std::max(1U, std::thread::hardware_concurrency())) {}

  // Everything that can fail, so that nothing is announced that does not work.
  Outcome<void> start() {
    directory_.emplace(TRY(DataDirectory::open(command_.data)));
    server_ = std::make_unique<http::Server>(threads_);
    const http::ConnectionLimits limits;
    const auto port = TRY(server_->listen(command_.host, command_.port, [this, limits](auto socket, auto& shard) {
      http::start_connection(std::move(socket), shard, *dispatcher_, limits);
    }));
    const auto sites_port = TRY(server_->listen(command_.host, command_.sites_port, [this](auto socket, auto& shard) {
      site_server_.start_connection(std::move(socket), shard);
    }));

    if (command_.metrics_port != 0)
      TRY(server_->listen(command_.metrics_host, command_.metrics_port, [this, limits](auto socket, auto& shard) {
        http::start_connection(std::move(socket), shard, *metrics_dispatcher_, limits);
      }));

    const auto location = TRY(database::DatabaseLocation::parse(command_.database_url, directory_->database_file()));
    if (!location.is_postgres())
      if (auto other = TRY(directory_->lock_folder_of(location.file()))) database_directory_.emplace(std::move(*other));
    log::info("opening the database", {{"database", location.description()}});
    TRY(bring_schema_up_to_date(location));
    log::watch_statements({.slow = std::chrono::milliseconds(command_.slow_query_ms), .all = command_.log_queries});
    database_ = TRY(location.open());
    url_ = command_.url.empty() ? local_url(port) : command_.url;
    application_ = std::make_unique<Application>(
        ApplicationSettings{.data_directory = directory_->path(),
                            .editor_url = url_,
                            .sites_url = command_.sites_url.empty() ? local_url(sites_port) : command_.sites_url,
                            .seed = command_.seed,
                            .admin_email = command_.admin_email,
                            .admin_password = command_.admin_password,
                            .mail = {.smtp_url = command_.smtp_url, .from = command_.mail_from},
                            .retention = command_.retention,
                            .webhooks = command_.webhooks,
                            .forms = command_.forms,
                            .assets = command_.assets,
                            .storage = command_.storage,
                            .releases = command_.releases},
        *database_, pool_, snapshots_);
    first_run_token_ = TRY(run_to_end(application_->start()));
    dispatcher_ = std::make_unique<http::Dispatcher>(http::Router(all_routes(*application_, *database_)),
                                                     application_->authenticator(), pool_);
    auto for_visitors = application_->visitor_routes();
    std::ranges::move(application_->file_routes(), std::back_inserter(for_visitors));
    visitors_ =
        std::make_unique<http::Dispatcher>(http::Router(std::move(for_visitors)), application_->authenticator(), pool_);
    metrics_dispatcher_ = std::make_unique<http::Dispatcher>(
        http::Router(monitoring::metrics_routes(
            {.server = *server_, .database = *database_, .application = *application_, .version = version()})),
        application_->authenticator(), pool_);
    server_->run();
    maintenance_.emplace(Application::maintenance_interval, [this] { maintain(); });
    // Several, so that one peer that takes its time does not hold up the others' deliveries.
    for (int i = 0; i < workers; ++i) workers_.emplace_back(Application::work_interval, [this] { work(); });
    return {};
  }

  // What to open in a browser.
  [[nodiscard]] std::string link() const {
    return url_ + (first_run_token_.empty() ? "/page-builder" : "/page-builder/welcome?token=" + first_run_token_);
  }

  void stop() {
    maintenance_.reset();
    application_->stop_work();
    workers_.clear();
    server_->stop(grace);
    run_to_end(application_->stop());
    server_.reset();
  }

 private:
  void maintain() {
    try {
      run_to_end(application_->maintain());
    } catch (const std::exception& thrown) {
      log::error("maintenance failed", {{"cause", thrown.what()}});
    }
  }

  void work() {
    try {
      run_to_end(application_->work());
    } catch (const std::exception& thrown) {
      log::error("work in the background failed", {{"cause", thrown.what()}});
    }
  }

  const ServeCommand& command_;
  const unsigned threads_;
  std::optional<DataDirectory> directory_;
  std::optional<DataDirectory> database_directory_;  // where SQLite's file is in another one
  sites::SiteSnapshots snapshots_;
  sites::SiteServer site_server_{snapshots_,
                                 [this](auto socket, auto& shard, std::string_view received) {
                                   http::start_connection(std::move(socket), shard, *visitors_, form_limits, received);
                                 },
                                 [this](http::Request request, http::Shard& shard, auto answer) {
                                   boost::asio::co_spawn(shard.loop(),
                                                         answer_file(*visitors_, std::move(request), std::move(answer)),
                                                         boost::asio::detached);
                                 }};
  ExecutorPool pool_;
  std::unique_ptr<database::Database> database_;
  std::unique_ptr<Application> application_;
  std::unique_ptr<http::Dispatcher> dispatcher_;
  std::unique_ptr<http::Dispatcher> visitors_;  // of published sites
  std::unique_ptr<http::Dispatcher> metrics_dispatcher_;
  std::unique_ptr<http::Server> server_;
  std::string url_;
  std::string first_run_token_;
  std::optional<Periodic> maintenance_;
  std::deque<Periodic> workers_;
};

int complain(std::string_view sentence) {
  log::flush_and_stop();
  std::cerr << "pagewright: " << sentence << '\n';
  return 1;
}

int serve_until_stopped(const ServeCommand& command) {
  StopSignals signals;
  log::start(log_level(command));
  Installation installation(command);
  if (const auto started = installation.start(); !started) {
    const auto& problem = started.error();
    return complain(problem.cause.empty() ? problem.title + ": " + problem.detail : problem.cause);
  }
  std::cout << "Pagewright is ready: " << installation.link() << std::endl;

  signals.wait();
  log::info("stopping");
  installation.stop();
  log::info("stopped");
  return 0;
}

}  // namespace

int serve(const ServeCommand& command) {
  raise_descriptor_limit();
  if (sodium_init() < 0) return complain("The cryptographic library cannot be started.");
  try {
    const int exit_code = serve_until_stopped(command);
    log::flush_and_stop();
    return exit_code;
  } catch (const std::exception& thrown) {
    return complain(thrown.what());
  }
}

}  // namespace pagewright::cli
