// The schema goes up, down and up again, with rows in it.
#include <gtest/gtest.h>

#include "server/base/digest.hpp"
#include "server/database/migrations.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

constexpr std::string_view rows = R"(
  INSERT INTO organisations VALUES ('o', 'O', 'o', 1, 1);
  INSERT INTO users VALUES ('u', 'u@example.org', 'U', '', 1, 1, NULL, NULL);
  INSERT INTO memberships VALUES ('o', 'u', 'admin', 1);
  INSERT INTO sessions VALUES ('s', 'u', 'o', 1, 1, 2, NULL, 'curl/8', '192.0.2.0/24');
  INSERT INTO refresh_tokens VALUES ('t', 's', 1, NULL);
  INSERT INTO first_run_tokens VALUES ('f', 1);
  INSERT INTO component_sets VALUES ('s', 1, '{}');
  INSERT INTO pages VALUES ('p', 'o', 'u', 'published', 1, 1, NULL, 1, 'u', 'v', 1, 0, 'P', 'p', 'p', '', '{}');
  INSERT INTO page_snapshots VALUES ('p', 'h', x'00');
  INSERT INTO page_versions VALUES ('v', 'p', 1, 'main', 'u', 1, 1, 0, 'Initial version', 'h', 's', 'h', NULL, NULL, 0);
  INSERT INTO page_branches VALUES ('p', 'main', 1, 0, 0, 1, NULL, 'main', NULL, 's', 'h');
  INSERT INTO page_branches VALUES ('p', 'b', 0, 0, 1, 1, NULL, 'summer', 'v', 's', 'h');
  INSERT INTO page_tags VALUES ('p', 'launch', 'v', 1);
  INSERT INTO page_operations VALUES ('p', 'main', 1, 'c-1', 'u', 1, '', '[]');
  INSERT INTO design_systems VALUES ('d', 'o', 'D', 1, 1, '{}');
  INSERT INTO page_templates VALUES ('t', 'o', 'u', 't', 'T', '', '', '[]', 0, 0, 1, 1, '{}');
  INSERT INTO environments VALUES ('e', 'o', 'Production', 'production', '', 1, 1);
  INSERT INTO releases VALUES ('r', 'o', 'e', 'u', 1);
  INSERT INTO artifacts VALUES ('h', 'text/html', 1, 1, x'00', x'', x'');
  INSERT INTO release_artifacts VALUES ('r', '/p', 'p', 'v', 'h');
  INSERT INTO environment_pages VALUES ('e', 'p', 'r', 'h', 0, 1, 'p');
  INSERT INTO jobs VALUES ('j', 'o', 'mail.send', 'failed', 1, 1, 1, NULL, 1, 1, '', '');
  INSERT INTO outbox VALUES ('x', 'o', 'page.created', 'p', 1, NULL, '{}');
  INSERT INTO audit_log VALUES ('a', 'o', 'u', 'page.created', 'p', 1, '{}');
)";

