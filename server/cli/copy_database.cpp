#include "server/cli/copy_database.hpp"

#include <iostream>
#include <set>
#include <vector>

#include "server/cli/data_directory.hpp"
#include "server/database/copy.hpp"
#include "server/database/database_location.hpp"

namespace pagewright::cli {
namespace {

using database::DatabaseLocation;

std::unexpected<Problem> refused(std::string sentence) {
  return std::unexpected(Problem::internal(std::move(sentence)));
}

std::filesystem::path folder_of(const DatabaseLocation& location) {
  return std::filesystem::weakly_canonical(std::filesystem::absolute(location.file())).parent_path();
}

// Keeps servers away from the files of SQLite for as long as they live.
Outcome<std::vector<DataDirectory>> lock(const DatabaseLocation& from, const DatabaseLocation& to) {
  std::set<std::filesystem::path> folders;
  for (const DatabaseLocation& location : {from, to})
    if (!location.is_postgres()) folders.insert(folder_of(location));
  std::vector<DataDirectory> locks;
  for (const auto& folder : folders) locks.push_back(TRY(DataDirectory::open(folder)));
  return locks;
}

Outcome<void> perform(const CopyCommand& command) {
  const auto from = TRY(DatabaseLocation::parse(command.from, command.data / DataDirectory::database_name));
  const auto to = TRY(DatabaseLocation::parse(command.to, {}));
  if (!from.is_postgres() && !std::filesystem::exists(from.file()))
    return refused("There is no database at " + from.file().string() + ": name it with --from or --data.");
  if (from.description() == to.description()) return refused("The source and the target are the same database.");
  const auto locks = TRY(lock(from, to));
  const auto source = TRY(from.open_exclusively());
  const auto target = TRY(to.open_exclusively());
  std::int64_t rows = 0;
  for (const auto& table : TRY(database::copy_database(*source, *target, TRY(database::read_migrations())))) {
    std::cout << table.name << ": " << table.rows << '\n';
    rows += table.rows;
  }
  std::cout << "Copied " << rows << " rows to the " << to.description()
            << ". Keep the data directory: it has the secret that sessions are signed with.\n";
  return {};
}

}  // namespace

int copy_database(const CopyCommand& command) {
  const auto performed = perform(command);
  if (performed) return 0;
  std::cerr << "pagewright: " << performed.error().cause << '\n';
  return 1;
}

}  // namespace pagewright::cli
