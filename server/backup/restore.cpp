#include <fcntl.h>
#include <unistd.h>

#include <optional>

#include "server/backup/archive_reader.hpp"
#include "server/backup/backup.hpp"
#include "server/backup/contents.hpp"
#include "server/backup/staging_folder.hpp"
#include "server/database/copy.hpp"
#include "server/database/migrations.hpp"
#include "server/database/snapshot.hpp"

namespace pagewright::backup {
namespace {

namespace fs = std::filesystem;
using database::DatabaseLocation;

std::unexpected<Problem> refused(std::string sentence) {
  return std::unexpected(Problem::internal(std::move(sentence)));
}

Outcome<Verified> unpack_and_check(const fs::path& file, const fs::path& folder, Unpacked what) {
  Verified verified{.manifest = TRY(unpack(file, folder, what)), .audit_logs = {}};
  const fs::path database = folder / database_name;
  if (const std::string damage = TRY(database::find_damage(database)); !damage.empty()) return refused(damage);
  const auto migrations = TRY(database::read_migrations());
  if (verified.manifest.schema > migrations.size())
    return refused("The backup has schema " + std::to_string(verified.manifest.schema) + ", this program knows " +
                   std::to_string(migrations.size()) + ": use Pagewright " + verified.manifest.program +
                   " or a newer one.");
  // It is a copy: bringing it up to date does no harm.
  const auto connection = TRY(DatabaseLocation::in_file(database).open_exclusively());
  TRY(database::Migrator(*connection, migrations).run());
  verified.audit_logs = TRY(audit::verify(*connection));
  return verified;
}

bool is_in_data_directory(const Installation& installation) {
  std::error_code fault;
  return !installation.location.is_postgres() &&
         fs::weakly_canonical(installation.location.file().parent_path(), fault) ==
             fs::weakly_canonical(fs::absolute(installation.data_directory), fault);
}

// Renames each file and folder below `from` to where it belongs.
Outcome<void> move_into(const fs::path& from, const fs::path& to) {
  std::error_code fault;
  if (!fs::exists(from, fault)) return {};
  for (const auto& entry : fs::directory_iterator(from)) {
    const fs::path target = to / entry.path().filename();
    if (fs::exists(target, fault)) continue;  // the configuration that is there already
    fs::rename(entry.path(), target, fault);
    if (fault) return refused("Cannot write " + target.string() + ": " + fault.message() + ".");
  }
  return {};
}

Outcome<void> fill(const Installation& into, const fs::path& folder) {
  const fs::path database = folder / database_name;
  if (is_in_data_directory(into)) {
    TRY(move_into(folder / "data", into.data_directory));
    std::error_code fault;
    fs::rename(database, into.location.file(), fault);
    if (fault) return refused("Cannot write " + into.location.file().string() + ": " + fault.message() + ".");
    return {};
  }
  const auto target = TRY(into.location.open_exclusively());
  const auto source = TRY(DatabaseLocation::in_file(database).open_exclusively());
  TRY(database::copy_database(*source, *target, TRY(database::read_migrations())));
  return move_into(folder / "data", into.data_directory);
}

// What was restored outlives a power cut.
void sync_files(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::syncfs(descriptor);
  ::close(descriptor);
}

}  // namespace

Outcome<Verified> verify(const fs::path& file) {
  const auto staging = TRY(StagingFolder::make_in(fs::absolute(file).parent_path()));
  return unpack_and_check(file, staging.path(), Unpacked::database);
}

Outcome<Verified> restore(const fs::path& file, const Installation& into) {
  if (const fs::path found = obstacle(into.data_directory); !found.empty())
    return refused("The data directory " + into.data_directory.string() + " has " + found.string() +
                   " in it: restore into an empty one.");
  const auto staging = TRY(StagingFolder::make_in(into.data_directory));
  auto verified = TRY(unpack_and_check(file, staging.path(), Unpacked::everything));
  TRY(fill(into, staging.path()));
  sync_files(into.data_directory);
  return verified;
}

}  // namespace pagewright::backup
