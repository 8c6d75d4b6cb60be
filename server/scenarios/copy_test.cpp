// An installation moves to another database, and nobody can tell.
#include <gtest/gtest.h>

#include "server/database/copy.hpp"
#include "server/scenarios/every_table.hpp"
#include "server/scenarios/installation.hpp"
#include "server/scenarios/observed.hpp"

namespace pagewright::scenarios {
namespace {

TEST(Copy, ServesTheSameBytesAndGoesOn) {
  for (const auto target : {database::Kind::postgres, database::Kind::sqlite}) {
    Installation installation({.seed = true});
    const std::string id = installation.create_page("Ünïcode 😀", R"("description":"\u2028<>&'\"\\")");
    publish_somewhere(installation, id);
    const std::vector<std::string> paths{"/pages",       "/pages/" + id,   "/pages/" + id + "/versions",
                                         "/components",  "/design-tokens", "/environments",
                                         "/organization"};
    std::vector<std::string> before;
    for (const auto& path : paths) before.push_back(installation.get(As::viewer, path).body);
    const auto files = served(installation);
    const auto events = installation.events();
    ASSERT_GE(files.size(), 3U);

    installation.move_to(target);
    EXPECT_EQ(installation.place().kind(), target);
    EXPECT_EQ(served(installation), files);
    EXPECT_EQ(installation.events(), events);
    for (std::size_t i = 0; i < paths.size(); ++i) EXPECT_EQ(installation.get(As::viewer, paths[i]).body, before[i]);
    check(installation, {.name = "and changes are stored",
                         .caller = As::editor,
                         .method = http::Method::put,
                         .path = "/pages/" + id,
                         .body = R"({"description":"new"})",
                         .contains = {R"("description":"new")"},
                         .events = {"page.updated"}});
  }
}

TEST(Copy, TakesTheRowsOfEveryTable) {
  using database::Kind;
  using database::must;
  const auto migrations = must(database::read_migrations());
  for (const auto& [kind, other] : {std::pair(Kind::sqlite, Kind::postgres), std::pair(Kind::postgres, Kind::sqlite)}) {
    const database::TestDatabase source(kind);
    const database::TestDatabase target(other, database::TestDatabase::Contents::nothing);
    const auto from = must(source.location().open_exclusively());
    const auto to = must(target.location().open_exclusively());
    fill_every_table(*from, kind);
    const auto copied = must(database::copy_database(*from, *to, migrations));
    const auto tables = must(from->tables());
    EXPECT_EQ(copied.size() + 1, tables.size()) << "all but the migrations' own";
    EXPECT_EQ(must(to->tables()).size(), tables.size());
    for (const auto& table : tables)
      if (table.name != "schema_migrations") EXPECT_EQ(rows_of(*from, table), rows_of(*to, table)) << table.name;
  }
}

}  // namespace
}  // namespace pagewright::scenarios
