#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "engine/json/value.hpp"
#include "server/backup/archive_writer.hpp"
#include "server/backup/backup.hpp"
#include "server/backup/contents.hpp"
#include "server/backup/staging_folder.hpp"
#include "server/database/migrations.hpp"
#include "server/database/snapshot.hpp"

namespace pagewright::backup {
namespace {

namespace fs = std::filesystem;

std::unexpected<Problem> refused(std::string sentence) {
  return std::unexpected(Problem::internal(std::move(sentence)));
}

// "pagewright-2026-11-29T10-51-08Z.tar.zst"
std::string name_for(Milliseconds now) {
  std::string time = to_iso8601(now).substr(0, 19);
  std::ranges::replace(time, ':', '-');
  return "pagewright-" + time + "Z.tar.zst";
}

bool is_below(const fs::path& path, const fs::path& folder) {
  const auto [end, _] = std::ranges::mismatch(folder, path);
  return end == folder.end();
}

Outcome<fs::path> file_to_make(const fs::path& target, const fs::path& data_directory, Milliseconds now) {
  std::error_code fault;
  const fs::path absolute = fs::weakly_canonical(fs::absolute(target), fault);
  fs::path file = fs::is_directory(absolute, fault) ? absolute / name_for(now) : absolute;
  if (fs::exists(file, fault)) return refused(file.string() + " exists already: a backup replaces nothing.");
  if (!fs::is_directory(file.parent_path(), fault))
    return refused("There is no folder " + file.parent_path().string() + " for the backup: make it first.");
  if (is_below(file, fs::weakly_canonical(fs::absolute(data_directory), fault)))
    return refused(
        "A backup in the data directory is lost together with it: choose another folder, best on another disk.");
  return file;
}

Outcome<unsigned> schema_of(const fs::path& database) {
  const auto connection = TRY(database::DatabaseLocation::in_file(database).open_for_reading());
  const auto rows = TRY(connection->query("SELECT coalesce(max(number), 0) FROM schema_migrations"));
  return static_cast<unsigned>(rows.front().integer(0));
}

Outcome<void> add_contents(ArchiveWriter& archive, Manifest& manifest, const Installation& from,
                           const fs::path& snapshot) {
  manifest.files.push_back(TRY(archive.add_file(std::string(database_name), snapshot)));
  for (const fs::path& file : TRY(files_to_keep(from))) {
    auto added = archive.add_file(std::string(data_folder) + file.string(), from.data_directory / file);
    if (!added && added.error().is(ProblemKind::not_found)) continue;  // deleted a moment ago
    manifest.files.push_back(TRY(std::move(added)));
  }
  TRY(archive.add_text(std::string(manifest_name), manifest.to_json()));
  return archive.finish();
}

// The new name itself is on disk.
void sync_folder(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

void remember(const fs::path& data_directory, const fs::path& file, Milliseconds now) {
  std::ofstream(data_directory / last_backup_name, std::ios::trunc)
      << json::serialize(json::Object{{"createdAt", to_iso8601(now)}, {"file", file.string()}}) << '\n';
}

}  // namespace

Outcome<Taken> take(const Installation& from, const fs::path& target, const std::string& program, Milliseconds now) {
  const fs::path file = TRY(file_to_make(target, from.data_directory, now));
  const auto staging = TRY(StagingFolder::make_in(file.parent_path()));
  const fs::path snapshot = staging.path() / "pagewright.db";
  TRY(database::write_snapshot(from.location, snapshot, TRY(database::read_migrations())));
  Manifest manifest{.program = program,
                    .created_at = now,
                    .schema = TRY(schema_of(snapshot)),
                    .taken_from = from.location.is_postgres() ? "postgresql" : "sqlite",
                    .files = {}};
  const fs::path unfinished = staging.path() / "backup.tar.zst";
  TRY(add_contents(*TRY(ArchiveWriter::create(unfinished)), manifest, from, snapshot));
  std::error_code fault;
  fs::rename(unfinished, file, fault);
  if (fault) return refused("Cannot write " + file.string() + ": " + fault.message() + ".");
  sync_folder(file.parent_path());
  remember(from.data_directory, file, now);
  return Taken{.file = file, .manifest = std::move(manifest)};
}

}  // namespace pagewright::backup
