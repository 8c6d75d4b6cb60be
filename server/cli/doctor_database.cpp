// What the doctor sees of the database and of backups.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "engine/json/value.hpp"
#include "server/audit/verification.hpp"
#include "server/backup/backup.hpp"
#include "server/cli/data_directory.hpp"
#include "server/cli/doctor.hpp"
#include "server/database/database_location.hpp"
#include "server/database/migrations.hpp"

namespace pagewright::cli {
namespace {

using enum Finding::Level;
using database::DatabaseLocation;
using database::ExclusiveConnection;

constexpr Milliseconds day = 86'400'000;
constexpr Milliseconds clock_tolerance = 2000;

Outcome<void> examine_server(ExclusiveConnection& connection, const DatabaseLocation& location, Findings& findings) {
  const auto version = TRY(connection.query(location.is_postgres() ? "SELECT current_setting('server_version')"
                                                                   : "SELECT sqlite_version()"));
  findings.push_back(
      {ok, "database", "The " + location.description() + " answers, version " + version.front().text(0) + "."});
  if (!location.is_postgres()) return {};
  if (TRY(connection.query("SELECT current_setting('fsync')")).front().text(0) == "off")
    findings.push_back({fail, "database", "PostgreSQL runs with fsync = off: a power cut loses what was acknowledged.",
                        "Set fsync = on."});
  const auto before = now_milliseconds();
  const auto there =
      TRY(connection.query("SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)")).front().integer(0);
  const auto after = now_milliseconds();
  if (there < before - clock_tolerance || there > after + clock_tolerance)
    findings.push_back({warn, "clock",
                        "The database's clock differs by " + std::to_string((there - after) / 1000) + " seconds.",
                        "Synchronise both machines."});
  return {};
}

Outcome<void> examine_schema(ExclusiveConnection& connection, Findings& findings) {
  const std::size_t known = TRY(database::read_migrations()).size();
  const auto tables = TRY(connection.tables());
  if (std::ranges::find(tables, "schema_migrations", &database::Table::name) == tables.end()) {
    findings.push_back({warn, "schema", "The database is empty.", "The server fills it at its first start."});
    return {};
  }
  const auto rows = TRY(connection.query("SELECT coalesce(max(number), 0) FROM schema_migrations"));
  const auto applied = static_cast<std::size_t>(rows.front().integer(0));
  const std::string numbers =
      "The schema has number " + std::to_string(applied) + ", this program knows " + std::to_string(known) + ".";
  if (applied > known) {
    findings.push_back({fail, "schema", numbers, "Use the version of Pagewright that wrote it, or a newer one."});
  } else if (applied < known) {
    findings.push_back({warn, "schema", numbers, "The next start brings it up to date: take a backup before."});
  } else {
    findings.push_back({ok, "schema", "It is up to date, with number " + std::to_string(applied) + "."});
  }
  // What it means to an older or newer program nobody knows.
  if (applied != known) return {};
  std::int64_t count = 0;
  for (const auto& log : TRY(audit::verify(connection))) {
    count += log.rows;
    if (!log.fault.empty())
      findings.push_back({fail, "audit log", "That of " + log.organization + " is broken: " + log.fault,
                          "Compare it with a backup: somebody changed it past the program."});
  }
  if (findings.back().about != "audit log")
    findings.push_back({ok, "audit log", "All " + std::to_string(count) + " rows hold."});
  return {};
}

Outcome<void> examine(const DatabaseLocation& location, Findings& findings) {
  const auto connection = TRY(location.open_for_reading());
  TRY(examine_server(*connection, location, findings));
  return connection->read_snapshot([&] { return examine_schema(*connection, findings); });
}

std::string contents(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

void examine_database(const ServeCommand& command, Findings& findings) {
  const auto location = DatabaseLocation::parse(command.database_url, command.data / DataDirectory::database_name);
  if (!location) return;  // a fault of the configuration
  std::error_code fault;
  if (!location->is_postgres() && !std::filesystem::exists(location->file(), fault))
    return findings.push_back({warn, "database", "There is none at " + location->file().string() + " yet.",
                               "The server makes it at its first start; is it the right place?"});
  const auto examined = examine(*location, findings);
  if (examined) return;
  const Problem& problem = examined.error();
  findings.push_back({fail, "database", problem.cause.empty() ? problem.detail : problem.cause,
                      "Check that it runs, its address, and the user's rights."});
}

void examine_backups(const ServeCommand& command, Milliseconds now, Findings& findings) {
  constexpr Milliseconds oldest = 7 * day;
  const std::string advice = "pagewright backup FOLDER, every night by a timer: docs/operations/backup.md.";
  const auto record = json::parse(contents(command.data / backup::last_backup_name));
  const auto taken_at = record ? parse_iso8601(json::find_string(*record, "createdAt").value_or("")) : std::nullopt;
  if (!taken_at) return findings.push_back({warn, "backup", "No backup was taken with this program yet.", advice});
  const std::string file(json::find_string(*record, "file").value_or(""));
  const std::string sentence = "The last was taken " + to_iso8601(*taken_at) + ": " + file + ".";
  std::error_code fault;
  if (now - *taken_at > oldest)
    return findings.push_back({warn, "backup", sentence + " That is over a week ago.", advice});
  if (!std::filesystem::exists(file, fault))
    return findings.push_back({warn, "backup", sentence + " It is not there any more.",
                               "Was it moved to a safer place? Otherwise take another."});
  findings.push_back({ok, "backup", sentence});
}

}  // namespace pagewright::cli
