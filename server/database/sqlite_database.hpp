// The database in one SQLite file: one writer thread that commits in groups, and a few threads that read.
#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "server/database/database.hpp"
#include "server/database/sqlite_connection.hpp"

namespace pagewright::database {

class SqliteDatabase final : public Database {
 public:
  // Opens (creates) the file. The schema is migrate()'s business, before this.
  static Outcome<std::unique_ptr<SqliteDatabase>> open(const std::filesystem::path& file, unsigned readers = 2);

  // Finishes all that was submitted, commits it, and closes. Nothing may be submitted from then on.
  ~SqliteDatabase() override;

  struct Counts {
    std::uint64_t writes = 0;
    std::uint64_t commits = 0;
  };
  // How many writes were done, in how many commits.
  [[nodiscard]] Counts counts();

 protected:
  void submit_write(std::shared_ptr<Job> job) override;
  void submit_read(std::shared_ptr<Job> job) override;

 private:
  using Group = std::vector<std::shared_ptr<Job>>;

  // Jobs that wait for a thread.
  class Queue {
   public:
    void push(std::shared_ptr<Job> job);
    // Waits for jobs and takes at most `most` of them; an empty group means: closed and nothing left.
    Group take(std::size_t most);
    void close();

   private:
    std::mutex mutex_;
    std::condition_variable filled_;
    std::deque<std::shared_ptr<Job>> jobs_;
    bool closed_ = false;
  };

  SqliteDatabase() = default;
  void write_groups(SqliteConnection& connection);
  void read_jobs(SqliteConnection& connection);
  static Outcome<void> commit_group(SqliteConnection& connection, const Group& group);

  Queue writes_;
  Queue reads_;
  std::vector<std::unique_ptr<SqliteConnection>> connections_;
  std::vector<std::jthread> threads_;
  std::mutex counts_mutex_;
  Counts counts_;
};

}  // namespace pagewright::database
