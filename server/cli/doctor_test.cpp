#include "server/cli/doctor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sodium.h>

#include <fstream>
#include <sstream>

#include "server/backup/backup.hpp"
#include "server/base/digest.hpp"
#include "server/cli/data_directory.hpp"
#include "server/database/checking/test_database.hpp"
#include "server/database/migrations.hpp"
#include "server/http/server.hpp"

namespace pagewright::cli {
namespace {

namespace fs = std::filesystem;
using database::must;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using enum Finding::Level;

struct DoctorTest : testing::Test {
  DoctorTest() {
    EXPECT_GE(sodium_init(), 0);
    fs::create_directories(folder / "data");
    fs::permissions(folder / "data", fs::perms::owner_all);
    command.data = folder / "data";
    command.port = command.sites_port = 0;
  }
  ~DoctorTest() override { fs::remove_all(folder); }

  // "warn backup: No backup was …"
  template <typename Examine, typename... More>
  std::vector<std::string> found(const Examine& examine, const More&... more) {
    Findings findings;
    examine(command, more..., findings);
    std::vector<std::string> lines;
    for (const auto& finding : findings) {
      EXPECT_EQ(finding.level == ok, finding.to_do.empty()) << finding.found << " needs what to do, and only then";
      const char* level = finding.level == ok ? "ok " : finding.level == warn ? "warn " : "fail ";
      lines.push_back(level + finding.about + ": " + finding.found);
    }
    return lines;
  }
  void fill_database() {
    const auto connection =
        must(database::DatabaseLocation::in_file(command.data / "pagewright.db").open_exclusively());
    must(database::Migrator(*connection, must(database::read_migrations())).run());
  }
  void run(const std::string& sql) {
    must(must(database::DatabaseLocation::in_file(command.data / "pagewright.db").open_exclusively())->run_script(sql));
  }

