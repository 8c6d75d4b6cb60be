// The schema goes up, down and up again, with rows in it.
#include <gtest/gtest.h>

#include "server/database/migrations.hpp"
#include "server/scenarios/every_table.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

TEST(Migrations, GoUpDownAndUpWithRows) {
  using database::must;
  const database::TestDatabase place(database_kind, database::TestDatabase::Contents::nothing);
  const auto connection = must(place.location().open_exclusively());
  database::Migrator migrator(*connection, must(database::read_migrations()));
  const auto applied = must(migrator.run());
  for (int round = 0; round < 2; ++round) {
    fill_every_table(*connection, database_kind);
    std::size_t reverted = 0;
    while (must(migrator.revert())) ++reverted;
    EXPECT_EQ(reverted, applied.size());
    EXPECT_EQ(must(connection->tables()).size(), 1);  // the migrations' own
    must(migrator.run());
  }
}

// Of each row its columns, which are texts, one after the other.
std::vector<std::string> listed(database::Connection& connection, std::size_t columns, const std::string& sql) {
  std::vector<std::string> list;
  for (const auto row : database::must(connection.query(sql))) {
    list.emplace_back();
    for (std::size_t column = 0; column < columns; ++column) list.back() += (column == 0 ? "" : " ") + row.text(column);
  }
  return list;
}

TEST(Migrations, DocumentsMoveToATableOfTheirOwnAndBack) {
  using database::must;
  using Texts = std::vector<std::string>;
  const database::TestDatabase place(database_kind, database::TestDatabase::Contents::nothing);
  const auto connection = must(place.location().open_exclusively());
  auto before = must(database::read_migrations());
  before.resize(8);
  must(database::Migrator(*connection, before).run());
  must(connection->run_script(with_bytes_for(database_kind, R"(
    INSERT INTO organisations VALUES ('o', 'O', 'o', 1, 1);
    INSERT INTO users VALUES ('u', 'u@example.org', 'U', '', 1, 1, NULL, NULL);
    INSERT INTO pages VALUES ('p', 'o', 'u', 'draft', 1, 1, NULL, NULL, NULL, 'w', 2, 0, 'P', 'p', 'p', '', '{}');
    INSERT INTO page_versions VALUES ('v', 'p', 1, 'main', 'u', 0, 1, 0, 'Initial version', 'h', x'41', NULL);
    INSERT INTO page_versions VALUES ('w', 'p', 2, 'main', 'u', 0, 2, 4, 'Auto-save', 'i', x'42', NULL);
    INSERT INTO page_branches VALUES ('p', 'main', 7, 6, NULL, 1, x'43', NULL);
    INSERT INTO pages VALUES ('q', 'o', 'u', 'draft', 1, 1, NULL, NULL, NULL, 'x', 1, 0, 'Q', 'q', 'q', '', '{}');
    INSERT INTO page_versions VALUES ('x', 'q', 1, 'main', 'u', 0, 1, 0, 'Initial version', 'h', x'44', NULL);
    INSERT INTO page_branches VALUES ('q', 'main', 0, 0, 'x', 1, NULL, NULL);
  )")));
  database::Migrator migrator(*connection, must(database::read_migrations()));
  must(migrator.run());
  EXPECT_EQ(listed(*connection, 3,
                   "SELECT s.body, coalesce(v.parent_id, '-'), CAST(v.is_automatic AS TEXT) FROM page_versions v JOIN "
                   "page_snapshots s ON s.page_id = v.page_id AND s.hash = v.snapshot_hash ORDER BY v.id"),
            (Texts{"A - 0", "B v 1", "D - 0"}));
  EXPECT_EQ(listed(*connection, 5,
                   "SELECT s.body, b.id, b.name, CAST(b.sequence AS TEXT), CAST(b.snapshot_sequence AS TEXT) FROM "
                   "page_branches b JOIN page_snapshots s ON s.page_id = b.page_id AND s.hash = b.snapshot_hash ORDER "
                   "BY b.page_id"),
            (Texts{"C main main 7 6", "D main main 0 0"}));
  while (must(connection->query("SELECT max(number) FROM schema_migrations")).front().integer(0) > 8)
    must(migrator.revert());
  EXPECT_EQ(listed(*connection, 1, "SELECT snapshot FROM page_versions ORDER BY id"), (Texts{"A", "B", "D"}));
  EXPECT_EQ(listed(*connection, 3,
                   "SELECT name, snapshot, CAST(snapshot_sequence AS TEXT) FROM page_branches ORDER BY page_id"),
            (Texts{"main C 6", "main D 0"}));
}

TEST(Migrations, EveryForeignKeyHasAnIndex) {
  Installation installation({.people = false, .database = database::Kind::sqlite});
  // Deleting a parent looks for children by each of these columns, or by several together.
  const auto missing = installation.count(
      "SELECT COUNT(*) FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table' AND NOT EXISTS "
      "(SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE c.seqno = k.seq AND c.name "
      "= k.\"from\") AND NOT (t.name = 'pages' AND k.\"from\" = 'published_by')");
  EXPECT_EQ(missing, 0);
}

}  // namespace
}  // namespace pagewright::scenarios
