#include "server/cli/configuration.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <regex>
#include <sstream>

#include "fixtures/source_directory.hpp"
#include "server/cli/print_configuration.hpp"

namespace pagewright::cli {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

// The environment and the files of a test, gone with it.
struct ConfigurationTest : testing::Test {
  ConfigurationTest() { fs::create_directories(folder); }
  ~ConfigurationTest() override {
    for (const auto& name : variables) ::unsetenv(name.c_str());
    fs::remove_all(folder);
  }
  void set(const std::string& name, const std::string& value) {
    variables.push_back(name);
    ::setenv(name.c_str(), value.c_str(), 1);
  }
  fs::path write(const std::string& name, const std::string& text) {
    std::ofstream(folder / name) << text;
    return folder / name;
  }
  Command parse(std::vector<std::string> words) {
    words.insert(words.begin(), "pagewright");
    words.insert(words.end(), {"--data", folder.string()});
    std::vector<const char*> arguments;
    for (const auto& word : words) arguments.push_back(word.c_str());
    return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
  }
  Configuration config(std::vector<std::string> words = {}) {
    words.insert(words.begin(), "config");
    return std::get<ConfigCommand>(parse(std::move(words))).configuration;
  }
  // "value  origin", the folder left out.
  std::string effective(const Configuration& configuration, const std::string& key) {
    for (const auto& value : configuration.values)
      if (value.key == key) return value.text + "  " + without_folder(value.origin);
    return "none";
  }
  std::string without_folder(std::string text) {
    const auto at = text.find(folder.string() + "/");
    return at == std::string::npos ? text : text.erase(at, folder.string().size() + 1);
  }
  std::vector<std::string> faults(const Configuration& configuration) {
    std::vector<std::string> all;
    for (const auto& fault : configuration.faults) all.push_back(without_folder(fault));
    return all;
  }

  const fs::path folder = fs::temp_directory_path() / ("pagewright-configuration-" + std::to_string(::getpid()));
  std::vector<std::string> variables;
};

TEST_F(ConfigurationTest, FlagsGoBeforeTheEnvironmentThatBeforeTheFile) {
  write("pagewright.toml", "port = 4001\nsites-port = 4002\nwebhook-log-days = 7\nseed = false\nhost = \"0.0.0.0\"\n");
  set("PAGEWRIGHT_PORT", "5001");
  set("PAGEWRIGHT_SITES_PORT", "5002");
  set("PAGEWRIGHT_HOST", "");  // as good as not set
  const auto configuration = config({"--port", "6001"});
  EXPECT_EQ(effective(configuration, "port"), "6001  --port");
  EXPECT_EQ(effective(configuration, "sites-port"), "5002  PAGEWRIGHT_SITES_PORT");
  EXPECT_EQ(effective(configuration, "webhook-log-days"), "7  pagewright.toml:3");
  EXPECT_EQ(effective(configuration, "seed"), "false  pagewright.toml:4");
  EXPECT_EQ(effective(configuration, "host"), "\"0.0.0.0\"  pagewright.toml:5");
  EXPECT_EQ(effective(configuration, "log-changes"), "5000  default");
  EXPECT_THAT(configuration.faults, ElementsAre());
  const auto serve = std::get<ServeCommand>(parse({"serve", "--port", "6001"}));
  EXPECT_EQ(serve.port, 6001);
  EXPECT_EQ(serve.sites_port, 5002);
  EXPECT_EQ(serve.webhooks.log_for, std::chrono::days(7));
  EXPECT_FALSE(serve.seed);
}

TEST_F(ConfigurationTest, AllFaultsAreToldAtOnceWithTheirPlaces) {
  write("pagewright.toml",
        "prot = 4001\nport = \"4001\"\nlog = \"loud\"\nwebhook-log-days = 1\n\n[mail]\nfrom = \"x\"\n");
  set("PAGEWRIGHT_SITES_PORT", "80 80");
  set("DATABASE_URL", "mysql://localhost/x");
  set("PAGEWRIGHT_SMTP_URL", "smtp://localhost");
  EXPECT_THAT(
      faults(config({"--url", "pages.example.org", "--log-changes", "5", "--port", "3002"})),
      testing::UnorderedElementsAre("pagewright.toml:1: unknown key prot: did you mean port?",
                                    "pagewright.toml:2: port must be a number without quotes",
                                    "pagewright.toml:3: log must be all or warnings",
                                    "pagewright.toml:4: webhook-log-days must be a whole number from 3 to 36500",
                                    "pagewright.toml:6: unknown key mail",
                                    "PAGEWRIGHT_SITES_PORT: sites-port must be a whole number from 0 to 65535",
                                    testing::StartsWith("DATABASE_URL: database-url is not usable: "),
                                    testing::StartsWith("--url: must begin with https://"),
                                    "--log-changes: must be a whole number from 100 to 1000000",
                                    "port and sites-port are both 3002: choose different ones",
                                    "smtp-url needs mail-from: the sender of e-mails"));
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<Finished>(parse({"serve"})).exit_code, 2);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("prot: did you mean port?"));
}

TEST_F(ConfigurationTest, AFileThatIsNoTomlIsNamedWithItsLine) {
  write("pagewright.toml", "port = 4001\nhost = \n");
  EXPECT_THAT(faults(config()), ElementsAre(testing::StartsWith("pagewright.toml:2: ")));
  const auto missing = config({"--config", (folder / "none.toml").string()});
  EXPECT_THAT(faults(missing), ElementsAre(testing::StartsWith("none.toml: ")));
}

