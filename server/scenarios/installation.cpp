#include "server/scenarios/installation.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <new>
#include <ranges>
#include <stdexcept>

#include "server/base/digest.hpp"
#include "server/base/uuid.hpp"
#include "server/database/copy.hpp"
#include "server/environments/environment_records.hpp"
#include "server/jobs/run_to_end.hpp"
#include "server/scenarios/described_answers.hpp"
#include "server/tokens/design_system_store.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::scenarios {
namespace {

using database::must;

// As cheap to check as the algorithm allows, since every installation signs four people in: a hash says itself what it
// cost.
const std::string& known_hash() {
  static const std::string hash = [] {
    std::array<char, crypto_pwhash_STRBYTES> made;
    if (crypto_pwhash_str_alg(made.data(), password.data(), password.size(), crypto_pwhash_argon2id_OPSLIMIT_MIN,
                              crypto_pwhash_argon2id_MEMLIMIT_MIN, crypto_pwhash_ALG_ARGON2ID13) != 0)
      throw std::bad_alloc();
    return std::string(made.data());
  }();
  return hash;
}

std::string email_of(As caller) {
  switch (caller) {
    case As::nobody:
      break;
    case As::viewer:
      return "viewer@riverside.example";
    case As::editor:
      return "editor@riverside.example";
    case As::admin:
      return "admin@riverside.example";
    case As::stranger:
      return "admin@elsewhere.example";
  }
  return {};
}

}  // namespace

json::Value Answer::json() const {
  auto value = json::parse(body);
  return value ? std::move(*value) : json::Value();
}

std::string Answer::text(std::string_view member) const {
  const json::Value value = json();
  return std::string(json::find_string(value, member).value_or(""));
}

std::string_view Answer::header(std::string_view name) const {
  for (const auto& header : headers)
    if (header.name == name) return header.value;
  return {};
}

std::string Answer::refresh_cookie() const {
  const std::string_view cookie = header("Set-Cookie");
  return std::string(cookie.substr(0, cookie.find(';')));
}

Installation::Installation(Options options) : options_(std::move(options)) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
  directory_ = std::filesystem::temp_directory_path() / ("pagewright-scenario-" + random_secret(9));
  std::filesystem::create_directories(directory_);
  if (options_.on == nullptr) place_ = std::make_unique<database::TestDatabase>(options_.database);
  start();
  if (options_.people) add_people();
}

Installation::~Installation() {
  stop();
  place_.reset();
  std::filesystem::remove_all(directory_);
}

void Installation::start() {
  database_ = must(place().location().open());
  if (options_.is_explained)
    database_ = std::make_unique<database::ExplainedDatabase>(std::move(database_), place().kind());
  application_ = std::make_unique<Application>(ApplicationSettings{.data_directory = directory_,
                                                                   .editor_url = "http://editor.example",
                                                                   .sites_url = "http://sites.example",
                                                                   .seed = options_.seed,
                                                                   .admin_email = options_.admin_email,
                                                                   .admin_password = options_.admin_password,
                                                                   .rooms_in_memory = options_.rooms_in_memory,
                                                                   .components = options_.components,
                                                                   .mail = options_.mail,
                                                                   .retention = options_.retention,
                                                                   .webhooks = options_.webhooks,
                                                                   .forms = options_.forms,
                                                                   .assets = options_.assets,
                                                                   .releases = options_.releases,
                                                                   .clock = [this] { return now(); }},
                                               *database_, pool_, sites_);
  first_run_token_ = must(run_to_end(application_->start()));
  router_.emplace(application_->routes());
  dispatcher_ = std::make_unique<http::Dispatcher>(router(), application_->authenticator(), pool_);
  auto for_visitors = application_->visitor_routes();
  std::ranges::move(application_->file_routes(), std::back_inserter(for_visitors));
  visitors_ =
      std::make_unique<http::Dispatcher>(http::Router(std::move(for_visitors)), application_->authenticator(), pool_);
}

void Installation::stop() {
  dispatcher_.reset();
  visitors_.reset();
  application_.reset();
  database_.reset();
}

