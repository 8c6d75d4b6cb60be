// Runs a coroutine from code that is none: at start-up and in tests.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "server/jobs/task.hpp"

namespace pagewright {

// Runs `task` on an event loop of its own, and gives its result when it has ended. Blocks; never call it on an event
// loop.
template <typename T>
T run_to_end(Task<T> task) {
  boost::asio::io_context loop;
  auto result = boost::asio::co_spawn(loop, std::move(task), boost::asio::use_future);
  loop.run();
  return result.get();
}

}  // namespace pagewright
