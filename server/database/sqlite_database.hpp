// The database in one SQLite file: one writer thread that commits in groups, a few threads that
// read, and one for checkpoints.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "server/database/job_threads.hpp"
#include "server/database/sqlite_checkpoints.hpp"
#include "server/database/sqlite_connection.hpp"

namespace pagewright::database {

class SqliteDatabase final : public Database {
 public:
  // Opens (creates) the file. The schema is the Migrator's business, before this.
  static Outcome<std::unique_ptr<SqliteDatabase>> open(const std::filesystem::path& file,
                                                       std::chrono::milliseconds statement_limit = longest_statement);

  ~SqliteDatabase() override;

  [[nodiscard]] Counts counts() override { return threads_->counts(); }

 protected:
  void submit_write(std::shared_ptr<Job> job) override { threads_->write(std::move(job)); }
  void submit_read(std::shared_ptr<Job> job) override { threads_->read(std::move(job)); }

 private:
  SqliteDatabase() = default;

  std::vector<std::unique_ptr<SqliteConnection>> connections_;  // the writer first, that of checkpoints last
  std::optional<SqliteCheckpoints> checkpoints_;
  std::optional<JobThreads> threads_;
};

}  // namespace pagewright::database