void Installation::restart_abruptly() {
  stop();
  start();
}

void Installation::move_to(database::Kind kind) {
  stop();
  auto target = std::make_unique<database::TestDatabase>(kind, database::TestDatabase::Contents::nothing);
  {
    const auto from = must(place().location().open_exclusively());
    const auto to = must(target->location().open_exclusively());
    must(database::copy_database(*from, *to, must(database::read_migrations())));
  }
  place_ = std::move(target);
  start();
}

void Installation::become(const std::filesystem::path& backup, database::Kind kind) {
  stop();
  std::filesystem::remove_all(directory_);
  std::filesystem::create_directories(directory_);
  auto target = std::make_unique<database::TestDatabase>(kind, database::TestDatabase::Contents::nothing);
  must(backup::restore(backup, {directory_, target->location()}));
  place_ = std::move(target);
  start();
}

void Installation::restart_with(std::vector<render::ComponentSource> components) {
  options_.components = std::move(components);
  restart_abruptly();
}

void Installation::add_people() {
  must(run_to_end(database_->write([](database::Connection& connection) -> Outcome<void> {
    const Milliseconds now = now_milliseconds();
    const auto home = TRY(organisations::all(connection)).front();
    const organisations::Organisation other{.id = new_uuid(), .name = "Elsewhere", .slug = "elsewhere"};
    TRY(organisations::insert(connection, other, now));
    TRY(environments::ensure(connection, other.id, "http://elsewhere.example", now));
    const auto design = TRY(tokens::find(connection, home.id));
    TRY(tokens::insert(
        connection,
        {.id = new_uuid(), .organization_id = other.id, .name = "Other", .tokens = design->tokens, .updated_at = now}));
    const auto add = [&](As caller, http::Role role, const organisations::Organisation& organisation) {
      const std::string email = email_of(caller);
      return users::insert(connection,
                           {.id = new_uuid(),
                            .email = email,
                            .name = email.substr(0, email.find('@')),
                            .password_hash = known_hash(),
                            .role = role,
                            .organisation = organisation},
                           now);
    };
    TRY(add(As::viewer, http::Role::viewer, home));
    TRY(add(As::editor, http::Role::editor, home));
    TRY(add(As::admin, http::Role::admin, home));
    return add(As::stranger, http::Role::admin, other);
  })));
  for (const As caller : {As::viewer, As::editor, As::admin, As::stranger}) {
    const auto answer = post(As::nobody, "/auth/login",
                             R"({"email":")" + email_of(caller) + R"(","password":")" + std::string(password) + "\"}");
    tokens_[static_cast<std::size_t>(caller)] = answer.text("accessToken");
  }
}

Answer Installation::request(As caller, http::Method method, const std::string& path, const std::string& body,
                             std::vector<http::Header> headers) {
  http::Request request{.method = method, .target = "/api/v1" + path, .headers = std::move(headers), .body = body};
  request.remote_address = "192.0.2.1";
  if (caller != As::nobody) request.headers.push_back({"Authorization", "Bearer " + token(caller)});
  if (!body.empty()) request.headers.push_back({"Content-Type", "application/json"});
  const http::Response response = run_to_end(dispatcher_->respond(request));
  expect_described(request, response);
  return {.status = response.status, .body = std::string(response.body.view()), .headers = response.headers};
}

Answer Installation::send_form(const std::string& path, const std::string& body, const std::string& address) {
  return visit(http::Method::post, path, {}, body, address);
}

Answer Installation::visit(http::Method method, const std::string& target, std::vector<http::Header> headers,
                           const std::string& body, const std::string& address) {
  http::Request request{.method = method, .target = target, .headers = std::move(headers), .body = body};
  request.remote_address = address;
  if (!body.empty()) request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
  const http::Response response = run_to_end(visitors_->respond(request));
  return {.status = response.status, .body = std::string(response.body.view()), .headers = response.headers};
}

Answer Installation::upload(As caller, const std::string& name, const std::string& bytes) {
  return request(caller, http::Method::post, "/assets?name=" + name, bytes,
                 {{"Content-Type", "application/octet-stream"}});
}

