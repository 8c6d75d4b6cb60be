// The program is killed amid writes, and the database restarted under it: nothing acknowledged is lost, nothing is half
// applied, and everything goes on by itself. PAGEWRIGHT_CRASHES sets how often (5 on each database).
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <map>
#include <memory>

#include "engine/json/value.hpp"
#include "server/crash/server_process.hpp"
#include "server/crash/writer.hpp"
#include "server/database/checking/postgres_cluster.hpp"
#include "server/database/checking/test_database.hpp"

namespace pagewright::crash {
namespace {

using database::Kind;
using database::must;

int crashes() {
  const char* wanted = std::getenv("PAGEWRIGHT_CRASHES");
  return wanted ? std::atoi(wanted) : 5;
}

std::string member(const Reply& reply, std::string_view name) {
  const auto value = json::parse(reply.body);
  return value ? std::string(json::find_string(*value, name).value_or("")) : std::string();
}

struct Crash : testing::TestWithParam<Kind> {
  // As in production: what is committed has been written to the disk.
  static void SetUpTestSuite() { database::PostgresCluster::shared(database::PostgresCluster::Disk::durable); }

  Crash() {
    server.start();
    const auto signed_in =
        ask(server.port(), "", "POST", "/auth/login",
            std::string(R"({"email":")") + admin_email + R"(","password":")" + admin_password + "\"}");
    token = member(signed_in, "accessToken");
    for (int page = 0; page < 3; ++page) {
      const auto created =
          ask(server.port(), token, "POST", "/pages", R"({"name":"Page )" + std::to_string(page) + "\"}");
      writers.push_back(std::make_unique<Writer>(member(created, "id"), token));
    }
  }
  ~Crash() override {
    for (const auto& writer : writers) writer->stop();
    server.kill();
    std::filesystem::remove_all(data);
  }

  void start_writers() {
    for (const auto& writer : writers) writer->start(server.port());
  }
  void stop_writers() {
    for (const auto& writer : writers) writer->stop();
  }
  [[nodiscard]] std::int64_t acknowledged() const {
    std::int64_t sum = 0;
    for (const auto& writer : writers) sum += writer->acknowledged();
    return sum;
  }
  void wait_for_acknowledged(std::int64_t count) const {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (acknowledged() < count && std::chrono::steady_clock::now() < deadline)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    ASSERT_GE(acknowledged(), count) << server.log();
  }

  // What the running server says of each page.
  void check_pages() const {
    for (const auto& writer : writers) {
      EXPECT_TRUE(writer->surprises().empty()) << writer->surprises().front() << server.log();
      const auto page = ask(server.port(), token, "GET", "/pages/" + writer->page_id());
      ASSERT_EQ(page.status, 200U) << page.body << server.log();
      const std::string description = member(page, "description");
      const std::int64_t stored = description.empty() ? 0 : std::stoll(description);
      EXPECT_GE(stored, writer->acknowledged());
      EXPECT_LE(stored, writer->sent());
      if (stored > 0) EXPECT_NE(page.body.find(R"("text":")" + description + "\""), std::string::npos) << page.body;
    }
  }

  // What the database says, with no server on it.
  void check_tables() const {
    const auto connection =
        must(must(database::DatabaseLocation::parse(url(), data / "pagewright.db")).open_exclusively());
    const auto none = [&](const std::string& what) {
      EXPECT_EQ(must(connection->query("SELECT count(*) FROM " + what)).front().integer(0), 0) << what;
    };
    // Each change is one transaction: its operations, its version, its event and its audit row.
    none("outbox o LEFT JOIN audit_log a ON a.subject_id = o.subject_id AND a.detail = o.payload WHERE a.id IS NULL");
    none(
        "audit_log a LEFT JOIN outbox o ON a.subject_id = o.subject_id AND a.detail = o.payload WHERE o.id IS NULL AND "
        "a.action LIKE 'page.%'");
    none("pages p WHERE latest_version_number <> (SELECT count(*) FROM page_versions v WHERE v.page_id = p.id)");
    none("pages p WHERE latest_version_number <> (SELECT count(*) FROM outbox o WHERE o.subject_id = p.id)");
    none(
        "page_branches b WHERE sequence <> (SELECT COALESCE(MAX(o.sequence), 0) FROM page_operations o WHERE o.page_id "
        "= b.page_id)");
    none(
        "page_operations o WHERE sequence > 1 AND NOT EXISTS (SELECT 1 FROM page_operations e WHERE e.page_id = "
        "o.page_id AND e.sequence = o.sequence - 1) AND sequence > (SELECT MIN(m.sequence) FROM page_operations m "
        "WHERE m.page_id = o.page_id)");
  }

