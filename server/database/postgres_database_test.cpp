// What is PostgreSQL's own: connections that are lost and come back, and commits whose answer is lost.
// database_contract_test.cpp has what both databases promise.
#include "server/database/postgres_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <future>
#include <thread>

#include "server/database/checking/postgres_cluster.hpp"
#include "server/database/checking/test_database.hpp"
#include "server/database/migrations.hpp"
#include "server/jobs/run_to_end.hpp"

namespace pagewright::database {
namespace {

using namespace std::chrono_literals;

struct PostgresDatabaseTest : testing::Test {
  PostgresDatabaseTest() {
    must(run_to_end(database->write([](Connection& connection) {
      return connection.run_script("CREATE TABLE notes (body TEXT NOT NULL UNIQUE)");
    })));
  }

  Outcome<std::int64_t> add(const std::string& body) {
    return run_to_end(database->write(
        [body](Connection& connection) { return connection.execute("INSERT INTO notes (body) VALUES ($1)", {body}); }));
  }
  Outcome<std::int64_t> count() {
    return run_to_end(database->read([](Connection& connection) -> Outcome<std::int64_t> {
      return TRY(connection.query("SELECT count(*) FROM notes")).front().integer(0);
    }));
  }
  // On a connection of its own.
  Rows query(std::string_view sql) {
    const auto connection = must(PostgresConnection::open(place.url()));
    return must(connection->query(sql));
  }
  // Ends the connections of the database under test that do something of this kind: "write", "COMMIT".
  bool terminate(std::string_view doing) {
    return !query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
                "pg_backend_pid() AND " +
                std::string(doing))
                .empty();
  }
  void wait_until_terminated(std::string_view doing) {
    while (!terminate(doing)) std::this_thread::sleep_for(5ms);
  }
  template <typename Try>
  auto eventually(Try attempt) {
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    auto result = attempt();
    while (!result && std::chrono::steady_clock::now() < deadline) {
      std::this_thread::sleep_for(10ms);
      result = attempt();
    }
    return result;
  }

  TestDatabase place{Kind::postgres, TestDatabase::Contents::nothing};
  std::unique_ptr<PostgresDatabase> database = must(PostgresDatabase::open(place.url()));
};

TEST_F(PostgresDatabaseTest, ConnectionsThatEndedWhileIdleAreMadeAnew) {
  must(add("one"));
  must(count());
  EXPECT_TRUE(terminate("true"));
  std::this_thread::sleep_for(100ms);
  EXPECT_EQ(must(add("two")), 1);  // nobody notices
  for (int reader = 0; reader < 8; ++reader) EXPECT_EQ(must(count()), 2);
}

TEST_F(PostgresDatabaseTest, AServerThatIsDownIsUnavailableAndComesBack) {
  must(add("one"));
  PostgresCluster::shared().stop();
  const auto refused = add("two");
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(ProblemKind::unavailable));
  EXPECT_THAT(refused.error().detail, testing::HasSubstr("Nothing was changed"));
  EXPECT_EQ(refused.error().retry_after, 1U);
  // At once, without asking again each time.
  const auto begun = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) EXPECT_FALSE(add("two"));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
  // Meanwhile the readers have waited longer and longer between their attempts.
  while (std::chrono::steady_clock::now() - begun < 1500ms) {
    EXPECT_FALSE(count());
    std::this_thread::sleep_for(1ms);
  }

  PostgresCluster::shared().start();
  EXPECT_EQ(must(eventually([&] { return add("two"); })), 1);
  for (int reader = 0; reader < 8; ++reader) EXPECT_EQ(must(count()), 2);  // no longer than the writer
}

TEST_F(PostgresDatabaseTest, ALostConnectionFailsTheJobUnderWayAndNothingOfItStays) {
  for (const bool posted : {false, true}) {
    const auto lost = run_to_end(database->write([&](Connection& connection) -> Outcome<void> {
      TRY(connection.execute("INSERT INTO notes (body) VALUES ('half')"));
      EXPECT_TRUE(terminate("state = 'idle in transaction'"));
      if (posted) return connection.post("INSERT INTO notes (body) VALUES ('other half')");
      TRY(connection.execute("INSERT INTO notes (body) VALUES ('other half')"));
      return {};
    }));
    ASSERT_FALSE(lost);
    EXPECT_TRUE(lost.error().is(ProblemKind::unavailable)) << lost.error().cause;
    EXPECT_EQ(must(eventually([&] { return count(); })), 0);
  }
  EXPECT_EQ(must(eventually([&] { return add("next"); })), 1);
}

TEST_F(PostgresDatabaseTest, AConnectionLostBeforeTheEndOfACommitTellsThatNothingWasStored) {
  must(run_to_end(database->write([](Connection& connection) {
    return connection.run_script(
        "CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NULL; END'; "
        "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE "
        "FUNCTION linger()");
  })));
  const std::jthread killer([&] { wait_until_terminated("query = 'COMMIT' AND wait_event = 'PgSleep'"); });
  const auto lost = add("lost");
  ASSERT_FALSE(lost);
  EXPECT_TRUE(lost.error().is(ProblemKind::unavailable)) << lost.error().cause;
  EXPECT_THAT(lost.error().detail, testing::HasSubstr("Nothing was changed"));
  EXPECT_EQ(must(count()), 0);
}

