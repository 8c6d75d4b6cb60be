#include "server/backup/contents.hpp"

#include <algorithm>
#include <array>

#include "server/backup/staging_folder.hpp"

namespace pagewright::backup {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view lock_name = "lock";
constexpr std::string_view configuration_name = "pagewright.toml";

// The file of the database, and what SQLite puts beside it.
bool is_of_database(const fs::path& file, const Installation& installation) {
  if (installation.location.is_postgres()) return false;
  std::error_code ignored;
  const fs::path database = fs::weakly_canonical(installation.location.file(), ignored);
  const fs::path found = fs::weakly_canonical(file, ignored);
  constexpr std::array<const char*, 4> endings{"", "-wal", "-shm", "-journal"};
  return std::ranges::any_of(endings,
                             [&](const char* ending) { return found == fs::path(database.string() + ending); });
}

bool is_unfinished(const fs::path& relative) {
  return relative.begin()->string().starts_with(StagingFolder::prefix);
}

}  // namespace

Outcome<std::vector<fs::path>> files_to_keep(const Installation& installation) {
  std::vector<fs::path> files;
  std::error_code fault;
  fs::recursive_directory_iterator entry(installation.data_directory, fs::directory_options::follow_directory_symlink,
                                         fault);
  for (; !fault && entry != fs::recursive_directory_iterator(); entry.increment(fault)) {
    const fs::path relative = entry->path().lexically_relative(installation.data_directory);
    std::error_code gone;
    if (!entry->is_regular_file(gone) || relative == lock_name || relative == last_backup_name) continue;
    if (!is_unfinished(relative) && !is_of_database(entry->path(), installation)) files.push_back(relative);
  }
  if (fault)
    return std::unexpected(Problem::internal("Cannot read the data directory " + installation.data_directory.string() +
                                             ": " + fault.message() + "."));
  std::ranges::sort(files);
  return files;
}

fs::path obstacle(const fs::path& data_directory) {
  for (const auto& entry : fs::directory_iterator(data_directory)) {
    const fs::path name = entry.path().filename();
    const bool is_no_matter =
        name == lock_name || name == configuration_name || name == "lost+found" || is_unfinished(name);
    if (!is_no_matter) return name;
  }
  return {};
}

}  // namespace pagewright::backup
