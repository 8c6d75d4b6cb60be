#include "server/database/snapshot.hpp"

#include "server/database/copy.hpp"
#include "server/database/sqlite_connection.hpp"

namespace pagewright::database {
namespace {

// SQLite's own way: it reads one snapshot, and writes the file in order.
Outcome<void> vacuum_into(ExclusiveConnection& from, const std::filesystem::path& file) {
  TRY(from.run_script("PRAGMA query_only = OFF"));  // counts a new file as a change
  TRY(from.query("VACUUM INTO $1", {file.string()}));
  return {};
}

}  // namespace

Outcome<void> write_snapshot(const DatabaseLocation& location, const std::filesystem::path& file,
                             const std::vector<Migration>& migrations) {
  const auto from = TRY(location.open_for_reading());
  if (!location.is_postgres()) return vacuum_into(*from, file);
  const auto to = TRY(DatabaseLocation::in_file(file).open_exclusively());
  TRY(copy_database(*from, *to, migrations));
  return {};
}

Outcome<std::string> find_damage(const std::filesystem::path& file) {
  const auto connection = TRY(SqliteConnection::open(file, SqliteConnection::Use::reading));
  const auto faults = TRY(connection->query("PRAGMA integrity_check(1)"));
  if (faults.empty() || faults.front().text(0) != "ok")
    return "The database is damaged: " +
           (faults.empty() ? std::string("it cannot be checked") : faults.front().text(0)) + ".";
  const auto references = TRY(connection->query("PRAGMA foreign_key_check"));
  if (!references.empty()) return "The database has broken references in " + references.front().text(0) + ".";
  return std::string();
}

}  // namespace pagewright::database
