// Backups: all of an installation in one file (docs/formats/backup.md). Faults say in `cause`, as sentences, what was
// wrong and what to do.
#pragma once

#include <filesystem>

#include "server/audit/verification.hpp"
#include "server/backup/manifest.hpp"
#include "server/database/database_location.hpp"

namespace pagewright::backup {

struct Installation {
  std::filesystem::path data_directory;
  database::DatabaseLocation location;
};

struct Taken {
  std::filesystem::path file;
  Manifest manifest;
};

// Takes a backup, beside a running server or without one: first one state of the database, then the files of the data
// directory, so that each file that the database speaks of is there. `target` is the file to make, or a folder in which
// it gets a name with the time. Nothing half done ever has that name.
[[nodiscard]] Outcome<Taken> take(const Installation& from, const std::filesystem::path& target,
                                  const std::string& program, Milliseconds now);

struct Verified {
  Manifest manifest;
  std::vector<audit::Verification> audit_logs;
};

// Reads a whole backup and holds it against its manifest; then looks for damage in its database, and follows the audit
// logs. What those say is no fault of the backup. Needs room for the database beside the backup.
[[nodiscard]] Outcome<Verified> verify(const std::filesystem::path& file);

// Makes an installation of a verified backup, which may be of an older version of Pagewright or from the other kind of
// database. The data directory, locked by the caller, has nothing but its lock and its configuration, and the database
// has no rows: otherwise nothing is done.
[[nodiscard]] Outcome<Verified> restore(const std::filesystem::path& file, const Installation& into);

// The file in the data directory that says when the last backup was taken, and where it is.
inline constexpr std::string_view last_backup_name = "last-backup.json";

}  // namespace pagewright::backup
