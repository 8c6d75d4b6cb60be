// Threads for work that would block an event loop: hashing passwords, rendering whole sites, compressing.
#pragma once

#include <boost/asio/thread_pool.hpp>
#include <exception>
#include <optional>
#include <type_traits>

#include "server/jobs/task.hpp"

namespace pagewright {

class ExecutorPool {
 public:
  explicit ExecutorPool(std::size_t threads) : threads_(threads) {}
  ~ExecutorPool() { threads_.join(); }  // waits for what was started

  ExecutorPool(const ExecutorPool&) = delete;
  ExecutorPool& operator=(const ExecutorPool&) = delete;

  // Runs `function` on a thread of the pool and gives its result; the caller's event loop goes on meanwhile.
  // `function` must own what it uses, or the caller must keep it alive across the co_await. What it throws is thrown
  // here.
  template <typename Function>
  Task<std::invoke_result_t<Function&>> run(Function function) {
    using T = std::invoke_result_t<Function&>;
    auto job = std::make_shared<Job<Function, T>>(std::move(function));
    co_await suspend([this, job](Resume resume) {
      boost::asio::post(threads_, [job, resume = std::make_shared<Resume>(std::move(resume))] {
        job->call();
        (*resume)();
      });
    });
    if (job->thrown) std::rethrow_exception(job->thrown);
    if constexpr (!std::is_void_v<T>) co_return std::move(*job->result);
  }

 private:
  template <typename Function, typename T>
  struct Job {
    explicit Job(Function function) : function(std::move(function)) {}
    void call() {
      try {
        if constexpr (std::is_void_v<T>) {
          function();
        } else {
          result.emplace(function());
        }
      } catch (...) {
        thrown = std::current_exception();
      }
    }
    Function function;
    std::optional<std::conditional_t<std::is_void_v<T>, bool, T>> result;
    std::exception_ptr thrown;
  };

  boost::asio::thread_pool threads_;
};

}  // namespace pagewright
