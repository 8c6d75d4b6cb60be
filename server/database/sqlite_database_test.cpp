#include "server/database/sqlite_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "server/jobs/run_to_end.hpp"

namespace pagewright::database {
namespace {

namespace fs = std::filesystem;

struct SqliteDatabaseTest : testing::Test {
  SqliteDatabaseTest() {
    folder = fs::temp_directory_path() / ("pagewright-database-" + std::to_string(::getpid()) + "-" +
                                          testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder);
    fs::create_directories(folder);
    database = SqliteDatabase::open(folder / "test.db").value();
    run_to_end(database->write([](Connection& connection) {
      return connection.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE, bytes BLOB)");
    })).value();
  }
  ~SqliteDatabaseTest() override {
    database.reset();
    fs::remove_all(folder);
  }

  Task<Outcome<std::int64_t>> add(std::string body) {
    return database->write(
        [body](Connection& connection) { return connection.execute("INSERT INTO notes (body) VALUES ($1)", {body}); });
  }
  std::int64_t count() {
    return run_to_end(database->read([](Connection& connection) -> Outcome<std::int64_t> {
             const auto rows = TRY(connection.query("SELECT count(*) FROM notes"));
             return rows.front().integer(0);
           }))
        .value();
  }

  fs::path folder;
  std::unique_ptr<SqliteDatabase> database;
};

TEST_F(SqliteDatabaseTest, WhatIsWrittenIsRead) {
  EXPECT_EQ(run_to_end(add("one")), 1);
  EXPECT_EQ(count(), 1);
}

TEST_F(SqliteDatabaseTest, ParametersAreTakenByTheirNumber) {
  const auto rows = run_to_end(database->read([](Connection& connection) {
                      return connection.query("SELECT $2, $1, $2, $3", {"a", 7, nullptr});
                    })).value();
  EXPECT_EQ(rows.front().integer(0), 7);
  EXPECT_EQ(rows.front().text(1), "a");
  EXPECT_EQ(rows.front().integer(2), 7);
  EXPECT_TRUE(rows.front().is_null(3));
}

TEST_F(SqliteDatabaseTest, TextAndBlobsKeepTheirBytes) {
  const std::string bytes("a\0b\xff", 4);
  run_to_end(database->write([&](Connection& connection) {
    return connection.execute("INSERT INTO notes (body, bytes) VALUES ($1, $2)", {"ünï", Blob{bytes}});
  })).value();
  const auto rows = run_to_end(database->read([](Connection& connection) {
                      return connection.query("SELECT body, bytes FROM notes");
                    })).value();
  EXPECT_EQ(rows.front().text(0), "ünï");
  EXPECT_EQ(rows.front().blob(1), bytes);
}

TEST_F(SqliteDatabaseTest, AMissingParameterIsAnError) {
  const auto rows =
      run_to_end(database->read([](Connection& connection) { return connection.query("SELECT $2", {1}); }));
  ASSERT_FALSE(rows);
  EXPECT_THAT(rows.error().cause, testing::HasSubstr("no value for $2"));
}

TEST_F(SqliteDatabaseTest, AViolatedConstraintIsAConflict) {
  run_to_end(add("one")).value();
  const auto second = run_to_end(add("one"));
  ASSERT_FALSE(second);
  EXPECT_TRUE(second.error().is(ProblemKind::conflict));
  EXPECT_THAT(second.error().cause, testing::HasSubstr("notes.body"));
}

TEST_F(SqliteDatabaseTest, WritesThatWaitTogetherShareACommit) {
  boost::asio::io_context loop;
  constexpr int writes = 500;
  int acknowledged = 0;
  for (int i = 0; i < writes; ++i) {
    boost::asio::co_spawn(
        loop,
        [&, i]() -> Task<> {
          const auto added = co_await add("note " + std::to_string(i));
          acknowledged += added.has_value();
        },
        boost::asio::detached);
  }
  const auto before = database->counts();
  loop.run();
  const auto after = database->counts();
  EXPECT_EQ(acknowledged, writes);
  EXPECT_EQ(after.writes - before.writes, writes);
  EXPECT_LT(after.commits - before.commits, writes / 4);
  EXPECT_EQ(count(), writes);
}

TEST_F(SqliteDatabaseTest, AFailedJobOfAGroupIsRolledBackAlone) {
  boost::asio::io_context loop;
  int failed = 0;
  for (int i = 0; i < 60; ++i) {
    boost::asio::co_spawn(
        loop,
        [&, i]() -> Task<> {
          const auto result = co_await database->write([i](Connection& connection) -> Outcome<void> {
            TRY(connection.execute("INSERT INTO notes (body) VALUES ($1)", {"note " + std::to_string(i)}));
            if (i % 3 == 0) return std::unexpected(Problem::forbidden("not this one"));
            return {};
          });
          failed += !result;
        },
        boost::asio::detached);
  }
  loop.run();
  EXPECT_EQ(failed, 20);
  EXPECT_EQ(count(), 40);
}

TEST_F(SqliteDatabaseTest, AnExceptionEndsOnlyItsJob) {
  const auto result = run_to_end(database->write([](Connection& connection) -> Outcome<void> {
    TRY(connection.execute("INSERT INTO notes (body) VALUES ('gone')"));
    throw std::runtime_error("from a library");
  }));
  ASSERT_FALSE(result);
  EXPECT_TRUE(result.error().is(ProblemKind::internal));
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(run_to_end(add("next")), 1);
}

TEST_F(SqliteDatabaseTest, ReadersCannotWrite) {
  const auto result = run_to_end(database->read(
      [](Connection& connection) { return connection.execute("INSERT INTO notes (body) VALUES ('no')"); }));
  EXPECT_FALSE(result);
  EXPECT_EQ(count(), 0);
}

TEST_F(SqliteDatabaseTest, ClosingFinishesWhatWasSubmitted) {
  boost::asio::io_context loop;
  for (int i = 0; i < 50; ++i) {
    boost::asio::co_spawn(
        loop, [&, i]() -> Task<> { (co_await add("note " + std::to_string(i))).value(); }, boost::asio::detached);
  }
  loop.poll();
  database.reset();
  loop.run();
  database = SqliteDatabase::open(folder / "test.db").value();
  EXPECT_EQ(count(), 50);
}

TEST_F(SqliteDatabaseTest, TheWriterIsSetForCrashSafety) {
  const auto setting = [&](std::string pragma) {
    return run_to_end(
               database->write([pragma](Connection& connection) { return connection.query("PRAGMA " + pragma); }))
        .value();
  };
  EXPECT_EQ(setting("journal_mode").front().text(0), "wal");
  EXPECT_EQ(setting("synchronous").front().integer(0), 2);  // FULL
  EXPECT_EQ(setting("foreign_keys").front().integer(0), 1);
}

// An acknowledged write is in the file and its log: a copy of both, taken without closing anything, has it.
TEST_F(SqliteDatabaseTest, AnAcknowledgedWriteIsOnDisk) {
  run_to_end(add("kept")).value();
  fs::create_directories(folder / "copy");
  fs::copy_file(folder / "test.db", folder / "copy/test.db");
  fs::copy_file(folder / "test.db-wal", folder / "copy/test.db-wal");
  database = SqliteDatabase::open(folder / "copy/test.db").value();
  EXPECT_EQ(count(), 1);
}

TEST_F(SqliteDatabaseTest, AFolderThatDoesNotExistIsAClearError) {
  const auto opened = SqliteDatabase::open(folder / "nowhere/test.db");
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().cause, testing::HasSubstr("nowhere/test.db"));
}

}  // namespace
}  // namespace pagewright::database
