// Takes jobs that are due and does them. Any number of workers, in any number of processes, may share one database.
#pragma once

#include <atomic>
#include <functional>
#include <optional>

#include "server/background/job_store.hpp"
#include "server/background/kinds.hpp"

namespace pagewright::background {

class Worker {
 public:
  // All must outlive the worker. `clock` says what is due.
  Worker(database::Database& database, const Kinds& kinds, std::function<Milliseconds()> clock)
      : database_(database), kinds_(kinds), clock_(std::move(clock)) {}

  // Does one job after the other until none is due. Several calls at once share the work.
  [[nodiscard]] Task<void> run_due();

  // Forgets what ended long ago: done after a week, failed after a month.
  [[nodiscard]] Task<void> maintain();

  // From any thread: run_due() ends after the job that it is at.
  void stop() { is_stopping_ = true; }

 private:
  Task<std::optional<Job>> take_one();
  Task<void> run(Job job);
  Task<Attempt> attempt(const Job& job);
  Task<void> note(const Job& job, Attempt attempt);

  database::Database& database_;
  const Kinds& kinds_;
  std::function<Milliseconds()> clock_;
  std::atomic<bool> is_stopping_{false};
};

}  // namespace pagewright::background