TEST_F(PostgresDatabaseTest, ACommitMayTakeLongerThanAStatement) {
  must(run_to_end(database->write([](Connection& connection) {
    return connection.run_script(
        "CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.9); RETURN NULL; END'; "
        "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON notes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE "
        "FUNCTION linger()");
  })));
  database.reset();
  database = must(PostgresDatabase::open(place.url(), 300ms));
  EXPECT_EQ(must(add("kept")), 1);
  EXPECT_EQ(must(count()), 1);
}

TEST_F(PostgresDatabaseTest, LimitsThatTheOperatorHasSetHold) {
  database.reset();
  database = must(PostgresDatabase::open(place.url() + "&options=-c%20statement_timeout%3D1234"));
  const auto limit = must(
      run_to_end(database->read([](Connection& connection) { return connection.query("SHOW statement_timeout"); })));
  EXPECT_EQ(limit.front().text(0), "1234ms");
}

// A commit waits for a standby that does not exist: it is done, and its answer never comes.
TEST_F(PostgresDatabaseTest, AConnectionLostAfterACommitTellsThatItWasStored) {
  const auto set_standby = [](const std::string& name) {
    const auto connection = must(PostgresConnection::open(PostgresCluster::shared().url("postgres")));
    must(connection->run_script("ALTER SYSTEM SET synchronous_standby_names = '" + name + "'"));
    must(connection->run_script("SELECT pg_reload_conf()"));
    while (must(connection->query("SHOW synchronous_standby_names")).front().text(0) != name)
      std::this_thread::sleep_for(5ms);
  };
  set_standby("nobody");
  // PostgreSQL's processes learn of the standby one after the other: a commit may still get through.
  std::optional<Outcome<std::int64_t>> result;
  std::int64_t added = 0;
  for (bool is_lost = false; !is_lost && added < 100; ++added) {
    const std::jthread killer([&](const std::stop_token& answered) {
      while (!is_lost && !answered.stop_requested()) {
        is_lost = terminate("query = 'COMMIT' AND wait_event = 'SyncRep'");
        std::this_thread::sleep_for(5ms);
      }
    });
    result = add("kept " + std::to_string(added));
  }
  set_standby("");
  EXPECT_LT(added, 100);
  EXPECT_EQ(must(*result), 1);
  EXPECT_EQ(must(count()), added);
}

TEST_F(PostgresDatabaseTest, OnlyOneServerAtATimeWrites) {
  // Both wait for the claim for a while.
  auto exclusive = std::async(std::launch::async, [&] { return place.location().open_exclusively(); });
  const auto second = PostgresDatabase::open(place.url());
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error().cause, testing::HasSubstr("Another Pagewright is using this database"));
  EXPECT_FALSE(exclusive.get());
  database.reset();
  EXPECT_TRUE(PostgresDatabase::open(place.url()));
}

// PostgreSQL ends all connections when one of its processes crashes. What is sent then finds nobody, and the farewell
// that is still to be read is only a warning.
TEST_F(PostgresDatabaseTest, AFarewellThatIsOnlyAWarningIsALostConnection) {
  const auto connection = must(PostgresConnection::open(place.url()));
  must(connection->query("SELECT 1"));
  const auto crashed = must(PostgresConnection::open(place.url()));
  ASSERT_EQ(::kill(crashed->backend(), SIGKILL), 0);
  std::this_thread::sleep_for(200ms);
  const auto answer = connection->query("SELECT 1");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, ProblemKind::unavailable) << answer.error().cause;
  EXPECT_FALSE(connection->is_alive());
  EXPECT_TRUE(eventually([&] { return count(); }));
}

TEST(PostgresConnections, RefuseADatabaseThatIsNotInUtf8) {
  const auto server = must(PostgresConnection::open(PostgresCluster::shared().url("postgres")));
  must(server->run_script("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0"));
  const auto opened = PostgresConnection::open(PostgresCluster::shared().url("latin"));
  must(server->run_script("DROP DATABASE latin WITH (FORCE)"));
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().cause, testing::HasSubstr("encoded in LATIN1, and Pagewright needs UTF-8"));
}

TEST(PostgresConnections, MigratedTablesSortByBytesWhateverTheDatabasesOrder) {
  const auto server = must(PostgresConnection::open(PostgresCluster::shared().url("postgres")));
  must(server->run_script("CREATE DATABASE english TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'en-US'"));
  {
    const auto connection = must(PostgresConnection::open(PostgresCluster::shared().url("english")));
    ASSERT_EQ(must(connection->query("SELECT 'b' < 'C'")).front().integer(0), 1);
    must(Migrator(*connection, must(read_migrations())).run());
    must(connection->run_script("INSERT INTO organisations VALUES ('b', '', 'b', 0, 0), ('C', '', 'C', 0, 0)"));
    const auto rows = must(connection->query("SELECT id FROM organisations ORDER BY id"));
    EXPECT_EQ(rows[0].text(0), "C");
    EXPECT_EQ(must(connection->query("SELECT id FROM organisations ORDER BY slug"))[0].text(0), "C");
  }
  must(server->run_script("DROP DATABASE english WITH (FORCE)"));
}

TEST(PostgresConnections, AServerThatIsNotThereIsAClearError) {
  const auto opened = PostgresConnection::open("postgres://nobody:secret@/nowhere?host=/nonexistent");
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().is(ProblemKind::unavailable));
  EXPECT_THAT(opened.error().cause, testing::HasSubstr("/nonexistent"));
  EXPECT_THAT(opened.error().cause, testing::Not(testing::HasSubstr("secret")));
}

}  // namespace
}  // namespace pagewright::database
