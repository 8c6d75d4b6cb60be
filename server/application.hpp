// All features of the server, put together: what main needs to start, to listen and to stop.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/render/library.hpp"
#include "server/assets/asset_service.hpp"
#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/forms/submission_service.hpp"
#include "server/http/caller.hpp"
#include "server/http/router.hpp"
#include "server/jobs/executor_pool.hpp"
#include "server/mail/mailer.hpp"
#include "server/releases/release_retention.hpp"
#include "server/retention/policy.hpp"
#include "server/sites/site_snapshot.hpp"
#include "server/storage/stores.hpp"
#include "server/webhooks/courier.hpp"

namespace pagewright {

struct ApplicationSettings {
  std::filesystem::path data_directory;  // exists; the signing secret is kept here
  std::string editor_url;                // where the editor is reached, for links in e-mails: "http://localhost:3001"
  std::string sites_url;                 // where published sites are reached: "http://localhost:3002"
  bool seed = true;                      // a sample organisation where there is none
  std::string admin_email = {};          // with admin_password: this administrator is created where there is none
  std::string admin_password = {};
  std::size_t rooms_in_memory = 128;                     // pages that nobody edits at the moment
  std::vector<render::ComponentSource> components = {};  // in place of the built-in ones of their names
  mail::Settings mail = {};
  retention::Policy retention = {};
  webhooks::Settings webhooks = {};
  forms::Settings forms = {};
  assets::Settings assets = {};
  storage::Settings storage = {};
  releases::Settings releases = {};
  std::function<Milliseconds()> clock = now_milliseconds;  // of the pages' histories and of work in the background
};

class Application {
 public:
  // The schema is up to date. All references must outlive the application. Throws std::runtime_error where the data
  // directory or the built-in library is not usable.
  Application(ApplicationSettings settings, database::Database& database, ExecutorPool& pool,
              sites::SiteSnapshots& sites);
  ~Application();

  // Once, before listening: seeds, creates the administrator, loads the published sites. Gives the one-time token of
  // the first-run link where no administrator exists; otherwise an empty string.
  [[nodiscard]] Task<Outcome<std::string>> start();

  // Every few seconds: the versions and snapshots that are due. And a look whether another server may have written to
  // the database: then nothing that is in memory counts any more.
  [[nodiscard]] Task<void> maintain();
  static constexpr std::chrono::seconds maintenance_interval{15};

  // Every half second, on several threads at once if need be: passes events on to webhooks, and does the work in the
  // background that is due.
  [[nodiscard]] Task<void> work();
  static constexpr std::chrono::milliseconds work_interval{500};
  // From any thread: work() ends after what it is at.
  void stop_work();

  // How many pages are in memory.
  [[nodiscard]] std::size_t open_pages() const;

  // Once, after listening has ended: closes open pages and stores their snapshots. Nothing acknowledged depends on it.
  [[nodiscard]] Task<void> stop();

  // All routes under /api/v1. They refer to the application.
  [[nodiscard]] std::vector<http::Route> routes();

  // Files for everyone who knows their address, on the editor's listener and on that of the sites. They refer to the
  // application.
  [[nodiscard]] std::vector<http::Route> file_routes();

  // What visitors of published pages send to the sites listener. They refer to the application.
  [[nodiscard]] std::vector<http::Route> visitor_routes();

  [[nodiscard]] http::Authenticator& authenticator();

 private:
  Task<void> look_for_interruptions();

  struct Features;
  std::unique_ptr<Features> features_;
  std::uint64_t interruptions_ = 0;  // of the database, that were dealt with
  bool is_site_outdated_ = false;    // since one of them the published pages have not been read
};

}  // namespace pagewright