  const fs::path folder = fs::temp_directory_path() / ("pagewright-doctor-" + random_secret(9));
  ServeCommand command;
};

TEST_F(DoctorTest, LooksAtTheDataDirectory) {
  EXPECT_THAT(found(examine_data_directory), testing::ElementsAre(HasSubstr("ok data directory: ")));
  fs::permissions(command.data, fs::perms::others_read, fs::perm_options::add);
  EXPECT_THAT(found(examine_data_directory), Contains(HasSubstr("warn data directory: Others may enter or read")));
  command.data /= "nowhere";
  EXPECT_THAT(found(examine_data_directory), testing::ElementsAre(HasSubstr("warn data directory: There is none")));
  EXPECT_THAT(found(examine_disk), testing::ElementsAre(HasSubstr(" MB are free at " + (folder / "data").string())));
}

TEST_F(DoctorTest, LooksAtTheDatabaseItsSchemaAndItsAuditLog) {
  EXPECT_THAT(found(examine_database), testing::ElementsAre(HasSubstr("warn database: There is none at ")));
  fill_database();
  EXPECT_THAT(found(examine_database),
              testing::ElementsAre(HasSubstr("ok database: The SQLite in "), HasSubstr("ok schema: It is up to date"),
                                   HasSubstr("ok audit log: All 0 rows hold.")));
  run("INSERT INTO organisations VALUES ('o', 'Riverside', 'riverside', 1, 1); INSERT INTO audit_heads VALUES ('o', 3, "
      "'x')");
  EXPECT_THAT(found(examine_database), Contains(HasSubstr("fail audit log: That of riverside is broken: ")));
  run("DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)");
  EXPECT_THAT(found(examine_database), Contains(HasSubstr("warn schema: ")));
  run("INSERT INTO schema_migrations VALUES (9999, 'future', 1)");
  EXPECT_THAT(found(examine_database), Contains(HasSubstr("fail schema: The schema has number 9999")));
  std::ofstream(command.data / "pagewright.db", std::ios::trunc) << "no database, but long enough to be looked at";
  EXPECT_THAT(found(examine_database), Contains(HasSubstr("fail database: ")));
}

TEST_F(DoctorTest, LooksAtPostgresWithoutShowingItsPassword) {
  const database::TestDatabase place(database::Kind::postgres);
  command.database_url = place.url();
  EXPECT_THAT(found(examine_database), Contains(HasSubstr("ok database: The PostgreSQL database ")));
  command.database_url = "postgres://someone:s3cret@127.0.0.1:1/nothing";
  const auto findings = found(examine_database);
  EXPECT_THAT(findings, testing::ElementsAre(HasSubstr("fail database: ")));
  EXPECT_THAT(findings[0], Not(HasSubstr("s3cret")));
}

TEST_F(DoctorTest, LooksWhetherPortsAreFree) {
  http::Server other(1);
  command.port = must(other.listen("127.0.0.1", 0, [](auto, auto&) {}));
  EXPECT_THAT(found(examine_ports), testing::ElementsAre(HasSubstr("fail port: Port ")));
  {
    const auto server = must(DataDirectory::open(command.data));
    EXPECT_THAT(found(examine_ports), testing::ElementsAre(HasSubstr("ok port: ")));
  }
  command.port = 0;
  EXPECT_TRUE(found(examine_ports).empty());
}

TEST_F(DoctorTest, LooksAtAddresses) {
  EXPECT_THAT(found(examine_addresses), testing::Each(testing::StartsWith("ok ")));
  command.host = "0.0.0.0";
  EXPECT_THAT(found(examine_addresses), testing::Each(testing::StartsWith("warn ")));
  command.url = "http://pages.example.org";
  EXPECT_THAT(found(examine_addresses), Contains(HasSubstr("warn url: http://pages.example.org is not encrypted")));
  command.url = command.sites_url = "https://pages.example.org";
  EXPECT_THAT(found(examine_addresses), Contains(HasSubstr("fail sites-url: ")));
  command.sites_url = "https://www.example.org";
  EXPECT_THAT(found(examine_addresses), testing::Each(testing::StartsWith("ok ")));
}

TEST_F(DoctorTest, LooksWhetherTheMailServerIsReached) {
  EXPECT_THAT(found(examine_mail), testing::ElementsAre(HasSubstr("warn mail: No e-mails are sent")));
  http::Server other(1);
  const auto port = must(other.listen("127.0.0.1", 0, [](auto, auto&) {}));
  command.smtp_url = "smtp://mailer:s3cret@127.0.0.1:" + std::to_string(port);
  EXPECT_THAT(found(examine_mail), testing::ElementsAre("ok mail: 127.0.0.1:" + std::to_string(port) + " is reached."));
  command.smtp_url = "smtps://mailer:s3cret@127.0.0.1:1";
  const auto findings = found(examine_mail);
  EXPECT_THAT(findings, testing::ElementsAre("fail mail: 127.0.0.1:1 is not reached: Connection refused."));
}

TEST_F(DoctorTest, LooksWhetherFilesCanBeKept) {
  EXPECT_THAT(found(examine_storage), testing::ElementsAre("ok storage: Uploaded files are kept in the data directory.",
                                                           "ok pictures: libvips is there."));
  command.storage = {.bucket_url = "http://127.0.0.1:1/pages", .access_key = "AKID", .secret_key = "s3cret"};
  const auto findings = found(examine_storage);
  EXPECT_THAT(findings[0], HasSubstr("fail storage: Nothing can be kept in http://127.0.0.1:1/pages: "));
  EXPECT_THAT(findings[0], testing::Not(HasSubstr("s3cret")));
}

TEST_F(DoctorTest, LooksAtTheAgeOfTheLastBackup) {
  const Milliseconds now = now_milliseconds();
  EXPECT_THAT(found(examine_backups, now), testing::ElementsAre(HasSubstr("warn backup: No backup was taken")));
  fill_database();
  const auto taken = must(backup::take(
      {command.data, database::DatabaseLocation::in_file(command.data / "pagewright.db")}, folder, "0.1.0", now));
  EXPECT_THAT(found(examine_backups, now), testing::ElementsAre(HasSubstr("ok backup: The last was taken ")));
  EXPECT_THAT(found(examine_backups, now + 8 * Milliseconds{86'400'000}),
              testing::ElementsAre(HasSubstr("over a week ago")));
  fs::remove(taken.file);
  EXPECT_THAT(found(examine_backups, now), testing::ElementsAre(HasSubstr("It is not there any more")));
}

TEST_F(DoctorTest, FailsWhereSomethingFailsAndNotWhereItOnlyWarns) {
  std::ostringstream out;
  EXPECT_EQ(doctor({command, {}}, out), 0);
  EXPECT_THAT(out.str(), HasSubstr("\nwarn  backup          No backup was taken with this program yet.\n"));
  EXPECT_THAT(out.str(), HasSubstr("\n                      → pagewright backup FOLDER"));
  EXPECT_THAT(out.str(), HasSubstr("clock           It is "));
  EXPECT_EQ(doctor({command, {.values = {}, .faults = {"--port: must be a number"}}}, out), 1);
  EXPECT_THAT(out.str(), HasSubstr("fail  configuration   --port: must be a number.\n"));
}

}  // namespace
}  // namespace pagewright::cli
