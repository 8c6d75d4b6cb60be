// Coroutines of the server: a Task<T> is awaited with co_await, and runs on the event loop it was started on.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <functional>
#include <memory>

namespace pagewright {

template <typename T = void>
using Task = boost::asio::awaitable<T>;

// Called once, from any thread: the suspended coroutine goes on, on the event loop that it came from.
using Resume = std::move_only_function<void()>;

// Suspends the calling coroutine; `start(Resume)` begins the work elsewhere and sees to it that Resume is called.
template <typename Start>
Task<void> suspend(Start start) {
  co_await boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void()>(
      [start = std::move(start)](auto handler) mutable {
        auto executor = boost::asio::get_associated_executor(handler);
        // std::move_only_function wants no copies; the work guard keeps the event loop alive meanwhile.
        start(Resume([handler = std::move(handler), guard = boost::asio::make_work_guard(executor)]() mutable {
          boost::asio::post(guard.get_executor(), std::move(handler));
          guard.reset();
        }));
      },
      boost::asio::use_awaitable);
}

}  // namespace pagewright
