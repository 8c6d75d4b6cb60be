#include "server/database/sqlite_database.hpp"

#include <tuple>

namespace pagewright::database {
namespace {

// Bounds how long the first of a group waits for the last, and lets others prepare their changes meanwhile.
constexpr std::size_t most_in_a_group = 32;
constexpr unsigned readers = 2;

Outcome<void> run_group(SqliteConnection& connection, const JobThreads::Group& group) {
  TRY(connection.execute("BEGIN IMMEDIATE"));
  bool is_any_kept = false;
  for (const auto& job : group) {
    TRY(connection.execute("SAVEPOINT job"));
    if (run_guarded(*job, connection)) {
      is_any_kept = true;
    } else if (!connection.is_in_transaction()) {
      // SQLite has given the whole group up: a full disk, or a change that took too long.
      return std::unexpected(connection.last_fault());
    } else {
      TRY(connection.execute("ROLLBACK TO job"));
    }
    TRY(connection.execute("RELEASE job"));
  }
  TRY(connection.execute(is_any_kept ? "COMMIT" : "ROLLBACK"));
  return {};
}

Outcome<void> commit_group(SqliteConnection& connection, const JobThreads::Group& group) {
  auto committed = run_group(connection, group);
  // Fails harmlessly when SQLite has already rolled back by itself (a full disk).
  if (!committed) std::ignore = connection.execute("ROLLBACK");
  return committed;
}

Outcome<void> read_snapshot(SqliteConnection& connection, Job& job) {
  TRY(connection.execute("BEGIN"));
  run_guarded(job, connection);
  std::ignore = connection.execute("COMMIT");  // ends the snapshot; there is nothing to keep
  return {};
}

}  // namespace

Outcome<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const std::filesystem::path& file,
                                                              std::chrono::milliseconds statement_limit) {
  auto database = std::unique_ptr<SqliteDatabase>(new SqliteDatabase);
  auto& connections = database->connections_;
  connections.push_back(TRY(SqliteConnection::open(file, SqliteConnection::Use::writing)));
  for (unsigned i = 0; i < readers; ++i)
    connections.push_back(TRY(SqliteConnection::open(file, SqliteConnection::Use::reading)));
  for (const auto& connection : connections) connection->limit_statements(statement_limit);
  connections.push_back(TRY(SqliteConnection::open(file, SqliteConnection::Use::reading)));
  database->checkpoints_.emplace(*connections.front(), *connections.back());

  std::vector<JobThreads::Read> reads;
  for (unsigned i = 1; i <= readers; ++i)
    reads.emplace_back([&reader = *connections[i]](Job& job) { return read_snapshot(reader, job); });
  database->threads_.emplace(
      [&writer = *connections[0]](const JobThreads::Group& group) { return commit_group(writer, group); },
      most_in_a_group, std::move(reads));
  return database;
}

SqliteDatabase::~SqliteDatabase() {
  threads_.reset();  // what was submitted is done first
  checkpoints_.reset();
  while (connections_.size() > 1) connections_.pop_back();
  connections_.clear();  // the writer last: it takes the write-ahead log back into the file
}

}  // namespace pagewright::database
