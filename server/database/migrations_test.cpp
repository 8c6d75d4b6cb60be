#include "server/database/migrations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <filesystem>

namespace pagewright::database {
namespace {

namespace fs = std::filesystem;

embedded::File sql(std::string_view path, std::string_view text) {
  return {path, "", "", text, "", ""};
}

const std::array two_migrations = {
    sql("migrations/0001_people.down.sql", "DROP TABLE people;"),
    sql("migrations/0001_people.up.sql", "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"),
    sql("migrations/0002_pets.down.sql", "DROP TABLE pets; ALTER TABLE people DROP COLUMN age;"),
    sql("migrations/0002_pets.up.sql",
        "CREATE TABLE pets (owner INTEGER NOT NULL REFERENCES people (id)); ALTER TABLE people ADD COLUMN age "
        "INTEGER;"),
};

struct MigrationsTest : testing::Test {
  MigrationsTest() {
    file = fs::temp_directory_path() / ("pagewright-migrations-" + std::to_string(::getpid()) + "-" +
                                        testing::UnitTest::GetInstance()->current_test_info()->name() + ".db");
    remove();
    connection = SqliteConnection::open(file, SqliteConnection::Use::writing).value();
  }
  ~MigrationsTest() override {
    connection.reset();
    remove();
  }
  void remove() const {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file.string() + ending);
  }

  fs::path file;
  std::unique_ptr<SqliteConnection> connection;
};

TEST_F(MigrationsTest, UpDownAndUpAgainKeepTheRows) {
  Migrator migrator(*connection, read_migrations(two_migrations).value());
  EXPECT_THAT(migrator.run().value(), testing::ElementsAre("people", "pets"));
  connection->execute("INSERT INTO people (name, age) VALUES ('Ada', 36)").value();

  EXPECT_EQ(migrator.revert().value(), "pets");
  EXPECT_EQ(connection->query("SELECT name FROM people").value().front().text(0), "Ada");
  EXPECT_FALSE(connection->query("SELECT age FROM people"));

  EXPECT_THAT(migrator.run().value(), testing::ElementsAre("pets"));
  EXPECT_TRUE(connection->query("SELECT age FROM people").value().front().is_null(0));
  EXPECT_THAT(migrator.run().value(), testing::IsEmpty());
}

TEST_F(MigrationsTest, StatusTellsWhatIsPending) {
  Migrator migrator(*connection, read_migrations(two_migrations).value());
  migrator.run().value();
  migrator.revert().value();
  const auto states = migrator.status().value();
  ASSERT_EQ(states.size(), 2);
  EXPECT_TRUE(states[0].applied_at);
  EXPECT_FALSE(states[1].applied_at);
}

TEST_F(MigrationsTest, RevertingNothingSaysSo) {
  Migrator migrator(*connection, read_migrations(two_migrations).value());
  EXPECT_EQ(migrator.revert().value(), std::nullopt);
}

TEST_F(MigrationsTest, ANewerSchemaIsRefused) {
  Migrator(*connection, read_migrations(two_migrations).value()).run().value();
  const std::span older(two_migrations.begin(), 2);
  const auto ran = Migrator(*connection, read_migrations(older).value()).run();
  ASSERT_FALSE(ran);
  EXPECT_THAT(ran.error().cause, testing::HasSubstr("schema 2, this program knows 1"));
}

TEST_F(MigrationsTest, AFailingMigrationLeavesNothingBehind) {
  const std::array faulty = {sql("1_a.up.sql", "CREATE TABLE a (x INTEGER); SELECT nonsense;"),
                             sql("1_a.down.sql", "DROP TABLE a;")};
  Migrator migrator(*connection, read_migrations(faulty).value());
  EXPECT_FALSE(migrator.run());
  EXPECT_FALSE(connection->query("SELECT x FROM a"));
  EXPECT_FALSE(migrator.status().value()[0].applied_at);
  EXPECT_EQ(connection->query("PRAGMA foreign_keys").value().front().integer(0), 1);
}

TEST_F(MigrationsTest, GapsAndMissingHalvesAreRefused) {
  EXPECT_FALSE(read_migrations(std::array{sql("0002_a.up.sql", "x"), sql("0002_a.down.sql", "x")}));
  EXPECT_FALSE(read_migrations(std::array{sql("0001_a.up.sql", "x")}));
  EXPECT_FALSE(read_migrations(std::array{sql("first.sql", "x")}));
}

TEST_F(MigrationsTest, TheProgramsOwnMigrationsGoUpDownAndUp) {
  const auto migrations = read_migrations().value();
  ASSERT_FALSE(migrations.empty());
  Migrator migrator(*connection, migrations);
  EXPECT_EQ(migrator.run().value().size(), migrations.size());
  for (std::size_t i = 0; i < migrations.size(); ++i) EXPECT_TRUE(migrator.revert().value());
  EXPECT_EQ(connection->query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .value()
                .size(),
            1);
  EXPECT_EQ(migrator.run().value().size(), migrations.size());
}

}  // namespace
}  // namespace pagewright::database
