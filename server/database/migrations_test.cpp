#include "server/database/migrations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "server/database/checking/test_database.hpp"

namespace pagewright::database {
namespace {

embedded::File sql(std::string_view path, std::string_view text) {
  return {path, "", "", text, "", ""};
}

const std::array two_migrations = {
    sql("migrations/0001_people.down.sql", "DROP TABLE people;"),
    sql("migrations/0001_people.up.sql", "CREATE TABLE people (id BIGINT PRIMARY KEY, name TEXT NOT NULL);"),
    sql("migrations/0002_pets.down.sql", "DROP TABLE pets; ALTER TABLE people DROP COLUMN age;"),
    sql("migrations/0002_pets.up.sql",
        "CREATE TABLE pets (owner BIGINT NOT NULL REFERENCES people (id)); ALTER TABLE people ADD COLUMN age BIGINT;"),
};

struct MigrationsTest : testing::TestWithParam<Kind> {
  [[nodiscard]] bool has_table(std::string_view name) const {
    return std::ranges::any_of(must(connection->tables()), [&](const Table& table) { return table.name == name; });
  }

  TestDatabase place{GetParam(), TestDatabase::Contents::nothing};
  std::unique_ptr<ExclusiveConnection> connection = must(place.location().open_exclusively());
};

INSTANTIATE_TEST_SUITE_P(On, MigrationsTest, testing::Values(Kind::sqlite, Kind::postgres),
                         testing::PrintToStringParamName());

TEST_P(MigrationsTest, UpDownAndUpAgainKeepTheRows) {
  Migrator migrator(*connection, read_migrations(two_migrations).value());
  EXPECT_THAT(migrator.run().value(), testing::ElementsAre("people", "pets"));
  connection->execute("INSERT INTO people (id, name, age) VALUES (1, 'Ada', 36)").value();

  EXPECT_EQ(migrator.revert().value(), "pets");
  EXPECT_EQ(connection->query("SELECT name FROM people").value().front().text(0), "Ada");
  EXPECT_FALSE(connection->query("SELECT age FROM people"));

  EXPECT_THAT(migrator.run().value(), testing::ElementsAre("pets"));
  EXPECT_TRUE(connection->query("SELECT age FROM people").value().front().is_null(0));
  EXPECT_THAT(migrator.run().value(), testing::IsEmpty());
}

TEST_P(MigrationsTest, StatusTellsWhatIsPending) {
  Migrator migrator(*connection, read_migrations(two_migrations).value());
  migrator.run().value();
  migrator.revert().value();
  const auto states = migrator.status().value();
  ASSERT_EQ(states.size(), 2);
  EXPECT_TRUE(states[0].applied_at);
  EXPECT_FALSE(states[1].applied_at);
}

TEST_P(MigrationsTest, RevertingNothingSaysSo) {
  Migrator migrator(*connection, read_migrations(two_migrations).value());
  EXPECT_EQ(migrator.revert().value(), std::nullopt);
}

TEST_P(MigrationsTest, ANewerSchemaIsRefused) {
  Migrator(*connection, read_migrations(two_migrations).value()).run().value();
  const std::span older(two_migrations.begin(), 2);
  const auto ran = Migrator(*connection, read_migrations(older).value()).run();
  ASSERT_FALSE(ran);
  EXPECT_THAT(ran.error().cause, testing::HasSubstr("schema 2, this program knows 1"));
}

TEST_P(MigrationsTest, AFailingMigrationLeavesNothingBehind) {
  const std::array faulty = {sql("1_a.up.sql", "CREATE TABLE a (x BIGINT); SELECT nonsense;"),
                             sql("1_a.down.sql", "DROP TABLE a;")};
  Migrator migrator(*connection, read_migrations(faulty).value());
  EXPECT_FALSE(migrator.run());
  EXPECT_FALSE(has_table("a"));
  EXPECT_FALSE(migrator.status().value()[0].applied_at);
  EXPECT_EQ(must(connection->tables()).size(), 1);
}

TEST(Migrations, GapsAndMissingHalvesAreRefused) {
  EXPECT_FALSE(read_migrations(std::array{sql("0002_a.up.sql", "x"), sql("0002_a.down.sql", "x")}));
  EXPECT_FALSE(read_migrations(std::array{sql("0001_a.up.sql", "x")}));
  EXPECT_FALSE(read_migrations(std::array{sql("first.sql", "x")}));
}

TEST_P(MigrationsTest, TheProgramsOwnMigrationsGoUpDownAndUp) {
  const auto migrations = read_migrations().value();
  ASSERT_FALSE(migrations.empty());
  Migrator migrator(*connection, migrations);
  EXPECT_EQ(migrator.run().value().size(), migrations.size());
  for (std::size_t i = 0; i < migrations.size(); ++i) EXPECT_TRUE(migrator.revert().value());
  EXPECT_EQ(must(connection->tables()).size(), 1);  // schema_migrations
  EXPECT_EQ(migrator.run().value().size(), migrations.size());
}

}  // namespace
}  // namespace pagewright::database
