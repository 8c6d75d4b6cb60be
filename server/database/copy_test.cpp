#include "server/database/copy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "server/database/checking/test_database.hpp"

namespace pagewright::database {
namespace {

embedded::File sql(std::string_view path, std::string_view text) {
  return {path, "", "", text, "", ""};
}

// Children sort before their parents, and one table refers to itself.
const std::array files = {
    sql("1_all.up.sql",
        "CREATE TABLE parents (id BIGINT PRIMARY KEY, parent_id BIGINT REFERENCES parents (id), weight DOUBLE "
        "PRECISION); CREATE TABLE children (id TEXT PRIMARY KEY, parent_id BIGINT NOT NULL REFERENCES parents (id), "
        "bytes BYTEA, note TEXT);"),
    sql("1_all.down.sql", "DROP TABLE children; DROP TABLE parents;"),
    sql("2_more.up.sql", "CREATE TABLE more (id TEXT PRIMARY KEY);"),
    sql("2_more.down.sql", "DROP TABLE more;"),
};

struct Copying : testing::TestWithParam<std::pair<Kind, Kind>> {
  Copying() {
    must(Migrator(*from, migrations).run());
    must(from->fill_tables([&]() -> Outcome<void> {
      for (int i = 0; i < 1000; ++i) {
        TRY(from->post("INSERT INTO parents (id, parent_id, weight) VALUES ($1, $2, $3)", {i, 999 - i, i / 7.0}));
        TRY(from->post("INSERT INTO children (id, parent_id, bytes, note) VALUES ($1, $2, $3, $4)",
                       {"child " + std::to_string(i), i, Blob{bytes}, i % 2 == 0 ? Parameter("ünï") : nullptr}));
      }
      return {};
    }));
  }

  Outcome<std::vector<CopiedTable>> copy() { return copy_database(*from, *to, migrations); }

  const std::vector<Migration> migrations = must(read_migrations(files));
  const std::string bytes = std::string("a\0\xff'\\", 5);
  TestDatabase source{GetParam().first, TestDatabase::Contents::nothing};
  TestDatabase target{GetParam().second, TestDatabase::Contents::nothing};
  std::unique_ptr<ExclusiveConnection> from = must(source.location().open_exclusively());
  std::unique_ptr<ExclusiveConnection> to = must(target.location().open_exclusively());
};

INSTANTIATE_TEST_SUITE_P(FromTo, Copying,
                         testing::Values(std::pair(Kind::sqlite, Kind::postgres),
                                         std::pair(Kind::postgres, Kind::sqlite)),
                         [](const auto& test) {
                           std::ostringstream name;
                           name << test.param.first << test.param.second;
                           return name.str();
                         });

TEST_P(Copying, TakesEveryRowOfEveryTable) {
  const auto copied = copy();
  ASSERT_TRUE(copied) << copied.error().cause;
  std::map<std::string, std::int64_t> rows;
  for (const auto& table : *copied) rows[table.name] = table.rows;
  EXPECT_EQ(rows, (std::map<std::string, std::int64_t>{{"children", 1000}, {"more", 0}, {"parents", 1000}}));
  for (const std::string query : {"SELECT id, parent_id, weight FROM parents ORDER BY id",
                                  "SELECT id, parent_id, bytes, note FROM children ORDER BY id"}) {
    const auto before = must(from->query(query));
    const auto after = must(to->query(query));
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t row = 0; row < before.size(); ++row)
      for (std::size_t column = 0; column < 3; ++column)
        ASSERT_EQ(before[row].cell(column), after[row].cell(column)) << query << row;
  }
  // Foreign keys hold again.
  EXPECT_FALSE(to->run_script("INSERT INTO children VALUES ('x', 5000, NULL, NULL)"));
  EXPECT_FALSE(to->run_script("DELETE FROM parents"));
}

TEST_P(Copying, RefusesATargetThatHasRows) {
  must(Migrator(*to, migrations).run());
  must(to->run_script("INSERT INTO more VALUES ('mine')"));
  const auto copied = copy();
  ASSERT_FALSE(copied);
  EXPECT_THAT(copied.error().cause, testing::HasSubstr("already has rows in more"));
  EXPECT_TRUE(must(to->query("SELECT 1 FROM parents")).empty());
}

TEST_P(Copying, RefusesASourceOfAnOlderSchema) {
  must(Migrator(*from, migrations).revert());
  const auto copied = copy();
  ASSERT_FALSE(copied);
  EXPECT_THAT(copied.error().cause, testing::HasSubstr("lacks the migration more"));
  EXPECT_TRUE(must(to->tables()).empty());
}

TEST_P(Copying, RefusesATargetWithTablesOfOthers) {
  must(to->run_script("CREATE TABLE others (id BIGINT)"));
  const auto copied = copy();
  ASSERT_FALSE(copied);
  EXPECT_THAT(copied.error().cause, testing::HasSubstr("a database of its own"));
}

}  // namespace
}  // namespace pagewright::database
