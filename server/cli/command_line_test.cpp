#include "server/cli/command_line.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <vector>

namespace pagewright::cli {
namespace {

Command parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "pagewright");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

TEST(CommandLine, ServeHasTheDefaultsThatTheDocumentsName) {
  const auto serve = std::get<ServeCommand>(parse({"serve"}));
  EXPECT_EQ(serve.host, "127.0.0.1");
  EXPECT_EQ(serve.port, 3001);
  EXPECT_EQ(serve.sites_port, 3002);
  EXPECT_EQ(serve.data, "data");
  EXPECT_TRUE(serve.seed);
}

TEST(CommandLine, ServeTakesItsOptions) {
  const auto serve = std::get<ServeCommand>(parse(
      {"serve", "--port", "4001", "--sites-port=4002", "--data", "/srv/pages", "--no-seed", "--host", "0.0.0.0"}));
  EXPECT_EQ(serve.port, 4001);
  EXPECT_EQ(serve.sites_port, 4002);
  EXPECT_EQ(serve.data, "/srv/pages");
  EXPECT_FALSE(serve.seed);
  EXPECT_EQ(serve.host, "0.0.0.0");
}

TEST(CommandLine, WebhooksReachThePublicInternetUnlessToldOtherwise) {
  const auto usual = std::get<ServeCommand>(parse({"serve"})).webhooks;
  EXPECT_EQ(usual.reach, outgoing::Reach::public_only);
  EXPECT_EQ(usual.log_for, std::chrono::days(30));
  const auto chosen =
      std::get<ServeCommand>(parse({"serve", "--allow-private-webhooks", "--webhook-log-days", "7"})).webhooks;
  EXPECT_EQ(chosen.reach, outgoing::Reach::anywhere);
  EXPECT_EQ(chosen.log_for, std::chrono::days(7));
  for (const auto& [value, reach] :
       {std::pair("true", outgoing::Reach::anywhere), std::pair("false", outgoing::Reach::public_only)}) {
    ::setenv("PAGEWRIGHT_ALLOW_PRIVATE_WEBHOOKS", value, 1);
    EXPECT_EQ(std::get<ServeCommand>(parse({"serve"})).webhooks.reach, reach) << value;
  }
  ::unsetenv("PAGEWRIGHT_ALLOW_PRIVATE_WEBHOOKS");
  EXPECT_EQ(std::get<Finished>(parse({"serve", "--webhook-log-days", "2"})).exit_code, 2);
}

TEST(CommandLine, TheEnvironmentNamesTheHostTheAdministratorAndTheMailServer) {
  ::setenv("PAGEWRIGHT_HOST", "0.0.0.0", 1);
  ::setenv("PAGEWRIGHT_ADMIN_EMAIL", "ada@example.org", 1);
  ::setenv("PAGEWRIGHT_ADMIN_PASSWORD", "correct horse battery", 1);
  ::setenv("PAGEWRIGHT_SMTP_URL", "smtp://localhost", 1);
  ::setenv("PAGEWRIGHT_MAIL_FROM", "mail@school.example", 1);
  const auto serve = std::get<ServeCommand>(parse({"serve"}));
  ::unsetenv("PAGEWRIGHT_SMTP_URL");
  ::unsetenv("PAGEWRIGHT_MAIL_FROM");
  ::unsetenv("PAGEWRIGHT_HOST");
  ::unsetenv("PAGEWRIGHT_ADMIN_EMAIL");
  ::unsetenv("PAGEWRIGHT_ADMIN_PASSWORD");
  EXPECT_EQ(serve.host, "0.0.0.0");
  EXPECT_EQ(serve.admin_email, "ada@example.org");
  EXPECT_EQ(serve.smtp_url, "smtp://localhost");
  EXPECT_EQ(serve.mail_from, "mail@school.example");
}

TEST(CommandLine, ServeTakesHowMuchOfThePastIsKept) {
  using namespace std::chrono_literals;
  const auto usual = std::get<ServeCommand>(parse({"serve"})).retention;
  EXPECT_EQ(usual.hourly_after, 24h);
  EXPECT_EQ(usual.daily_after, 30 * 24h);
  EXPECT_EQ(usual.kept_transactions, 5000);
  EXPECT_EQ(usual.transactions_for, 365 * 24h);
  EXPECT_EQ(usual.trash_for, 30 * 24h);
  ::setenv("PAGEWRIGHT_LOG_CHANGES", "200", 1);
  const auto chosen =
      std::get<ServeCommand>(parse({"serve", "--auto-saves-hourly-after", "2", "--auto-saves-daily-after=7",
                                    "--log-days", "90", "--trash-days", "14"}))
          .retention;
  ::unsetenv("PAGEWRIGHT_LOG_CHANGES");
  EXPECT_EQ(chosen.hourly_after, 2h);
  EXPECT_EQ(chosen.daily_after, 7 * 24h);
  EXPECT_EQ(chosen.kept_transactions, 200);
  EXPECT_EQ(chosen.transactions_for, 90 * 24h);
  EXPECT_EQ(chosen.trash_for, 14 * 24h);
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<Finished>(parse({"serve", "--auto-saves-daily-after", "-1"})).exit_code, 2);
  EXPECT_NE(testing::internal::GetCapturedStderr(), "");
}

