// What is SQLite's own; database_contract_test.cpp has what both databases promise.
#include "server/database/sqlite_database.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <thread>

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

  Task<Outcome<std::int64_t>> add(const std::string& body) {
    return database->write(
        [body](Connection& connection) { return connection.execute("INSERT INTO notes (body) VALUES ($1)", {body}); });
  }
  // A megabyte.
  void add_large() {
    run_to_end(database->write([body = std::to_string(++added)](Connection& connection) {
      return connection.execute("INSERT INTO notes (body, bytes) VALUES ($1, zeroblob(1048576))", {body});
    })).value();
  }
  std::int64_t count() {
    return run_to_end(database->read([](Connection& connection) -> Outcome<std::int64_t> {
             const auto rows = TRY(connection.query("SELECT count(*) FROM notes"));
             return rows.front().integer(0);
           }))
        .value();
  }

  int added = 0;
  fs::path folder;
  std::unique_ptr<SqliteDatabase> database;
};

TEST_F(SqliteDatabaseTest, TheWriterIsSetForCrashSafety) {
  const auto setting = [&](const std::string& pragma) {
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

// Nobody closes the file, and no commit takes the log back into it.
TEST_F(SqliteDatabaseTest, TheLogGoesBackIntoTheFileBesideTheWrites) {
  for (int i = 0; i < 40; ++i) add_large();
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (fs::file_size(folder / "test.db") < 16U << 20 && std::chrono::steady_clock::now() < deadline)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  EXPECT_GE(fs::file_size(folder / "test.db"), 16U << 20);
  EXPECT_EQ(count(), 40);
}

TEST_F(SqliteDatabaseTest, TheLogBeginsAnewWhileWritesGoOn) {
  for (int i = 0; i < 200; ++i) add_large();
  EXPECT_LE(fs::file_size(folder / "test.db-wal"), 100U << 20);
  EXPECT_EQ(count(), 200);
}

TEST_F(SqliteDatabaseTest, ALongReadKeepsNobodyFromWriting) {
  add_large();
  const auto reader = SqliteConnection::open(folder / "test.db", SqliteConnection::Use::reading).value();
  ASSERT_TRUE(reader->execute("BEGIN"));
  ASSERT_EQ(reader->query("SELECT count(*) FROM notes").value().front().integer(0), 1);
  for (int i = 0; i < 80; ++i) add_large();
  EXPECT_EQ(reader->query("SELECT count(*) FROM notes").value().front().integer(0), 1);
  ASSERT_TRUE(reader->execute("COMMIT"));
  // What had to wait is taken back, and the log begins anew: a write that does not make it longer.
  std::uintmax_t length = 0;
  while (added < 600 && fs::file_size(folder / "test.db-wal") > length) {
    length = fs::file_size(folder / "test.db-wal");
    add_large();
  }
  EXPECT_EQ(fs::file_size(folder / "test.db-wal"), length);
  EXPECT_EQ(count(), added);
}

TEST_F(SqliteDatabaseTest, AFolderThatDoesNotExistIsAClearError) {
  const auto opened = SqliteDatabase::open(folder / "nowhere/test.db");
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().cause, testing::HasSubstr("nowhere/test.db"));
}

}  // namespace
}  // namespace pagewright::database
