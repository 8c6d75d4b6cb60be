// Which kinds of jobs there are, and what doing one means. Features register theirs before the first worker starts.
#pragma once

#include <cassert>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "server/background/backoff.hpp"
#include "server/background/job.hpp"
#include "server/jobs/task.hpp"

namespace pagewright::background {

struct Kind {
  // May be called again for a job that was done already, as a process can end between doing and noting it, but for one
  // that notes it itself with finish(). The job lives until the Task has ended.
  std::function<Task<Attempt>(const Job&)> attempt;
  Backoff backoff = {};
  // An attempt that takes longer is thought to be dead, and the job is given to another worker.
  std::chrono::milliseconds lease = std::chrono::minutes(2);
  // So many of a worker's calls at most do jobs of this kind at the same time: what waits for other machines leaves
  // room for the rest. 0: any number.
  int at_once = 0;
};

class Kinds {
 public:
  void add(std::string name, Kind kind) {
    const bool is_new = kinds_.emplace(std::move(name), std::move(kind)).second;
    assert(is_new && "a kind of job is registered once");
    (void)is_new;
  }
  // Null where this program does not know it.
  [[nodiscard]] const Kind* find(std::string_view name) const {
    const auto found = kinds_.find(name);
    return found == kinds_.end() ? nullptr : &found->second;
  }

 private:
  std::map<std::string, Kind, std::less<>> kinds_;
};

}  // namespace pagewright::background
