// The threads of a database: one that commits writes in groups, in the order of their calls, and some that read.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "server/database/database.hpp"

namespace pagewright::database {

class JobThreads {
 public:
  using Group = std::vector<std::shared_ptr<Job>>;
  // Runs the jobs of a group and commits what they did. An error: nothing of the group is known to be stored, and every
  // job of it fails with that. The result of a job that fails by itself is the job's business.
  using CommitGroup = std::function<Outcome<void>(const Group&)>;
  // Runs one job on a consistent snapshot. An error is the job's result.
  using Read = std::function<Outcome<void>(Job&)>;

  // Each function is called on a thread of its own, one call at a time.
  JobThreads(CommitGroup commit_group, std::size_t most_in_a_group, std::vector<Read> readers);
  // Finishes all that was submitted.
  ~JobThreads();

  void write(std::shared_ptr<Job> job);
  void read(std::shared_ptr<Job> job);
  [[nodiscard]] Database::Counts counts();

 private:
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

  void write_groups(const CommitGroup& commit_group, std::size_t most_in_a_group);
  void read_jobs(const Read& read);

  Queue writes_;
  Queue reads_;
  std::mutex counts_mutex_;
  Database::Counts counts_;
  std::vector<std::jthread> threads_;
};

}  // namespace pagewright::database
