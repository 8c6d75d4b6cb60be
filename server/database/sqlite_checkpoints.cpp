#include "server/database/sqlite_checkpoints.hpp"

namespace pagewright::database {
namespace {

// Pages of 4 KiB. A page that many commits have changed is written once, so the log may become this long first.
constexpr int first_pages = 4096;
// Then again each time it has grown by this: the log begins anew only where all of it is in the file at a commit.
constexpr int step_pages = 1024;
// While commits never pause, the log grows on. At this length the writer waits for the little that is left of it.
constexpr int most_pages = 16'384;

}  // namespace

SqliteCheckpoints::SqliteCheckpoints(SqliteConnection& writer, SqliteConnection& own)
    : writer_(writer), own_(own), next_at_(first_pages), next_by_hand_at_(most_pages) {
  writer_.watch_log([this](int pages) { grew(pages); });
  thread_ = std::thread([this] { run(); });
}

SqliteCheckpoints::~SqliteCheckpoints() {
  writer_.watch_log({});
  {
    const std::lock_guard lock(mutex_);
    ends_ = true;
  }
  called_.notify_one();
  thread_.join();
}

void SqliteCheckpoints::grew(int pages) {
  if (pages < first_pages) {  // it has begun anew
    next_at_ = first_pages;
    next_by_hand_at_ = most_pages;
    return;
  }
  // Where a long read keeps it from beginning anew, not with every commit.
  if (pages >= next_by_hand_at_ && writer_.checkpoint()) next_by_hand_at_ = pages + first_pages;
  if (pages < next_at_) return;
  next_at_ = pages + step_pages;
  {
    const std::lock_guard lock(mutex_);
    is_due_ = true;
  }
  called_.notify_one();
}

void SqliteCheckpoints::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    called_.wait(lock, [this] { return is_due_ || ends_; });
    if (ends_) return;
    is_due_ = false;
    lock.unlock();
    own_.checkpoint();
    lock.lock();
  }
}

}  // namespace pagewright::database
