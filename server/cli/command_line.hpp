// What the program is asked to do.
#pragma once

#include <filesystem>
#include <string>
#include <variant>

#include "server/assets/asset_service.hpp"
#include "server/cli/configured.hpp"
#include "server/forms/submission_service.hpp"
#include "server/releases/release_retention.hpp"
#include "server/retention/policy.hpp"
#include "server/storage/stores.hpp"
#include "server/webhooks/courier.hpp"

namespace pagewright::cli {

struct ServeCommand {
  std::string host = "127.0.0.1";
  unsigned short port = 3001;
  unsigned short sites_port = 3002;
  std::filesystem::path data = "data";
  std::string database_url;  // from the environment's DATABASE_URL; empty: SQLite in the data directory
  std::string metrics_host = "127.0.0.1";
  unsigned short metrics_port = 0;  // 0: no metrics are served
  bool seed = true;
  std::string url;               // where the editor is reached from outside; empty: http://localhost:<port>
  std::string sites_url;         // where published sites are reached from outside; empty: http://localhost:<sites-port>
  unsigned slow_query_ms = 500;  // statements that take longer are logged; 0: none
  bool log_queries = false;      // all statements are
  std::string log;               // "all", "warnings"; empty: warnings on a terminal, else all
  unsigned threads = 0;          // event loops; 0: one a processor
  std::string admin_email;       // with admin_password, from the environment
  std::string admin_password;
  std::string smtp_url;   // empty: no mail is sent
  std::string mail_from;  // who it is from
  retention::Policy retention;
  releases::Settings releases;  // how many are kept
  forms::Settings forms;
  webhooks::Settings webhooks;
  assets::Settings assets;
  storage::Settings storage;
};

struct MigrateCommand {
  enum class Action : unsigned char { run, revert, status, generate };
  Action action = Action::run;
  std::filesystem::path data = "data";
  std::string database_url;
  std::string name;  // of the migration to generate
  std::filesystem::path folder = "server/database/migrations";
};

// Copies one database to another.
struct CopyCommand {
  std::string from;          // as DATABASE_URL; empty: SQLite in the data directory
  std::string to;            // empty: database_url
  std::string database_url;  // as configured
  std::filesystem::path data = "data";
};

// Puts all of an installation into one file, or checks such a file.
struct BackupCommand {
  enum class Action : unsigned char { take, verify };
  Action action = Action::take;
  std::filesystem::path target;  // the file, or the folder for it
  std::filesystem::path data = "data";
  std::string database_url;
};

// Makes an installation of such a file.
struct RestoreCommand {
  std::filesystem::path file;
  std::filesystem::path data = "data";
  std::string database_url;
};

// Checks the audit log.
struct AuditCommand {
  std::filesystem::path data = "data";
  std::string database_url;
};

// Renders templates from standard input.
struct LiquidCommand {};

// Prints the OpenAPI document.
struct OpenApiCommand {};

// Prints what is configured.
struct ConfigCommand {
  Configuration configuration;
};

// Looks at an installation.
struct DoctorCommand {
  ServeCommand serve;
  Configuration configuration;
};

// Nothing more to do: what was asked for has been printed (help, version, or what is wrong with the command).
struct Finished {
  int exit_code;
};

using Command = std::variant<ServeCommand, MigrateCommand, CopyCommand, BackupCommand, RestoreCommand, AuditCommand,
                             LiquidCommand, OpenApiCommand, ConfigCommand, DoctorCommand, Finished>;

[[nodiscard]] Command parse_command_line(int count, const char* const* arguments);

// The program's version, "0.1.0".
[[nodiscard]] std::string version();

}  // namespace pagewright::cli
