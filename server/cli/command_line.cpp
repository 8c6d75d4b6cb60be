#include "server/cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#include "server/cli/configuration.hpp"

namespace pagewright::cli {
namespace {

// What is chosen on the command line, by whichever command is given: there is only one.
struct Chosen {
  Flags flags;
  std::string configuration_file;  // empty: the data directory's, if there is one
};

void add_switch(CLI::App& command, const Setting& setting, Flags& flags) {
  const bool is_usual = setting.get() == "true";
  const auto add = [&](const std::string& name, const char* value, bool is_shown) {
    auto* option =
        command.add_flag_callback(name, [&flags, key = setting.key, value] { flags[key] = value; }, setting.what);
    if (!is_shown) option->group("");
  };
  add("--" + setting.key, "true", !is_usual);
  add("--no-" + setting.key, "false", is_usual);
}

void add_settings(CLI::App& command, const std::vector<Setting>& settings, Chosen& chosen) {
  command
      .add_option("--config", chosen.configuration_file,
                  "Configuration file (default: " + std::string(configuration_file) + " in the data directory)")
      ->envname("PAGEWRIGHT_CONFIG");
  for (const Setting& setting : settings) {
    if (!setting.has_flag) continue;
    if (setting.kind == Setting::Kind::boolean) {
      add_switch(command, setting, chosen.flags);
      continue;
    }
    command
        .add_option_function<std::string>(
            "--" + setting.key,
            [&flags = chosen.flags, key = setting.key](const std::string& value) { flags[key] = value; },
            setting.what + " ($" + setting.variable + ")")
        ->default_str(setting.get());
  }
}

MigrateCommand::Action migrate_action(const CLI::App& command) {
  using enum MigrateCommand::Action;
  if (command.got_subcommand("run")) return run;
  if (command.got_subcommand("revert")) return revert;
  return command.got_subcommand("generate") ? generate : status;
}

CLI::App* add_migrate_command(CLI::App& program, MigrateCommand& migrate) {
  auto* command = program.add_subcommand("migrate", "Change the database's schema");
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
  command->add_option("--to", copy.to, "postgres://… or sqlite:FILE; without it the database that is configured");
  return command;
}

CLI::App* add_backup_command(CLI::App& program, BackupCommand& backup) {
  auto* command = program.add_subcommand("backup", "Put everything into one file, also while the server runs");
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
  command->add_option("file", restore.file, "The backup")->required();
  return command;
}

CLI::App* add_audit_command(CLI::App& program) {
  auto* command = program.add_subcommand("audit", "Check the audit log");
  command->require_subcommand(1);
  command->fallthrough();
  command->add_subcommand("verify", "Say how many rows hold, and find the first that was changed afterwards");
  return command;
}

std::vector<std::string> keys_of(const std::vector<Setting>& settings) {
  std::vector<std::string> keys;
  for (const Setting& setting : settings) {
    keys.push_back(setting.key);
    if (setting.is_secret) keys.push_back(setting.key + "-file");
  }
  return keys;
}

// The file that was named, or the one in the data directory.
ConfigurationFile file_of(const Chosen& chosen, const Setting& data) {
  if (!chosen.configuration_file.empty()) return {.path = chosen.configuration_file, .must_exist = true};
  // Which directory that is, only a flag or the environment can say: the file is in it.
  const auto configured = configure({data}, chosen.flags, {.path = "/dev/null"});
  return {.path = std::filesystem::path(data.get()) / configuration_file};
}

Configuration configure_all(ServeCommand& command, const Chosen& chosen) {
  const auto settings = settings_of(command);
  auto configuration = configure(settings, chosen.flags, file_of(chosen, settings.front()));
  for (auto& sentence : contradictions(command)) configuration.faults.push_back(std::move(sentence));
  return configuration;
}

// A command that takes only the place of what there is; the file may say more.
std::vector<std::string> configure_place(const std::vector<Setting>& settings, const Chosen& chosen) {
  ServeCommand all;
  auto file = file_of(chosen, settings.front());
  file.other_keys = keys_of(settings_of(all));
  return configure(settings, chosen.flags, file).faults;
}

Finished complain(const std::vector<std::string>& faults) {
  std::cerr << "pagewright: the configuration is wrong:\n";
  for (const auto& fault : faults) std::cerr << "  " << fault << '\n';
  return Finished{2};
}

// The target is what a server that starts now would use.
Command copying(CopyCommand& copy, const Chosen& chosen) {
  auto faults = configure_place(settings_of_place(copy.data, copy.database_url), chosen);
  if (copy.to.empty()) copy.to = copy.database_url;
  if (faults.empty() && copy.to.empty())
    faults.push_back("--to: say which database to copy to, here or as DATABASE_URL");
  if (!faults.empty()) return complain(faults);
  return copy;
}

// Commands that look into the place of what there is.
struct PlacedCommands {
  MigrateCommand migrate;
  BackupCommand backup;
  RestoreCommand restore;
  AuditCommand audit;
};

template <typename Placed>
Command placed(Placed& command, const Chosen& chosen) {
  const auto faults = configure_place(settings_of_place(command.data, command.database_url), chosen);
  if (!faults.empty()) return complain(faults);
  return command;
}

}  // namespace

std::string version() {
  return PAGEWRIGHT_VERSION;
}

Command parse_command_line(int count, const char* const* arguments) {
  CLI::App program{"Pagewright: a self-hosted visual page builder", "pagewright"};
  program.require_subcommand(1);
  program.set_version_flag("--version", version());

  Chosen chosen;
  ServeCommand serve;
  const auto* serve_command = program.add_subcommand("serve", "Serve the editor, the API and the published sites");
  const auto* config_command = program.add_subcommand("config", "Print what is configured, and where");
  const auto* doctor_command = program.add_subcommand("doctor", "Say what is well, and what to do about the rest");
  for (const char* name : {"serve", "config", "doctor"})
    add_settings(*program.get_subcommand(name), settings_of(serve), chosen);

  PlacedCommands commands;
  auto* migrate_command = add_migrate_command(program, commands.migrate);
  auto* backup_command = add_backup_command(program, commands.backup);
  auto* restore_command = add_restore_command(program, commands.restore);
  auto* audit_command = add_audit_command(program);
  CopyCommand copy;
  auto* copy_command = add_copy_command(program, copy);
  for (auto* command : {migrate_command, backup_command, restore_command, audit_command, copy_command})
    add_settings(*command, settings_of_place(serve.data, serve.database_url), chosen);

  const auto* liquid_command =
      program.add_subcommand("liquid", "Render templates: a JSON request a line in, a JSON answer a line out");
  const auto* openapi_command = program.add_subcommand("openapi", "Print the OpenAPI document of the API");
  const auto* version_command = program.add_subcommand("version", "Print the version");
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
    commands.migrate.action = migrate_action(*migrate_command);
    return placed(commands.migrate, chosen);
  }
  if (backup_command->parsed()) {
    if (backup_command->got_subcommand("verify")) commands.backup.action = BackupCommand::Action::verify;
    return placed(commands.backup, chosen);
  }
  if (restore_command->parsed()) return placed(commands.restore, chosen);
  if (audit_command->parsed()) return placed(commands.audit, chosen);
  if (copy_command->parsed()) return copying(copy, chosen);
  if (liquid_command->parsed()) return LiquidCommand{};
  if (openapi_command->parsed()) return OpenApiCommand{};
  auto configuration = configure_all(serve, chosen);
  if (doctor_command->parsed()) return DoctorCommand{.serve = serve, .configuration = std::move(configuration)};
  if (config_command->parsed()) return ConfigCommand{std::move(configuration)};
  if (!configuration.faults.empty()) return complain(configuration.faults);
  return serve;
}

}  // namespace pagewright::cli
