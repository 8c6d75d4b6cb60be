// Which files of a data directory belong to a backup.
#pragma once

#include <filesystem>
#include <vector>

#include "server/backup/backup.hpp"

namespace pagewright::backup {

// Relative to the data directory, in order: all but locks, the database itself, and the record of backups.
[[nodiscard]] Outcome<std::vector<std::filesystem::path>> files_to_keep(const Installation& installation);

// A file that stands in the way of an installation to be restored; empty: none.
[[nodiscard]] std::filesystem::path obstacle(const std::filesystem::path& data_directory);

}  // namespace pagewright::backup
