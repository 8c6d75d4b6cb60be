// A backup of a running installation becomes another one, and nobody can tell.
#include "server/backup/backup.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "server/base/digest.hpp"
#include "server/database/migrations.hpp"
#include "server/scenarios/every_table.hpp"
#include "server/scenarios/installation.hpp"
#include "server/scenarios/observed.hpp"

namespace pagewright::scenarios {
namespace {

namespace fs = std::filesystem;
using database::Kind;
using database::must;
using database::TestDatabase;

struct Backup : testing::Test {
  Backup() { fs::create_directories(folder); }
  ~Backup() override { fs::remove_all(folder); }

  // A data directory of its own.
  fs::path new_directory() {
    const fs::path directory = folder / random_secret(9);
    fs::create_directories(directory);
    return directory;
  }

  const fs::path folder = fs::temp_directory_path() / ("pagewright-backups-" + random_secret(9));
};

TEST_F(Backup, ServesTheSameBytesAndGoesOn) {
  for (const auto target : {Kind::postgres, Kind::sqlite}) {
    Installation installation({.seed = true});
    publish_somewhere(installation, installation.create_page("Ünïcode 😀", R"("description":"\u2028<>&'\"\\")"));
    const auto files = served(installation);
    const auto events = installation.events();
    ASSERT_GE(files.size(), 3U);

    // Others go on meanwhile: what the backup has of them is whole, and the chain of the audit log tells.
    std::jthread others([&](const std::stop_token& stop) {
      while (!stop.stop_requested())
        EXPECT_EQ(installation.post(As::editor, "/pages", R"({"name":"More"})").status, 201U);
    });
    const auto taken = must(backup::take(installation.installed(), folder, "0.1.0", now_milliseconds()));
    others.request_stop();
    others.join();
    EXPECT_EQ(taken.file.parent_path(), fs::canonical(folder));
    EXPECT_EQ(taken.manifest.taken_from, installation.place().kind() == Kind::sqlite ? "sqlite" : "postgresql");

    const auto verified = must(backup::verify(taken.file));
    EXPECT_EQ(verified.manifest, taken.manifest);
    ASSERT_EQ(verified.audit_logs.size(), 2U);
    for (const auto& log : verified.audit_logs) EXPECT_EQ(log.fault, "");

    installation.become(taken.file, target);
    EXPECT_EQ(installation.place().kind(), target);
    EXPECT_EQ(served(installation), files);
    EXPECT_THAT(installation.events(), testing::SizeIs(testing::Ge(events.size())));
    // The tokens that were signed before are still good: the key came along.
    check(installation, {.name = "and changes are stored",
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = "/pages",
                         .body = R"({"name":"new"})",
                         .status = 201,
                         .contains = {R"("name":"new")"},
                         .events = {"page.created"}});
    fs::remove(taken.file);
  }
}

TEST_F(Backup, TakesTheRowsOfEveryTable) {
  for (const auto& [kind, other] : {std::pair(Kind::sqlite, Kind::postgres), std::pair(Kind::postgres, Kind::sqlite),
                                    std::pair(Kind::sqlite, Kind::sqlite), std::pair(Kind::postgres, Kind::postgres)}) {
    const TestDatabase source(kind);
    const TestDatabase target(other, TestDatabase::Contents::nothing);
    {
      const auto from = must(source.location().open_exclusively());
      fill_every_table(*from, kind);
    }
    const auto taken = must(backup::take({new_directory(), source.location()}, folder, "0.1.0", now_milliseconds()));
    must(backup::restore(taken.file, {new_directory(), target.location()}));
    const auto from = must(source.location().open_for_reading());
    const auto to = must(target.location().open_for_reading());
    for (const auto& table : must(from->tables()))
      if (table.name != "schema_migrations") EXPECT_EQ(rows_of(*from, table), rows_of(*to, table)) << table.name;
    fs::remove(taken.file);
  }
}

TEST_F(Backup, BringsTheFilesOfTheDataDirectoryAlong) {
  const fs::path data = new_directory();
  fs::create_directories(data / "assets/ab");
  const std::map<std::string, std::string> kept{{"jwt.key", "secret"}, {"assets/ab/cd", std::string("\0\xff", 2)}};
  for (const auto& [name, bytes] : kept) std::ofstream(data / name, std::ios::binary) << bytes;
  for (const auto* name : {"lock", "last-backup.json"}) std::ofstream(data / name) << "not kept";
  {
    const auto database = must(database::DatabaseLocation::in_file(data / "pagewright.db").open_exclusively());
    must(database::Migrator(*database, must(database::read_migrations())).run());
  }
  const auto taken = must(backup::take({data, database::DatabaseLocation::in_file(data / "pagewright.db")},
                                       folder / "mine.tar.zst", "0.1.0", now_milliseconds()));
  EXPECT_EQ(taken.manifest.files.size(), 3U);
  EXPECT_TRUE(fs::exists(data / "last-backup.json"));

  const fs::path restored = new_directory();
  must(backup::restore(taken.file, {restored, database::DatabaseLocation::in_file(restored / "pagewright.db")}));
  std::map<std::string, std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(restored)) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string name = entry.path().lexically_relative(restored);
    if (entry.is_regular_file() && name != "pagewright.db") found[name] = {std::istreambuf_iterator<char>(in), {}};
  }
  EXPECT_EQ(found, kept);
  EXPECT_TRUE(must(database::DatabaseLocation::in_file(restored / "pagewright.db").open_for_reading()));
}

TEST_F(Backup, IsRefusedWhereItCouldHarm) {
  const TestDatabase source(database_kind);
  const fs::path data = new_directory();
  const auto refusal = [&](const fs::path& target) {
    const auto taken = backup::take({data, source.location()}, target, "0.1.0", 1);
    return taken ? "taken" : taken.error().cause;
  };
  EXPECT_THAT(refusal(data / "backup.tar.zst"), testing::HasSubstr("A backup in the data directory"));
  EXPECT_THAT(refusal(data), testing::HasSubstr("A backup in the data directory"));
  EXPECT_THAT(refusal(folder / "nowhere/backup"), testing::HasSubstr("make it first"));
  std::ofstream(folder / "there") << "mine";
  EXPECT_THAT(refusal(folder / "there"), testing::HasSubstr("exists already"));
  EXPECT_EQ(refusal(folder), "taken");
}

TEST_F(Backup, IsRestoredOnlyWhereNothingIs) {
  const TestDatabase source(database_kind);
  const auto taken = must(backup::take({new_directory(), source.location()}, folder, "0.1.0", 1));
  const auto refusal = [&](const fs::path& data, const database::DatabaseLocation& location) {
    const auto restored = backup::restore(taken.file, {data, location});
    return restored ? "restored" : restored.error().cause;
  };
  const TestDatabase target(database_kind, TestDatabase::Contents::nothing);
  const fs::path used = new_directory();
  std::ofstream(used / "jwt.key") << "mine";
  EXPECT_THAT(refusal(used, target.location()), testing::HasSubstr("has jwt.key in it: restore into an empty one"));

  const TestDatabase full(database_kind);
  must(must(full.location().open_exclusively())
           ->run_script("INSERT INTO organisations VALUES ('o', 'Riverside', 'riverside', 1, 1)"));
  const fs::path data = new_directory();
  EXPECT_THAT(refusal(data, full.location()), testing::HasSubstr("already has rows in organisations"));
  EXPECT_TRUE(fs::is_empty(data));

  std::ofstream(data / "pagewright.toml") << "port = 1";
  std::ofstream(data / "lock") << "";
  EXPECT_EQ(refusal(data, target.location()), "restored");
}

TEST_F(Backup, OfAnOlderSchemaIsBroughtUpToDateAndOfANewerOneRefused) {
  const TestDatabase source(Kind::sqlite);
  const auto migrations = must(database::read_migrations());
  must(database::Migrator(*must(source.location().open_exclusively()), migrations).revert());
  const auto older = must(backup::take({new_directory(), source.location()}, folder / "older", "0.0.9", 1));
  EXPECT_EQ(older.manifest.schema, migrations.size() - 1);
  const TestDatabase target(database_kind, TestDatabase::Contents::nothing);
  must(backup::restore(older.file, {new_directory(), target.location()}));
  EXPECT_TRUE(must(database::Migrator(*must(target.location().open_exclusively()), migrations).run()).empty());

  must(must(source.location().open_exclusively())
           ->run_script("INSERT INTO schema_migrations VALUES (9999, 'of the future', 1)"));
  const auto newer = must(backup::take({new_directory(), source.location()}, folder / "newer", "7.0.0", 1));
  const auto restored = backup::restore(newer.file, {new_directory(), target.location()});
  ASSERT_FALSE(restored);
  EXPECT_THAT(restored.error().cause, testing::HasSubstr("use Pagewright 7.0.0 or a newer one"));
}

TEST_F(Backup, SaysThatAnAuditLogWasBrokenBefore) {
  Installation installation;
  installation.create_page("Home");
  must(installation.run_sql("UPDATE audit_log SET detail = '{\"x\":1}' WHERE sequence = 1"));
  const auto taken = must(backup::take(installation.installed(), folder, "0.1.0", 1));
  const auto verified = must(backup::verify(taken.file));
  EXPECT_TRUE(std::ranges::any_of(verified.audit_logs, [](const auto& log) { return !log.fault.empty(); }));
}

}  // namespace
}  // namespace pagewright::scenarios