TEST(CommandLine, MigrateTakesAnActionAndADirectory) {
  const auto status = std::get<MigrateCommand>(parse({"migrate", "status", "--data", "/srv/pages"}));
  EXPECT_EQ(status.action, MigrateCommand::Action::status);
  EXPECT_EQ(status.data, "/srv/pages");
  EXPECT_EQ(std::get<MigrateCommand>(parse({"migrate", "run"})).action, MigrateCommand::Action::run);
  EXPECT_EQ(std::get<MigrateCommand>(parse({"migrate", "revert"})).action, MigrateCommand::Action::revert);
}

TEST(CommandLine, BackupTakesATargetAndRestoreAFile) {
  const auto backup = std::get<BackupCommand>(parse({"backup", "/mnt/backups", "--data", "/srv/pages"}));
  EXPECT_EQ(backup.action, BackupCommand::Action::take);
  EXPECT_EQ(backup.target, "/mnt/backups");
  EXPECT_EQ(backup.data, "/srv/pages");
  const auto verify = std::get<BackupCommand>(parse({"backup", "verify", "a.tar.zst"}));
  EXPECT_EQ(verify.action, BackupCommand::Action::verify);
  EXPECT_EQ(verify.target, "a.tar.zst");
  const auto restore = std::get<RestoreCommand>(parse({"restore", "a.tar.zst", "--data", "/srv/pages"}));
  EXPECT_EQ(restore.file, "a.tar.zst");
  EXPECT_EQ(restore.data, "/srv/pages");
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<Finished>(parse({"backup"})).exit_code, 2);
  EXPECT_EQ(std::get<Finished>(parse({"backup", "verify"})).exit_code, 2);
  EXPECT_EQ(std::get<Finished>(parse({"restore"})).exit_code, 2);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("target is required"));
}

TEST(CommandLine, AuditVerifiesADirectory) {
  EXPECT_EQ(std::get<AuditCommand>(parse({"audit", "verify", "--data", "/srv/pages"})).data, "/srv/pages");
  EXPECT_EQ(std::get<Finished>(parse({"audit"})).exit_code, 2);
}

TEST(CommandLine, OpenApiTakesNothing) {
  EXPECT_TRUE(std::holds_alternative<OpenApiCommand>(parse({"openapi"})));
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<Finished>(parse({"openapi", "--port", "1"})).exit_code, 2);
  EXPECT_NE(testing::internal::GetCapturedStderr(), "");
}

TEST(CommandLine, MigrateGenerateTakesANameAndAFolder) {
  const auto generate = std::get<MigrateCommand>(parse({"migrate", "generate", "page_grants"}));
  EXPECT_EQ(generate.action, MigrateCommand::Action::generate);
  EXPECT_EQ(generate.name, "page_grants");
  EXPECT_EQ(generate.folder, "server/database/migrations");
  EXPECT_EQ(std::get<MigrateCommand>(parse({"migrate", "generate", "a", "--folder", "b"})).folder, "b");
}

