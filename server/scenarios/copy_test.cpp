// An installation moves to another database, and nobody can tell.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/database/copy.hpp"
#include "server/scenarios/every_table.hpp"
#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

// Everything that visitors are served.
std::map<std::string, std::vector<std::string>> served(Installation& installation) {
  std::map<std::string, std::vector<std::string>> files;
  for (const auto& [path, artifact] : installation.sites().current()->artifacts())
    files[path] = {artifact->body, artifact->brotli, artifact->gzip, artifact->etag, artifact->content_type};
  return files;
}

TEST(Copy, ServesTheSameBytesAndGoesOn) {
  for (const auto target : {database::Kind::postgres, database::Kind::sqlite}) {
    Installation installation({.seed = true});
    const std::string id = installation.create_page("Ünïcode 😀", R"("description":"\u2028<>&'\"\\")");
    const auto environments = installation.get(As::admin, "/environments").json();
    const std::string environment(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
    ASSERT_EQ(
        installation.post(As::admin, "/pages/" + id + "/publish", R"({"environmentId":")" + environment + "\"}").status,
        200U);
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

// All rows of a table, cell by cell, in one order on every database.
std::vector<std::vector<database::Cell>> rows_of(database::Connection& connection, const database::Table& table) {
  std::vector<std::vector<database::Cell>> rows;
  for (const auto row : database::must(connection.query("SELECT * FROM " + table.name))) {
    rows.emplace_back();
    for (std::size_t column = 0; column < table.columns.size(); ++column) rows.back().push_back(row.cell(column));
  }
  std::ranges::sort(rows);
  return rows;
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
