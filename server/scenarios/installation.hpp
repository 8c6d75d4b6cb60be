// A whole server in one process, without sockets: for tests that say what a client asks and what must come of it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "server/application.hpp"
#include "server/backup/backup.hpp"
#include "server/database/checking/explained_database.hpp"
#include "server/http/dispatcher.hpp"

namespace pagewright::scenarios {

enum class As : std::uint8_t {
  nobody,
  viewer,
  editor,
  admin,
  stranger
};  // the stranger administers another organisation

struct Answer {
  unsigned status = 0;
  std::string body;
  std::vector<http::Header> headers;

  [[nodiscard]] json::Value json() const;
  [[nodiscard]] std::string text(std::string_view member) const;  // of the body; empty where it is no text
  [[nodiscard]] std::string_view header(std::string_view name) const;
  // The refresh cookie that it sets, without attributes.
  [[nodiscard]] std::string refresh_cookie() const;
};

// On which database the scenarios run; server_scenarios_postgres_test is of the same tests with the other value.
extern const database::Kind database_kind;

class Installation {
 public:
  struct Options {
    bool seed = false;
    bool people = true;  // a user for each role, and another organisation
    std::string admin_email = {};
    std::string admin_password = {};
    std::size_t rooms_in_memory = 128;
    std::vector<render::ComponentSource> components = {};  // in place of the built-in ones of their names
    database::Kind database = database_kind;
    const database::TestDatabase* on = nullptr;  // another installation's database, which outlives this
    bool is_explained = false;                   // the database says how it finds rows: explained()
    mail::Settings mail = {};
    retention::Policy retention = {};
    webhooks::Settings webhooks = {};
    forms::Settings forms = {};
    assets::Settings assets = {};
    releases::Settings releases = {};
  };
  Installation() : Installation(Options{}) {}
  explicit Installation(Options options);
  ~Installation();

  // Stops without storing anything that is not yet in the database, and starts again on the same directory.
  void restart_abruptly();
  // The same, as a program whose library has these components in place of those of their names.
  void restart_with(std::vector<render::ComponentSource> components);

  // Stops, copies everything into an empty database, and starts again on that.
  void move_to(database::Kind kind);

  // Where it lives, for backups of it; and stops, and starts again as what a backup is restored to, with another data
  // directory and an empty database.
  [[nodiscard]] backup::Installation installed() const { return {directory_, place().location()}; }
  void become(const std::filesystem::path& backup, database::Kind kind);

  Answer request(As caller, http::Method method, const std::string& path, const std::string& body = {},
                 std::vector<http::Header> headers = {});
  Answer get(As caller, const std::string& path) { return request(caller, http::Method::get, path); }
  Answer post(As caller, const std::string& path, const std::string& body = {}) {
    return request(caller, http::Method::post, path, body);
  }
  Answer put(As caller, const std::string& path, const std::string& body) {
    return request(caller, http::Method::put, path, body);
  }
  // A form that a visitor of a published page sends: `body` as a browser writes it.
  Answer send_form(const std::string& path, const std::string& body, const std::string& address = "192.0.2.7");
  // What a visitor of the sites listener asks of the routes that are there for them.
  Answer visit(http::Method method, const std::string& target, std::vector<http::Header> headers = {},
               const std::string& body = {}, const std::string& address = "192.0.2.7");
  Answer remove(As caller, const std::string& path) { return request(caller, http::Method::delete_, path); }

  // A file as a program sends it: its bytes are the body.
  Answer upload(As caller, const std::string& name, const std::string& bytes);
  // What anyone gets at an address of the sites listener or the editor's that begins with /assets.
  Answer get_file(const std::string& path, std::vector<http::Header> headers = {});

  // A new page made by the editor: its id.
  std::string create_page(const std::string& name, const std::string& more_members = {});
  // Lets time pass for the pages' histories and the work in the background, and does what is then due.
  void pass(std::chrono::milliseconds time);
  // What the pages' histories and the work in the background take for the present.
  [[nodiscard]] Milliseconds now() const { return now_milliseconds() + passed_; }
  // Does the work in the background that is due.
  void work();
  // The types of all events so far, in order; the audit log must say the same.
  std::vector<std::string> events();
  std::int64_t count(const std::string& sql);
  Outcome<void> run_sql(const std::string& sql);
  // From now on the database refuses every new row of a table, as it does on a full disk, or no longer.
  void refuse_inserts(const std::string& table);
  void accept_inserts(const std::string& table) { accept(table); }
  // The same of the updates of a table's rows of which `condition` is true, in terms of OLD and NEW.
  void refuse_updates(const std::string& table, const std::string& condition);
  void accept_updates(const std::string& table) { accept(table); }

  [[nodiscard]] const std::string& token(As caller) const { return tokens_[static_cast<std::size_t>(caller)]; }
  [[nodiscard]] const std::string& first_run_token() const { return first_run_token_; }
  [[nodiscard]] Application& application() { return *application_; }
  [[nodiscard]] database::Database& database() { return *database_; }
  [[nodiscard]] database::ExplainedDatabase& explained() {
    return dynamic_cast<database::ExplainedDatabase&>(*database_);
  }
  [[nodiscard]] http::Router router() { return http::Router(application_->routes()); }
  [[nodiscard]] sites::SiteSnapshots& sites() { return sites_; }
  [[nodiscard]] const database::TestDatabase& place() const { return options_.on != nullptr ? *options_.on : *place_; }

 private:
  void start();
  void stop();
  void add_people();
  void refuse(const std::string& table, const std::string& change, const std::string& condition);
  void accept(const std::string& table);
  void expect_described(const http::Request& request, const http::Response& response);

  Options options_;
  std::atomic<Milliseconds> passed_{0};
  std::filesystem::path directory_;
  ExecutorPool pool_{2};
  sites::SiteSnapshots sites_;
  std::unique_ptr<database::TestDatabase> place_;
  std::unique_ptr<database::Database> database_;
  std::unique_ptr<Application> application_;
  std::optional<http::Router> router_;
  std::unique_ptr<http::Dispatcher> dispatcher_;
  std::unique_ptr<http::Dispatcher> visitors_;
  std::string first_run_token_;
  std::array<std::string, 5> tokens_;
};

inline constexpr std::string_view password = "correct horse battery";

// A request, who makes it, and what must be true of the answer.
struct Scenario {
  std::string name;
  As caller = As::nobody;
  http::Method method = http::Method::get;
  std::string path;
  std::string body = {};
  unsigned status = 200;
  std::vector<std::string> contains = {};
  std::vector<std::string> absent = {};
  std::vector<std::string> events = {};  // that it causes; nothing else may happen
};
void check(Installation& installation, const Scenario& scenario);

}  // namespace pagewright::scenarios