TEST(Migrations, GoUpDownAndUpWithRows) {
  const auto file = std::filesystem::temp_directory_path() / ("pagewright-migration-" + random_secret(9) + ".db");
  {
    const auto connection = database::SqliteConnection::open(file, database::SqliteConnection::Use::writing);
    ASSERT_TRUE(connection);
    database::Migrator migrator(**connection, database::read_migrations().value());
    const auto first = migrator.run();
    ASSERT_TRUE(first) << first.error().cause;
    for (int round = 0; round < 2; ++round) {
      const auto filled = (*connection)->run_script(rows);
      ASSERT_TRUE(filled) << filled.error().cause;
      EXPECT_TRUE((*connection)->query("PRAGMA foreign_key_check").value().empty());
      std::size_t reverted = 0;
      for (;;) {
        const auto one = migrator.revert();
        ASSERT_TRUE(one) << one.error().cause;
        if (!*one) break;
        ++reverted;
      }
      EXPECT_EQ(reverted, first->size());
      const auto left =
          (*connection)->query("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
      EXPECT_EQ(left.value().front().integer(0), 1);  // the migrations' own
      ASSERT_TRUE(migrator.run());
    }
  }
  std::filesystem::remove(file);
}

TEST(Migrations, DocumentsMoveToATableOfTheirOwnAndBack) {
  const auto file = std::filesystem::temp_directory_path() / ("pagewright-migration-" + random_secret(9) + ".db");
  {
    const auto connection = database::SqliteConnection::open(file, database::SqliteConnection::Use::writing).value();
    auto before = database::read_migrations().value();
    before.resize(8);
    ASSERT_TRUE(database::Migrator(*connection, before).run());
    ASSERT_TRUE(connection->run_script(R"(
      INSERT INTO organisations VALUES ('o', 'O', 'o', 1, 1);
      INSERT INTO users VALUES ('u', 'u@example.org', 'U', '', 1, 1, NULL, NULL);
      INSERT INTO pages VALUES ('p', 'o', 'u', 'draft', 1, 1, NULL, NULL, NULL, 'w', 2, 0, 'P', 'p', 'p', '', '{}');
      INSERT INTO page_versions VALUES ('v', 'p', 1, 'main', 'u', 0, 1, 0, 'Initial version', 'h', x'01', NULL);
      INSERT INTO page_versions VALUES ('w', 'p', 2, 'main', 'u', 0, 2, 4, 'Auto-save', 'i', x'02', NULL);
      INSERT INTO page_branches VALUES ('p', 'main', 7, 6, NULL, 1, x'03', NULL);
      INSERT INTO pages VALUES ('q', 'o', 'u', 'draft', 1, 1, NULL, NULL, NULL, 'x', 1, 0, 'Q', 'q', 'q', '', '{}');
      INSERT INTO page_versions VALUES ('x', 'q', 1, 'main', 'u', 0, 1, 0, 'Initial version', 'h', x'04', NULL);
      INSERT INTO page_branches VALUES ('q', 'main', 0, 0, 'x', 1, NULL, NULL);
    )"));
    database::Migrator migrator(*connection, database::read_migrations().value());
    ASSERT_TRUE(migrator.run());
    const auto text = [&](const std::string& sql) { return connection->query(sql).value().front().text(0); };
    EXPECT_EQ(
        text("SELECT group_concat(hex(s.body) || coalesce(v.parent_id, '-') || v.is_automatic) FROM page_versions v "
             "JOIN page_snapshots s ON s.page_id = v.page_id AND s.hash = v.snapshot_hash ORDER BY v.id"),
        "01-0,02v1,04-0");
    EXPECT_EQ(text("SELECT group_concat(hex(s.body) || b.id || b.name || b.sequence || b.snapshot_sequence) FROM "
                   "page_branches b JOIN page_snapshots s ON s.page_id = b.page_id AND s.hash = b.snapshot_hash"),
              "03mainmain76,04mainmain00");
    while (connection->query("SELECT max(number) FROM schema_migrations").value().front().integer(0) > 8)
      ASSERT_TRUE(migrator.revert());
    EXPECT_EQ(text("SELECT group_concat(hex(snapshot)) FROM page_versions"), "01,02,04");
    EXPECT_EQ(text("SELECT group_concat(name || hex(snapshot) || snapshot_sequence) FROM page_branches"),
              "main036,main040");
  }
  std::filesystem::remove(file);
}

TEST(Migrations, EveryForeignKeyHasAnIndex) {
  Installation installation({.people = false});
  // Deleting a parent looks for children by each of these columns.
  const auto missing = installation.count(
      "SELECT COUNT(*) FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table' AND NOT EXISTS ("
      "SELECT 1 FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c WHERE c.seqno = 0 AND c.name = "
      "k.\"from\") "
      "AND NOT (t.name = 'pages' AND k.\"from\" = 'published_by')");
  EXPECT_EQ(missing, 0);
}

}  // namespace
}  // namespace pagewright::scenarios