TEST(CommandLine, TheEnvironmentNamesTheDatabaseAndTheOptionGoesBeforeIt) {
  ::setenv("DATABASE_URL", "postgres://localhost/one", 1);
  const auto serve = std::get<ServeCommand>(parse({"serve"}));
  const auto other = std::get<ServeCommand>(parse({"serve", "--database-url", "postgres://localhost/two"}));
  const auto migrate = std::get<MigrateCommand>(parse({"migrate", "status"}));
  ::unsetenv("DATABASE_URL");
  EXPECT_EQ(serve.database_url, "postgres://localhost/one");
  EXPECT_EQ(other.database_url, "postgres://localhost/two");
  EXPECT_EQ(migrate.database_url, "postgres://localhost/one");
  EXPECT_EQ(std::get<ServeCommand>(parse({"serve"})).database_url, "");
}

TEST(CommandLine, CopyTakesTwoDatabases) {
  const auto copy = std::get<CopyCommand>(parse({"db", "copy", "--from", "sqlite:a.db", "--to", "postgres://h/b"}));
  EXPECT_EQ(copy.from, "sqlite:a.db");
  EXPECT_EQ(copy.to, "postgres://h/b");
  const auto from_directory = std::get<CopyCommand>(parse({"db", "copy", "--data", "/srv/pages", "--to", "sqlite:b"}));
  ::setenv("DATABASE_URL", "postgres://h/c", 1);
  EXPECT_EQ(std::get<CopyCommand>(parse({"db", "copy"})).to, "postgres://h/c");
  ::unsetenv("DATABASE_URL");
  EXPECT_EQ(from_directory.from, "");
  EXPECT_EQ(from_directory.data, "/srv/pages");
}

TEST(CommandLine, CopyReadsTheConfigurationFileAsOtherCommandsDo) {
  const auto file =
      std::filesystem::temp_directory_path() / ("pagewright-copy-" + std::to_string(::getpid()) + ".toml");
  std::ofstream(file) << "data = \"/srv/pages\"\ndatabase-url = \"postgres://h/d\"\nport = 8080\n";
  const auto copy = std::get<CopyCommand>(parse({"db", "copy", "--config", file.c_str()}));
  EXPECT_EQ(copy.to, "postgres://h/d");
  EXPECT_EQ(copy.data, "/srv/pages");
  EXPECT_EQ(std::get<CopyCommand>(parse({"db", "copy", "--config", file.c_str(), "--to", "sqlite:b"})).to, "sqlite:b");
  std::ofstream(file) << "databse-url = \"postgres://h/d\"\n";
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<Finished>(parse({"db", "copy", "--config", file.c_str()})).exit_code, 2);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("did you mean database-url?"));
  std::filesystem::remove(file);
}

TEST(CommandLine, HelpAndVersionSucceedAndMistakesFail) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<Finished>(parse({"help"})).exit_code, 0);
  EXPECT_EQ(std::get<Finished>(parse({"--help"})).exit_code, 0);
  EXPECT_EQ(std::get<Finished>(parse({"version"})).exit_code, 0);
  EXPECT_EQ(std::get<Finished>(parse({})).exit_code, 2);
  EXPECT_EQ(std::get<Finished>(parse({"serve", "--port", "70000"})).exit_code, 2);
  EXPECT_EQ(std::get<Finished>(parse({"serve", "--prot", "1"})).exit_code, 2);
  EXPECT_EQ(std::get<Finished>(parse({"migrate", "generate"})).exit_code, 2);
  EXPECT_EQ(std::get<Finished>(parse({"db", "copy"})).exit_code, 2);
  const auto printed = testing::internal::GetCapturedStdout();
  EXPECT_THAT(printed, testing::HasSubstr("--sites-port"));
  EXPECT_THAT(printed, testing::HasSubstr(version() + "\n"));
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("--prot"));
}

}  // namespace
}  // namespace pagewright::cli