  [[nodiscard]] std::string url() const { return GetParam() == Kind::postgres ? place.url() : std::string(); }

  database::TestDatabase place{GetParam(), database::TestDatabase::Contents::nothing};
  std::filesystem::path data =
      std::filesystem::temp_directory_path() / ("pagewright-crash-" + std::to_string(::getpid()));
  ServerProcess server{data, url()};
  std::string token;
  std::vector<std::unique_ptr<Writer>> writers;
};

INSTANTIATE_TEST_SUITE_P(On, Crash, testing::Values(Kind::sqlite, Kind::postgres), testing::PrintToStringParamName());

TEST_P(Crash, AKilledServerLosesNothingThatItAcknowledged) {
  for (int crash = 0; crash < crashes(); ++crash) {
    start_writers();
    wait_for_acknowledged(acknowledged() + 3);
    std::this_thread::sleep_for(std::chrono::microseconds(crash * 7919 % 20'000));
    server.kill();
    stop_writers();
    check_tables();
    server.start();
    check_pages();
    if (HasFailure()) break;
  }
}

TEST_P(Crash, ADatabaseOfANewerPagewrightIsLeftAlone) {
  server.kill();
  const auto connect = [&] {
    return must(must(database::DatabaseLocation::parse(url(), data / "pagewright.db")).open_exclusively());
  };
  must(connect()->execute("INSERT INTO schema_migrations (number, name, applied_at) VALUES (9999, 'future', 0)"));
  try {
    server.start();
    ADD_FAILURE() << "it runs on a schema that it does not know";
  } catch (const std::runtime_error& refused) {
    EXPECT_NE(std::string_view(refused.what()).find("the database has schema 9999"), std::string_view::npos)
        << refused.what();
  }
  must(connect()->execute("DELETE FROM schema_migrations WHERE number = 9999"));
  server.start();
  check_pages();
}

struct PostgresCrash : Crash {
  // Each time in another way, and up again.
  static void go_down(database::PostgresCluster& cluster, int time) {
    using Cluster = database::PostgresCluster;
    const std::array ways{&Cluster::kill, &Cluster::stop, &Cluster::kill_a_connection, &Cluster::stop_abruptly};
    const auto way = ways[static_cast<std::size_t>(time) % ways.size()];
    (cluster.*way)();
    if (way == &Cluster::kill_a_connection) return;  // comes back by itself
    // Long enough that some are refused.
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    cluster.start();
  }
  void check_that_writing_goes_on() const { wait_for_acknowledged(acknowledged() + 5); }
};
INSTANTIATE_TEST_SUITE_P(On, PostgresCrash, testing::Values(Kind::postgres), testing::PrintToStringParamName());

TEST_P(PostgresCrash, ARestartedDatabaseIsReachedAgainByItself) {
  auto& cluster = database::PostgresCluster::shared();
  start_writers();
  for (int crash = 0; crash < crashes(); ++crash) {
    wait_for_acknowledged(acknowledged() + 3);
    go_down(cluster, crash);
    check_that_writing_goes_on();
    if (HasFailure()) break;
  }
  stop_writers();
  check_pages();
  std::int64_t refusals = 0;
  for (const auto& writer : writers) refusals += writer->refusals();
  EXPECT_GT(refusals, 0);
  EXPECT_EQ(server.log().find("secret"), std::string::npos);
  server.kill();
  check_tables();
}

}  // namespace
}  // namespace pagewright::crash
