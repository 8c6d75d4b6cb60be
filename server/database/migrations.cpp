#include "server/database/migrations.hpp"

#include <charconv>
#include <chrono>
#include <map>

namespace pagewright::database {
namespace {

constexpr std::string_view bookkeeping = R"(
  CREATE TABLE IF NOT EXISTS schema_migrations (
    number BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    applied_at BIGINT NOT NULL
  );
)";

std::int64_t milliseconds_now() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

std::unexpected<Problem> broken(std::string cause) {
  return std::unexpected(Problem::internal(std::move(cause)));
}

}  // namespace

Outcome<std::vector<Migration>> read_migrations(std::span<const embedded::File> files) {
  std::map<unsigned, Migration> by_number;
  for (const auto& file : files) {
    const auto name = file.path.substr(file.path.rfind('/') + 1);
    const bool is_up = name.ends_with(".up.sql");
    const bool is_down = name.ends_with(".down.sql");
    unsigned number = 0;
    const auto [digits_end, fault] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (fault != std::errc{} || *digits_end != '_' || is_up == is_down) {
      return broken("not a migration: " + std::string(file.path));
    }
    const auto title = name.substr(static_cast<std::size_t>(digits_end + 1 - name.data()));
    auto& migration = by_number[number];
    migration.number = number;
    migration.name = title.substr(0, title.find('.'));
    (is_up ? migration.up : migration.down) = file.bytes;
  }
  std::vector<Migration> migrations;
  for (auto& [number, migration] : by_number) {
    if (number != migrations.size() + 1) return broken("migrations must be numbered without gaps from 1");
    if (migration.up.empty() || migration.down.empty())
      return broken("migration " + migration.name + " lacks its up or down half");
    migrations.push_back(std::move(migration));
  }
  return migrations;
}

Outcome<unsigned> Migrator::newest_applied() {
  TRY(connection_.run_script(bookkeeping));
  const auto rows = TRY(connection_.query("SELECT coalesce(max(number), 0) FROM schema_migrations"));
  const auto newest = static_cast<unsigned>(rows.front().integer(0));
  if (newest > migrations_.size()) {
    return broken("the database has schema " + std::to_string(newest) + ", this program knows " +
                  std::to_string(migrations_.size()) +
                  ": start the version of Pagewright that wrote it, or a newer one");
  }
  return newest;
}

Outcome<void> Migrator::change_schema(std::string_view script, std::string_view record,
                                      std::initializer_list<Parameter> parameters) {
  return connection_.change_schema([&]() -> Outcome<void> {
    TRY(connection_.run_script(script));
    TRY(connection_.execute(record, parameters));
    return {};
  });
}

Outcome<std::vector<std::string>> Migrator::run() {
  const auto newest = TRY(newest_applied());
  std::vector<std::string> applied;
  for (const auto& migration : std::span(migrations_).subspan(newest)) {
    TRY(change_schema(migration.up, "INSERT INTO schema_migrations (number, name, applied_at) VALUES ($1, $2, $3)",
                      {migration.number, migration.name, milliseconds_now()}));
    applied.push_back(migration.name);
  }
  return applied;
}

Outcome<std::optional<std::string>> Migrator::revert() {
  const auto newest = TRY(newest_applied());
  if (newest == 0) return std::nullopt;
  const auto& migration = migrations_[newest - 1];
  TRY(change_schema(migration.down, "DELETE FROM schema_migrations WHERE number = $1", {migration.number}));
  return migration.name;
}

Outcome<std::vector<MigrationState>> Migrator::status() {
  TRY(newest_applied());
  const auto rows = TRY(connection_.query("SELECT number, applied_at FROM schema_migrations"));
  std::vector<MigrationState> states;
  for (const auto& migration : migrations_) states.push_back({migration.number, migration.name, std::nullopt});
  for (const auto row : rows) states[static_cast<std::size_t>(row.integer(0)) - 1].applied_at = row.integer(1);
  return states;
}

}  // namespace pagewright::database
