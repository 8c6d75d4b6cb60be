#include "server/database/job_threads.hpp"

#include "server/logging/log.hpp"
#include "server/metrics/measurements.hpp"

namespace pagewright::database {

void JobThreads::Queue::push(std::shared_ptr<Job> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
  }
  filled_.notify_one();
}

JobThreads::Group JobThreads::Queue::take(std::size_t most) {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [&] { return closed_ || !jobs_.empty(); });
  Group group;
  while (!jobs_.empty() && group.size() < most) {
    group.push_back(std::move(jobs_.front()));
    jobs_.pop_front();
  }
  return group;
}

void JobThreads::Queue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  filled_.notify_all();
}

void JobThreads::write(std::shared_ptr<Job> job) {
  metrics::measurements().database.write_was_queued();
  writes_.push(std::move(job));
}

void JobThreads::read(std::shared_ptr<Job> job) {
  metrics::measurements().database.read_was_queued();
  reads_.push(std::move(job));
}

JobThreads::JobThreads(CommitGroup commit_group, std::size_t most_in_a_group, std::vector<Read> readers) {
  threads_.emplace_back(
      [this, commit_group = std::move(commit_group), most_in_a_group] { write_groups(commit_group, most_in_a_group); });
  for (auto& reader : readers) threads_.emplace_back([this, read = std::move(reader)] { read_jobs(read); });
}

JobThreads::~JobThreads() {
  writes_.close();
  reads_.close();
  threads_.clear();  // joins
}

Database::Counts JobThreads::counts() {
  const std::lock_guard lock(counts_mutex_);
  return counts_;
}

void JobThreads::write_groups(const CommitGroup& commit_group, std::size_t most_in_a_group) {
  for (auto group = writes_.take(most_in_a_group); !group.empty(); group = writes_.take(most_in_a_group)) {
    auto& meter = metrics::measurements().database;
    meter.writes_begin(group.size());
    const auto started = std::chrono::steady_clock::now();
    if (const auto committed = commit_group(group); !committed) {
      log::error("database commit failed", {{"cause", committed.error().cause}, {"writes", group.size()}});
      for (const auto& job : group) job->fail(committed.error());
    } else {
      meter.committed(group.size(), std::chrono::steady_clock::now() - started);
      const std::lock_guard lock(counts_mutex_);
      counts_.writes += group.size();
      counts_.commits += 1;
    }
    for (const auto& job : group) std::exchange(job->resume, nullptr)();
  }
}

void JobThreads::read_jobs(const Read& read) {
  for (auto group = reads_.take(1); !group.empty(); group = reads_.take(1)) {
    metrics::measurements().database.read_begins();
    Job& job = *group.front();
    if (auto done = read(job); !done) job.fail(std::move(done).error());
    std::exchange(job.resume, nullptr)();
  }
}

}  // namespace pagewright::database