Answer Installation::get_file(const std::string& path, std::vector<http::Header> headers) {
  http::Request request{.method = http::Method::get, .target = path, .headers = std::move(headers)};
  const http::Response response = run_to_end(visitors_->respond(request));
  return {.status = response.status, .body = std::string(response.body.view()), .headers = response.headers};
}

// An answer that the API's documentation does not tell of fails the test, whatever it is about.
void Installation::expect_described(const http::Request& request, const http::Response& response) {
  static DescribedAnswers answers;
  const http::Route* route = router_->find(request.method, request.path).route;
  if (route == nullptr) return;
  const std::string fault = answers.fault_of(*route, response);
  EXPECT_TRUE(fault.empty()) << http::name_of(request.method) << " " << request.path << " → " << response.status << ": "
                             << fault << "\n"
                             << response.body.view().substr(0, 1000);
}

void Installation::pass(std::chrono::milliseconds time) {
  passed_ += time.count();
  run_to_end(application_->maintain());
  run_to_end(application_->work());
}

void Installation::work() {
  run_to_end(application_->work());
}

std::string Installation::create_page(const std::string& name, const std::string& more_members) {
  const auto answer =
      post(As::editor, "/pages", R"({"name":")" + name + "\"" + (more_members.empty() ? "" : "," + more_members) + "}");
  if (answer.status != 201) throw std::runtime_error("the page was not created: " + answer.body);
  return answer.text("id");
}

std::vector<std::string> Installation::events() {
  return must(run_to_end(database_->read([](database::Connection& connection) -> Outcome<std::vector<std::string>> {
    std::vector<std::string> types;
    const auto rows = TRY(connection.query("SELECT type FROM outbox ORDER BY id"));
    for (const auto row : rows) types.push_back(row.text(0));
    std::vector<std::string> audited;
    // Sign-ins are audited, and are no events.
    const auto entries =
        TRY(connection.query("SELECT action FROM audit_log WHERE substr(action, 1, 8) <> 'sign_in.' ORDER BY id"));
    for (const auto row : entries) audited.push_back(row.text(0));
    // Events are forgotten after a time, the oldest first; the audit log is for ever.
    const std::size_t forgotten = audited.size() - std::min(types.size(), audited.size());
    if (!std::ranges::equal(types, audited | std::views::drop(forgotten)))
      return std::unexpected(Problem::internal("the audit log differs from the outbox"));
    return audited;
  })));
}

std::int64_t Installation::count(const std::string& sql) {
  return must(run_to_end(database_->read([&](database::Connection& connection) -> Outcome<std::int64_t> {
    return TRY(connection.query(sql)).front().integer(0);
  })));
}

Outcome<void> Installation::run_sql(const std::string& sql) {
  return run_to_end(database_->write([&](database::Connection& connection) { return connection.run_script(sql); }));
}

void Installation::refuse_inserts(const std::string& table) {
  refuse(table, "INSERT", "");
}

void Installation::refuse_updates(const std::string& table, const std::string& condition) {
  refuse(table, "UPDATE", "WHEN (" + condition + ") ");
}

void Installation::refuse(const std::string& table, const std::string& change, const std::string& condition) {
  const std::string trigger = "CREATE TRIGGER full_" + table + " BEFORE " + change + " ON " + table + " ";
  if (place().kind() == database::Kind::sqlite) {
    must(run_sql(trigger + condition + "BEGIN SELECT RAISE(ABORT, 'full'); END"));
  } else {
    must(
        run_sql("CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION "
                "''could not extend file'' USING ERRCODE = ''disk_full''; END'; " +
                trigger + "FOR EACH ROW " + condition + "EXECUTE FUNCTION refuse()"));
  }
}

void Installation::accept(const std::string& table) {
  must(run_sql("DROP TRIGGER full_" + table +
               (place().kind() == database::Kind::sqlite ? std::string() : " ON " + table)));
}

}  // namespace pagewright::scenarios
