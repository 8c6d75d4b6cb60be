// Takes jobs that are due and does them. Any number of workers, in any number of processes, may share one database.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
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
  // A call's place among those that do jobs of the same kind.
  class Place {
   public:
    Place(Worker& worker, std::string kind) : worker_(&worker), kind_(std::move(kind)) {}
    Place(Place&& other) noexcept : worker_(std::exchange(other.worker_, nullptr)), kind_(std::move(other.kind_)) {}
    Place& operator=(Place&&) = delete;
    ~Place() {
      if (worker_ != nullptr) worker_->leave(kind_);
    }

   private:
    Worker* worker_;
    std::string kind_;
  };
  struct Taken {
    Job job;
    Place place;
  };
  Task<std::optional<Taken>> take_one();
  [[nodiscard]] std::vector<std::string> full_kinds();
  // Nothing: as many calls as may do jobs of that kind at once.
  [[nodiscard]] std::optional<Place> enter(const std::string& kind);
  void leave(const std::string& kind);
  Task<void> run(Job job);
  Task<Attempt> attempt(const Job& job);
  Task<void> note(const Job& job, Attempt attempt);

  database::Database& database_;
  const Kinds& kinds_;
  std::function<Milliseconds()> clock_;
  std::atomic<bool> is_stopping_{false};
  std::mutex mutex_;
  std::map<std::string, int> under_way_;  // by kind
};

}  // namespace pagewright::background
