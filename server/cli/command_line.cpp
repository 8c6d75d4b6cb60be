#include "server/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

namespace pagewright::cli {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

void add_database_options(CLI::App& command, std::filesystem::path& data, std::string& database_url) {
  command.add_option("--data", data, "Directory where everything is kept")->envname("PAGEWRIGHT_DATA");
  // The environment keeps the password out of the list of processes.
  command.add_option("--database-url", database_url, "postgres://…; without it SQLite in the data directory")
      ->envname("DATABASE_URL");
}

MigrateCommand::Action migrate_action(const CLI::App& command) {
  using enum MigrateCommand::Action;
  if (command.got_subcommand("run")) return run;
  if (command.got_subcommand("revert")) return revert;
  return command.got_subcommand("generate") ? generate : status;
}

CLI::App* add_migrate_command(CLI::App& program, MigrateCommand& migrate) {
  auto* command = program.add_subcommand("migrate", "Change the database's schema");
  add_database_options(*command, migrate.data, migrate.database_url);
  command->require_subcommand(1);
  command->fallthrough();
  command->add_subcommand("run", "Apply all pending migrations");
  command->add_subcommand("revert", "Revert the newest migration");
  command->add_subcommand("status", "List the migrations");
  auto* generate = command->add_subcommand("generate", "Write the files of a new migration");
  generate->add_option("name", migrate.name, "What it does, such as page_grants")->required();
  generate->add_option("--folder", migrate.folder, "Where the migrations are")->capture_default_str();
  return command;
}

CLI::App* add_copy_command(CLI::App& program, CopyCommand& copy) {
  auto* databases = program.add_subcommand("db", "Work with whole databases");
  databases->require_subcommand(1);
  auto* command = databases->add_subcommand("copy", "Copy everything into another, empty database");
  command->add_option("--from", copy.from, "postgres://… or sqlite:FILE; without it SQLite in the data directory");
  command->add_option("--to", copy.to, "postgres://… or sqlite:FILE")->envname("DATABASE_URL")->required();
  command->add_option("--data", copy.data, "Directory where everything is kept")->envname("PAGEWRIGHT_DATA");
  return command;
}

CLI::App* add_backup_command(CLI::App& program, BackupCommand& backup) {
  auto* command = program.add_subcommand("backup", "Put everything into one file, also while the server runs");
  add_database_options(*command, backup.data, backup.database_url);
  auto* target = command->add_option("target", backup.target, "The file to write, or the folder for it");
  command->require_subcommand(0, 1);
  auto* verify = command->add_subcommand("verify", "Say whether a backup is whole");
  verify->add_option("file", backup.target, "The backup")->required();
  command->parse_complete_callback([target, verify] {
    if (!verify->parsed() && target->empty()) throw CLI::RequiredError("target");
  });
  return command;
}

CLI::App* add_restore_command(CLI::App& program, RestoreCommand& restore) {
  auto* command = program.add_subcommand("restore", "Fill an empty data directory and database from a backup");
  add_database_options(*command, restore.data, restore.database_url);
  command->add_option("file", restore.file, "The backup")->required();
  return command;
}

CLI::App* add_audit_command(CLI::App& program, AuditCommand& audit) {
  auto* command = program.add_subcommand("audit", "Check the audit log");
  add_database_options(*command, audit.data, audit.database_url);
  command->require_subcommand(1);
  command->fallthrough();
  command->add_subcommand("verify", "Say how many rows hold, and find the first that was changed afterwards");
  return command;
}

void add_serve_options(CLI::App& serve, ServeCommand& command) {
  serve.add_option("--host", command.host, "Address to listen on; 0.0.0.0 for all")
      ->envname("PAGEWRIGHT_HOST")
      ->capture_default_str();
  serve.add_option("--port", command.port, "Port of the editor and the API")
      ->envname("PAGEWRIGHT_PORT")
      ->capture_default_str();
  serve.add_option("--sites-port", command.sites_port, "Port of the published sites")
      ->envname("PAGEWRIGHT_SITES_PORT")
      ->capture_default_str();
  add_database_options(serve, command.data, command.database_url);
  serve.add_flag("!--no-seed", command.seed, "Start without the sample organisation");
  serve.add_option("--url", command.url, "Where the editor is reached from outside")->envname("PAGEWRIGHT_URL");
  serve.add_option("--sites-url", command.sites_url, "Where published sites are reached from outside")
      ->envname("PAGEWRIGHT_SITES_URL");
  serve.add_option("--log", command.log, "all or warnings (default: warnings on a terminal, else all)")
      ->envname("PAGEWRIGHT_LOG")
      ->check(CLI::IsMember({"all", "warnings"}));
  serve.add_option("--smtp-url", command.smtp_url, "Mail server: smtps://user:password@mail.example.org")
      ->envname("PAGEWRIGHT_SMTP_URL");
  serve.add_option("--mail-from", command.mail_from, "Sender of e-mails: \"School <mail@school.example>\"")
      ->envname("PAGEWRIGHT_MAIL_FROM");
  serve.add_option("--threads", command.threads, "Event loops (default: one a processor)")->check(CLI::Range(1, 64));
}

// The past of pages that is kept.
void add_retention_options(CLI::App& serve, retention::Policy& policy) {
  constexpr int most_hours = 100 * 365 * 24;
  const auto add = [&](const char* name, const char* variable, std::chrono::hours& chosen, std::chrono::hours unit,
                       const char* what) {
    serve.add_option_function<int>(
             name, [&chosen, unit](int count) { chosen = count * unit; }, what)
        ->envname(variable)
        ->default_str(std::to_string(chosen / unit))
        ->check(CLI::Range(0, most_hours / static_cast<int>(unit.count())));
  };
  add("--auto-saves-hourly-after", "PAGEWRIGHT_AUTO_SAVES_HOURLY_AFTER", policy.hourly_after, std::chrono::hours(1),
      "Hours after which of an hour's Auto-saves only the last is kept");
  add("--auto-saves-daily-after", "PAGEWRIGHT_AUTO_SAVES_DAILY_AFTER", policy.daily_after, std::chrono::days(1),
      "Days after which of a day's Auto-saves only the last is kept");
  add("--log-days", "PAGEWRIGHT_LOG_DAYS", policy.transactions_for, std::chrono::days(1),
      "Days for which single changes are kept behind the last version");
  serve
      .add_option("--log-changes", policy.kept_transactions,
                  "Single changes of a branch that are kept behind its last version, for editors that come back")
      ->envname("PAGEWRIGHT_LOG_CHANGES")
      ->capture_default_str()
      ->check(CLI::Range(100, 1'000'000));
}

void add_form_options(CLI::App& serve, forms::Settings& settings) {
  serve
      .add_option_function<int>(
          "--form-days", [&settings](int count) { settings.kept_for = std::chrono::days(count); },
          "Days for which is kept what visitors send by forms")
      ->envname("PAGEWRIGHT_FORM_DAYS")
      ->default_str(std::to_string(settings.kept_for / std::chrono::days(1)))
      ->check(CLI::Range(1, 36'500));
}

void add_webhook_options(CLI::App& serve, webhooks::Settings& settings) {
  serve
      .add_flag_callback(
          "--allow-private-webhooks", [&settings] { settings.reach = outgoing::Reach::anywhere; },
          "Let webhooks reach this machine and private networks")
      ->envname("PAGEWRIGHT_ALLOW_PRIVATE_WEBHOOKS");
  serve
      .add_option_function<int>(
          "--webhook-log-days", [&settings](int count) { settings.log_for = std::chrono::days(count); },
          "Days for which is kept what was sent to webhooks")
      ->envname("PAGEWRIGHT_WEBHOOK_LOG_DAYS")
      ->default_str(std::to_string(settings.log_for / std::chrono::days(1)))
      ->check(CLI::Range(3, 36'500));
}

}  // namespace

std::string version() {
  return PAGEWRIGHT_VERSION;
}

Command parse_command_line(int count, const char* const* arguments) {
  CLI::App program{"Pagewright: a self-hosted visual page builder", "pagewright"};
  program.require_subcommand(1);
  program.set_version_flag("--version", version());

  ServeCommand serve;
  auto* serve_command = program.add_subcommand("serve", "Serve the editor, the API and the published sites");
  add_serve_options(*serve_command, serve);
  add_retention_options(*serve_command, serve.retention);
  add_webhook_options(*serve_command, serve.webhooks);
  add_form_options(*serve_command, serve.forms);

  MigrateCommand migrate;
  const auto* migrate_command = add_migrate_command(program, migrate);
  CopyCommand copy;
  const auto* copy_command = add_copy_command(program, copy);

  BackupCommand backup;
  const auto* backup_command = add_backup_command(program, backup);
  RestoreCommand restore;
  const auto* restore_command = add_restore_command(program, restore);

  AuditCommand audit;
  const auto* audit_command = add_audit_command(program, audit);

  auto* liquid_command =
      program.add_subcommand("liquid", "Render templates: a JSON request a line in, a JSON answer a line out");
  auto* openapi_command = program.add_subcommand("openapi", "Print the OpenAPI document of the API");

  auto* version_command = program.add_subcommand("version", "Print the version");
  program.add_subcommand("help", "Print this text");
  // Before parsing: afterwards help() would describe the subcommand "help".
  const auto everything = program.help("", CLI::AppFormatMode::All);

  try {
    program.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return Finished{program.exit(error, std::cout, std::cerr) == 0 ? 0 : 2};
  }
  if (version_command->parsed()) {
    std::cout << version() << '\n';
    return Finished{0};
  }
  if (program.got_subcommand("help")) {
    std::cout << everything;
    return Finished{0};
  }
  if (migrate_command->parsed()) {
    migrate.action = migrate_action(*migrate_command);
    return migrate;
  }
  if (copy_command->parsed()) return copy;
  if (backup_command->parsed()) {
    if (backup_command->got_subcommand("verify")) backup.action = BackupCommand::Action::verify;
    return backup;
  }
  if (restore_command->parsed()) return restore;
  if (audit_command->parsed()) return audit;
  if (liquid_command->parsed()) return LiquidCommand{};
  if (openapi_command->parsed()) return OpenApiCommand{};
  serve.admin_email = environment("PAGEWRIGHT_ADMIN_EMAIL");
  serve.admin_password = environment("PAGEWRIGHT_ADMIN_PASSWORD");
  return serve;
}

}  // namespace pagewright::cli
