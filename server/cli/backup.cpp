#include "server/cli/backup.hpp"

#include <sodium.h>

#include <algorithm>
#include <iostream>

#include "server/backup/backup.hpp"
#include "server/cli/data_directory.hpp"

namespace pagewright::cli {
namespace {

using database::DatabaseLocation;

Outcome<backup::Installation> installation(const std::filesystem::path& data, const std::string& database_url) {
  return backup::Installation{
      .data_directory = data,
      .location = TRY(DatabaseLocation::parse(database_url, data / DataDirectory::database_name))};
}

void print(const backup::Manifest& manifest, std::ostream& out) {
  std::uint64_t bytes = 0;
  for (const auto& file : manifest.files) bytes += file.size;
  out << manifest.files.size() << " files, " << bytes << " bytes, taken at " << to_iso8601(manifest.created_at)
      << " by Pagewright " << manifest.program << " with schema " << manifest.schema << " from " << manifest.taken_from
      << ".\n";
}

// Whether all of them hold.
bool print(const std::vector<audit::Verification>& audit_logs, std::ostream& out) {
  for (const auto& log : audit_logs)
    if (!log.fault.empty()) out << "The audit log of " << log.organization << " is BROKEN: " << log.fault << '\n';
  const bool hold = std::ranges::all_of(audit_logs, &std::string::empty, &audit::Verification::fault);
  if (hold) out << "The audit logs hold.\n";
  return hold;
}

int explain(const Problem& problem) {
  std::cerr << "pagewright: " << (problem.cause.empty() ? problem.detail : problem.cause) << '\n';
  return 1;
}

Outcome<void> take(const BackupCommand& command, std::ostream& out) {
  const auto taken = TRY(backup::take(TRY(installation(command.data, command.database_url)), command.target, version(),
                                      now_milliseconds()));
  out << "Wrote " << taken.file.string() << ": ";
  print(taken.manifest, out);
  return {};
}

Outcome<bool> verify(const BackupCommand& command, std::ostream& out) {
  const auto verified = TRY(backup::verify(command.target));
  out << "The backup is whole: ";
  print(verified.manifest, out);
  return print(verified.audit_logs, out);
}

Outcome<void> perform(const RestoreCommand& command, std::ostream& out) {
  if (!std::filesystem::is_regular_file(command.file))
    return std::unexpected(Problem::internal("There is no backup at " + command.file.string() + "."));
  const auto directory = TRY(DataDirectory::open(command.data));
  const auto into = TRY(installation(command.data, command.database_url));
  std::optional<DataDirectory> other;
  if (!into.location.is_postgres())
    if (auto locked = TRY(directory.lock_folder_of(into.location.file()))) other.emplace(std::move(*locked));
  const auto restored = TRY(backup::restore(command.file, into));
  out << "Restored into " << command.data.string() << " and the " << into.location.description() << ": ";
  print(restored.manifest, out);
  print(restored.audit_logs, out);
  return {};
}

}  // namespace

int backup(const BackupCommand& command, std::ostream& out) {
  if (sodium_init() < 0) return explain(Problem::internal("The cryptographic library cannot be started."));
  if (command.action == BackupCommand::Action::verify) {
    const auto holds = verify(command, out);
    return holds ? (*holds ? 0 : 1) : explain(holds.error());
  }
  const auto taken = take(command, out);
  return taken ? 0 : explain(taken.error());
}

int restore(const RestoreCommand& command, std::ostream& out) {
  if (sodium_init() < 0) return explain(Problem::internal("The cryptographic library cannot be started."));
  const auto performed = perform(command, out);
  return performed ? 0 : explain(performed.error());
}

}  // namespace pagewright::cli
