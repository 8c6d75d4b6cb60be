// Work that is due again and again, on a thread of its own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace pagewright {

class Periodic {
 public:
  // Calls `work` every `interval`, the first time after one; `work` must not throw.
  Periodic(std::chrono::milliseconds interval, std::function<void()> work)
      : thread_([this, interval, work = std::move(work)](const std::stop_token& stop) {
          std::unique_lock lock(mutex_);
          while (!stopped_.wait_for(lock, stop, interval, [&] { return stop.stop_requested(); }) &&
                 !stop.stop_requested())
            work();
        }) {}
  // Waits for a call that is under way; afterwards there is none.
  ~Periodic() = default;

  Periodic(const Periodic&) = delete;
  Periodic& operator=(const Periodic&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace pagewright
