// A WebSocket connection, as the code that converses over it sees it.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "server/jobs/task.hpp"

namespace pagewright::http {

// read() is for one coroutine at a time, on the connection's event loop. Everything else may be called from any thread.
// Messages of at most 4 MiB; pings and time-outs are the implementation's business: a silent peer ends read().
class WebSocket {
 public:
  virtual ~WebSocket() = default;

  // The next text message; nothing once the connection is closed or lost.
  virtual Task<std::optional<std::string>> read() = 0;
  // As read(), and nothing too when `seconds` pass without a message (then the connection can still be closed with a
  // code). A message of more than `most_bytes` ends the connection, as one of more than 4 MiB always does.
  virtual Task<std::optional<std::string>> read_within(unsigned seconds, std::size_t most_bytes) = 0;

  // Queues a text message; messages go out in the order of the calls. A peer that takes in too slowly (more than 16 MiB
  // or 4,096 messages waiting) is disconnected with 1013: it comes back and catches up.
  virtual void send(std::shared_ptr<const std::string> message) = 0;

  // Sends what is queued, then closes. Calls after the first have no effect.
  virtual void close(unsigned short code, std::string reason) = 0;

  [[nodiscard]] virtual bool is_open() const = 0;

  // The event loop that the connection lives on: for co_spawn and timers.
  [[nodiscard]] virtual boost::asio::any_io_executor executor() const = 0;
};

}  // namespace pagewright::http
