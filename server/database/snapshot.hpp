// The whole of a database as one file of SQLite, taken while a server writes to it.
#pragma once

#include "server/database/database_location.hpp"
#include "server/database/migrations.hpp"

namespace pagewright::database {

// Writes one consistent state of the database into `file`, which must not exist. Writers are not held up. From
// PostgreSQL its rows are copied, which needs the schema that `migrations` make; from SQLite whatever is there.
[[nodiscard]] Outcome<void> write_snapshot(const DatabaseLocation& location, const std::filesystem::path& file,
                                           const std::vector<Migration>& migrations);

// What is wrong with a file of SQLite in itself: damaged pages, rows that are missing from an index, references to rows
// that are not there. Empty: nothing.
[[nodiscard]] Outcome<std::string> find_damage(const std::filesystem::path& file);

}  // namespace pagewright::database
