// Takes the write-ahead log of an SQLite file back into it on a thread of its own, so that no commit waits for the disk
// longer than its own bytes need.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "server/database/sqlite_connection.hpp"

namespace pagewright::database {

class SqliteCheckpoints {
 public:
  // From now on `writer` makes no checkpoints by itself; `own` is a connection to the same file for this alone. Both
  // outlive it.
  SqliteCheckpoints(SqliteConnection& writer, SqliteConnection& own);
  ~SqliteCheckpoints();

 private:
  // On the writer's thread, after each commit: the log has this many pages.
  void grew(int pages);
  void run();

  SqliteConnection& writer_;
  SqliteConnection& own_;
  int next_at_;          // pages at which the thread is called; the writer's thread only
  int next_by_hand_at_;  // pages at which the writer does it; the writer's thread only
  std::mutex mutex_;
  std::condition_variable called_;
  bool is_due_ = false;
  bool ends_ = false;
  std::thread thread_;
};

}  // namespace pagewright::database