TEST_F(ConfigurationTest, SecretsComeFromFilesAndAreNotShown) {
  write("password", "correct horse\n");
  write("url", "smtps://mailer:s3cret@mail.example.org:465\r\n");
  write("pagewright.toml", "smtp-url-file = \"" + (folder / "url").string() +
                               "\"\nmail-from = \"mail@school.example\"\nadmin-email = \"ada@school.example\"\n");
  set("PAGEWRIGHT_ADMIN_PASSWORD_FILE", folder / "password");
  set("DATABASE_URL", "postgres://pagewright:s3cret@db.example/pages?sslpassword=s3cret");
  const auto configuration = config();
  EXPECT_THAT(configuration.faults, ElementsAre());
  EXPECT_EQ(effective(configuration, "admin-password"), "\"***\"  PAGEWRIGHT_ADMIN_PASSWORD_FILE");
  EXPECT_EQ(effective(configuration, "smtp-url"), "\"smtps://mailer:***@mail.example.org:465\"  pagewright.toml:1");
  EXPECT_EQ(effective(configuration, "database-url"),
            "\"postgres://pagewright:***@db.example/pages?***\"  DATABASE_URL");
  const auto serve = std::get<ServeCommand>(parse({"serve"}));
  EXPECT_EQ(serve.admin_password, "correct horse");
  EXPECT_EQ(serve.smtp_url, "smtps://mailer:s3cret@mail.example.org:465");
  std::ostringstream out;
  EXPECT_EQ(print_configuration({configuration}, out), 0);
  EXPECT_THAT(out.str(), testing::Not(HasSubstr("s3cret")));
  EXPECT_THAT(out.str(), testing::Not(HasSubstr("horse")));
}

TEST_F(ConfigurationTest, ASecretThatIsGivenTwiceOrCannotBeReadIsAFault) {
  write("password", "x");
  set("PAGEWRIGHT_ADMIN_PASSWORD", "y");
  set("PAGEWRIGHT_ADMIN_PASSWORD_FILE", folder / "password");
  set("PAGEWRIGHT_ADMIN_EMAIL", "ada@school.example");
  set("PAGEWRIGHT_SMTP_URL_FILE", folder / "nowhere");
  EXPECT_THAT(faults(config()),
              testing::UnorderedElementsAre(
                  "PAGEWRIGHT_ADMIN_PASSWORD_FILE: PAGEWRIGHT_ADMIN_PASSWORD is given too: keep one of them",
                  testing::StartsWith("PAGEWRIGHT_SMTP_URL_FILE: cannot read ")));
}

TEST_F(ConfigurationTest, WhatIsPrintedIsAConfigurationFile) {
  set("PAGEWRIGHT_URL", "https://pages.example.org");
  const auto configuration = config({"--no-seed", "--allow-private-webhooks"});
  std::ostringstream out;
  ASSERT_EQ(print_configuration({configuration}, out), 0);
  ::unsetenv("PAGEWRIGHT_URL");
  const auto again = config({"--config", write("printed.toml", out.str()).string()});
  EXPECT_THAT(faults(again), ElementsAre());
  ASSERT_EQ(again.values.size(), configuration.values.size());
  for (std::size_t i = 0; i < again.values.size(); ++i) EXPECT_EQ(again.values[i].text, configuration.values[i].text);
}

TEST_F(ConfigurationTest, OtherCommandsFindTheDatabaseInTheFileToo) {
  write("pagewright.toml", "database-url = \"sqlite:/srv/pages.db\"\nport = 4001\n");
  EXPECT_EQ(std::get<AuditCommand>(parse({"audit", "verify"})).database_url, "sqlite:/srv/pages.db");
  EXPECT_EQ(std::get<BackupCommand>(parse({"backup", "/mnt"})).database_url, "sqlite:/srv/pages.db");
  write("pagewright.toml", "databaseurl = \"sqlite:/srv/pages.db\"\n");
  testing::internal::CaptureStderr();
  EXPECT_EQ(std::get<Finished>(parse({"migrate", "status"})).exit_code, 2);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), HasSubstr("did you mean database-url?"));
}

TEST(Masked, LeavesNoPassword) {
  EXPECT_EQ(masked("correct horse"), "***");
  EXPECT_EQ(masked("smtp://localhost:25"), "smtp://localhost:25");
  EXPECT_EQ(masked("smtp://mailer@localhost"), "smtp://mailer@localhost");
  EXPECT_EQ(masked("postgres://a:b@c@d/e"), "postgres://a:***@d/e");
  EXPECT_EQ(masked("postgres://h/d?password=p"), "postgres://h/d?***");
  EXPECT_EQ(masked("postgres://u:p?w@h/d"), "postgres://***");
  EXPECT_EQ(masked("sqlite:/srv/pages.db"), "sqlite:/srv/pages.db");
}

// "| `port` | `PAGEWRIGHT_PORT` | 3001 | …": each setting has its row, and each row its setting.
TEST(ConfigurationDocument, ListsEverySetting) {
  std::ifstream in(fixtures::source_directory() / "docs/operations/configuration.md");
  std::map<std::string, std::pair<std::string, std::string>> rows;
  const std::regex row(R"(\| `([a-z-]+)` \| `([A-Z_]+)` \| ([^|]*) \| .*)");
  std::smatch parts;
  for (std::string line; std::getline(in, line);)
    if (std::regex_match(line, parts, row)) rows[parts[1]] = {parts[2], parts[3]};
  ServeCommand usual;
  for (const Setting& setting : settings_of(usual)) {
    const std::string value = setting.get();
    EXPECT_EQ(rows[setting.key].first, setting.variable) << setting.key;
    EXPECT_EQ(rows[setting.key].second, value.empty() ? "" : "`" + value + "`") << setting.key;
    rows.erase(setting.key);
  }
  for (const auto& [key, rest] : rows) ADD_FAILURE() << key << " is documented, and is no setting";
}

}  // namespace
}  // namespace pagewright::cli
