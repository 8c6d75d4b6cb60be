// Numbered schema changes, up and down, embedded in the program: server/database/migrations/0001_<name>.up.sql and
// .down.sql.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/database/exclusive_connection.hpp"
#include "server/embedded/embedded_files.hpp"

namespace pagewright::database {

struct Migration {
  unsigned number;
  std::string name;
  std::string_view up;
  std::string_view down;
};

// The migrations among `files`, in order. A gap in the numbers or a missing half is an error.
[[nodiscard]] Outcome<std::vector<Migration>> read_migrations(
    std::span<const embedded::File> files = embedded::migrations());

struct MigrationState {
  unsigned number;
  std::string name;
  std::optional<std::int64_t> applied_at;  // milliseconds since 1970; nothing: pending
};

// Applies and reverts migrations on one connection. Each one is a transaction of its own, recorded in
// schema_migrations.
class Migrator {
 public:
  // `connection` must outlive the migrator.
  Migrator(ExclusiveConnection& connection, std::vector<Migration> migrations)
      : connection_(connection), migrations_(std::move(migrations)) {}

  // Applies all that are pending and gives their names. Fails on a schema newer than this program.
  Outcome<std::vector<std::string>> run();
  // Reverts the newest one and gives its name; nothing where none is applied.
  Outcome<std::optional<std::string>> revert();
  Outcome<std::vector<MigrationState>> status();

 private:
  Outcome<unsigned> newest_applied();
  Outcome<void> change_schema(std::string_view script, std::string_view record,
                              std::initializer_list<Parameter> parameters);

  ExclusiveConnection& connection_;
  std::vector<Migration> migrations_;
};

}  // namespace pagewright::database
