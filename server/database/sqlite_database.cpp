#include "server/database/sqlite_database.hpp"

#include "server/logging/log.hpp"

namespace pagewright::database {
namespace {

// Bounds how long the first of a group waits for the last.
constexpr std::size_t most_in_a_group = 256;

// Libraries may throw (bad_alloc, Boost.JSON): it ends this job only.
template <typename Job>
bool run_guarded(Job& job, Connection& connection) {
  try {
    return job.run(connection);
  } catch (const std::exception& thrown) {
    job.fail(Problem::internal(std::string("exception in a database job: ") + thrown.what()));
    return false;
  }
}

}  // namespace

void SqliteDatabase::Queue::push(std::shared_ptr<Job> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  filled_.notify_one();
}

SqliteDatabase::Group SqliteDatabase::Queue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [&] { return closed_ || !jobs_.empty(); });
  Group group;
  while (!jobs_.empty() && group.size() < most) {
    group.push_back(std::move(jobs_.front()));
    jobs_.pop_front();
  }
  return group;
}

void SqliteDatabase::Queue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  filled_.notify_all();
}

Outcome<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const std::filesystem::path& file, unsigned readers) {
  auto database = std::unique_ptr<SqliteDatabase>(new SqliteDatabase);
  auto& connections = database->connections_;
  connections.push_back(TRY(SqliteConnection::open(file, SqliteConnection::Use::writing)));
  for (unsigned i = 0; i < readers; ++i)
    connections.push_back(TRY(SqliteConnection::open(file, SqliteConnection::Use::reading)));

  auto* self = database.get();
  self->threads_.emplace_back([self, &writer = *connections[0]] { self->write_groups(writer); });
  for (unsigned i = 1; i <= readers; ++i) {
    self->threads_.emplace_back([self, &reader = *connections[i]] { self->read_jobs(reader); });
  }
  return database;
}

SqliteDatabase::~SqliteDatabase() {
  writes_.close();
  reads_.close();
  threads_.clear();  // joins: what was submitted is done first
  while (connections_.size() > 1) connections_.pop_back();
  connections_.clear();  // the writer last: it takes the write-ahead log back into the file
}

SqliteDatabase::Counts SqliteDatabase::counts() {
  const std::lock_guard lock(counts_mutex_);
  return counts_;
}

void SqliteDatabase::submit_write(std::shared_ptr<Job> job) {
  writes_.push(std::move(job));
}
void SqliteDatabase::submit_read(std::shared_ptr<Job> job) {
  reads_.push(std::move(job));
}

Outcome<void> SqliteDatabase::commit_group(SqliteConnection& connection, const Group& group) {
  TRY(connection.run_script("BEGIN IMMEDIATE"));
  bool is_any_kept = false;
  for (const auto& job : group) {
    TRY(connection.execute("SAVEPOINT job"));
    if (run_guarded(*job, connection)) {
      is_any_kept = true;
    } else if (!connection.is_in_transaction()) {
      // SQLite has given the whole group up: a full disk, most of all.
      return std::unexpected(connection.last_fault());
    } else {
      TRY(connection.execute("ROLLBACK TO job"));
    }
    TRY(connection.execute("RELEASE job"));
  }
  TRY(connection.execute(is_any_kept ? "COMMIT" : "ROLLBACK"));
  return {};
}

void SqliteDatabase::write_groups(SqliteConnection& connection) {
  for (auto group = writes_.take(most_in_a_group); !group.empty(); group = writes_.take(most_in_a_group)) {
    if (const auto committed = commit_group(connection, group); !committed) {
      log::error("database commit failed", {{"cause", committed.error().cause}, {"writes", group.size()}});
      // Fails harmlessly when SQLite has already rolled back by itself (a full disk).
      (void)connection.execute("ROLLBACK");
      for (const auto& job : group) job->fail(committed.error());
    } else {
      const std::lock_guard lock(counts_mutex_);
      counts_.writes += group.size();
      counts_.commits += 1;
    }
    for (const auto& job : group) std::exchange(job->resume, nullptr)();
  }
}

void SqliteDatabase::read_jobs(SqliteConnection& connection) {
  for (auto group = reads_.take(1); !group.empty(); group = reads_.take(1)) {
    auto& job = *group.front();
    if (const auto begun = connection.execute("BEGIN"); !begun) {
      job.fail(begun.error());
    } else {
      run_guarded(job, connection);
      (void)connection.execute("COMMIT");  // ends the snapshot; there is nothing to keep
    }
    std::exchange(job.resume, nullptr)();
  }
}

}  // namespace pagewright::database
