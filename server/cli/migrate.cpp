#include "server/cli/migrate.hpp"

#include <iostream>

#include "server/cli/data_directory.hpp"
#include "server/cli/generate_migration.hpp"
#include "server/database/database_location.hpp"
#include "server/database/migrations.hpp"

namespace pagewright::cli {
namespace {

Outcome<void> run(database::Migrator& migrator) {
  const auto applied = TRY(migrator.run());
  for (const auto& name : applied) std::cout << "applied " << name << '\n';
  if (applied.empty()) std::cout << "Nothing to do: the schema is up to date.\n";
  return {};
}

Outcome<void> revert(database::Migrator& migrator) {
  const auto reverted = TRY(migrator.revert());
  std::cout << (reverted ? "reverted " + *reverted : "Nothing to revert.") << '\n';
  return {};
}

Outcome<void> print_status(database::Migrator& migrator) {
  for (const auto& state : TRY(migrator.status())) {
    std::cout << (state.applied_at ? "applied  " : "pending  ") << state.number << "  " << state.name << '\n';
  }
  return {};
}

Outcome<void> generate(const MigrateCommand& command) {
  for (const auto& file : TRY(generate_migration(command.folder, command.name)))
    std::cout << "wrote " << file.string() << '\n';
  return {};
}

Outcome<void> perform(const MigrateCommand& command) {
  if (command.action == MigrateCommand::Action::generate) return generate(command);
  const auto directory = TRY(DataDirectory::open(command.data));
  const auto location = TRY(database::DatabaseLocation::parse(command.database_url, directory.database_file()));
  std::optional<DataDirectory> other_directory;
  if (!location.is_postgres())
    if (auto other = TRY(directory.lock_folder_of(location.file()))) other_directory.emplace(std::move(*other));
  const auto connection = TRY(location.open_exclusively());
  database::Migrator migrator(*connection, TRY(database::read_migrations()));
  switch (command.action) {
    case MigrateCommand::Action::run:
      return run(migrator);
    case MigrateCommand::Action::revert:
      return revert(migrator);
    case MigrateCommand::Action::status:
      return print_status(migrator);
    case MigrateCommand::Action::generate:
      break;
  }
  __builtin_unreachable();
}

}  // namespace

int migrate(const MigrateCommand& command) {
  const auto performed = perform(command);
  if (performed) return 0;
  std::cerr << "pagewright: " << performed.error().cause << '\n';
  return 1;
}

}  // namespace pagewright::cli
