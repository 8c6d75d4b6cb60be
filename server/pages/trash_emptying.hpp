// Empties the trash: what has been in it for long enough is erased, once an hour, as a job.
#pragma once

#include <atomic>

#include "server/background/hourly_job.hpp"
#include "server/pages/trash_service.hpp"

namespace pagewright::pages {

class TrashEmptying {
 public:
  struct Settings {
    std::function<Milliseconds()> clock;
    std::chrono::hours kept_for;  // in the trash
  };
  // Registers the kind of job "trash.empty"; `kinds` must not outlive this.
  TrashEmptying(database::Database& database, TrashService& trash, background::Kinds& kinds, Settings settings);

  // Call it every few seconds.
  Task<void> maintain() { return hourly_.maintain(); }
  // From any thread: the job ends after the page that it is at, to be done again later.
  void stop() { is_stopping_ = true; }

 private:
  Task<background::Attempt> empty();

  database::Database& database_;
  TrashService& trash_;
  const Settings settings_;
  background::HourlyJob hourly_;
  std::atomic<bool> is_stopping_{false};
};

}  // namespace pagewright::pages
