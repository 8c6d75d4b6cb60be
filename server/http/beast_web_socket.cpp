#include "server/http/beast_web_socket.hpp"

#include <netinet/tcp.h>
#include <sys/socket.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

namespace pagewright::http {
namespace {

namespace net = boost::asio;
namespace websocket = boost::beast::websocket;

constexpr auto result_tuple = net::as_tuple(net::use_awaitable);
constexpr auto never = std::chrono::steady_clock::time_point::max();
constexpr unsigned short not_text = 1003;
constexpr unsigned short try_again_later = 1013;
constexpr unsigned short message_too_large = 4413;  // docs/formats/collaboration.md

}  // namespace

BeastWebSocket::Loop::Loop(net::ip::tcp::socket socket)
    : stream(std::move(socket)), arrived(stream.get_executor()), written(stream.get_executor()) {
  // Beast pings a silent peer after half the idle time-out, and ends the connection after the whole of it.
  stream.set_option(websocket::stream_base::timeout{.handshake_timeout = std::chrono::seconds(10),
                                                    .idle_timeout = std::chrono::seconds(45),
                                                    .keep_alive_pings = true});
  stream.read_message_max(0);  // receive() has the limit, and its own close code
  stream.text(true);
}

BeastWebSocket::BeastWebSocket(net::ip::tcp::socket socket)
    : executor_(socket.get_executor()), loop_(std::in_place, std::move(socket)) {}

Task<bool> BeastWebSocket::accept(const HttpRequest& request) {
  const auto [fault] = co_await loop_->stream.async_accept(request, result_tuple);
  is_open_ = !fault;
  has_ended_ = is_closed_ = bool(fault);
  co_return !fault;
}

Task<std::optional<std::string>> BeastWebSocket::read() {
  most_bytes_ = most_message_bytes;
  return read_until(never);
}

Task<std::optional<std::string>> BeastWebSocket::read_within(unsigned seconds, std::size_t most_bytes) {
  most_bytes_ = std::min(most_bytes, most_message_bytes);
  return read_until(std::chrono::steady_clock::now() + std::chrono::seconds(seconds));
}

Task<std::optional<std::string>> BeastWebSocket::read_until(std::chrono::steady_clock::time_point limit) {
  if (!inbox_ && !has_ended_) {
    loop_->arrived.expires_at(limit);
    // The read goes on when the wait ends at `limit`: cancelling it would end the connection.
    if (!is_reading_) {
      is_reading_ = true;
      net::co_spawn(executor_, [self = shared_from_this()] { return self->read_one(); }, net::detached);
    }
    if (is_reading_) co_await loop_->arrived.async_wait(result_tuple);
  }
  co_return std::exchange(inbox_, std::nullopt);
}

Task<void> BeastWebSocket::read_one() {
  inbox_ = co_await receive();
  is_reading_ = false;
  if (!inbox_) {
    has_ended_ = true;
    is_open_ = false;
  }
  loop_->arrived.cancel();
}

Task<std::optional<std::string>> BeastWebSocket::receive() {
  std::string message;
  auto buffer = net::dynamic_buffer(message);
  do {
    const auto [fault, size] = co_await loop_->stream.async_read_some(buffer, 64 * 1024, result_tuple);
    if (fault) co_return std::nullopt;
    if (message.size() > most_bytes_) {
      const bool is_usual = most_bytes_ == most_message_bytes;
      close(message_too_large, is_usual ? "The message is larger than 4 MiB." : "The first message is too large.");
      co_return std::nullopt;
    }
  } while (!loop_->stream.is_message_done());
  if (!loop_->stream.got_text()) {
    close(not_text, "Send text messages.");
    co_return std::nullopt;
  }
  co_return message;
}

void BeastWebSocket::send(std::shared_ptr<const std::string> message) {
  {
    const std::lock_guard lock(mutex_);
    if (close_reason_ || !is_open_) return;
    // What waits already counts: a single message, such as a large page, may be of any size.
    if (queued_bytes_ > most_queued_bytes || queue_.size() >= most_queued_messages) {
      queue_.clear();
      close_reason_ = {try_again_later, "The connection takes in messages too slowly."};
    } else {
      queued_bytes_ += message->size();
      queue_.push_back(std::move(message));
    }
  }
  start_writing();
}

void BeastWebSocket::close(unsigned short code, std::string reason) {
  {
    const std::lock_guard lock(mutex_);
    if (close_reason_) return;
    close_reason_ = {code, std::move(reason)};
  }
  is_open_ = false;
  start_writing();
}

void BeastWebSocket::start_writing() {
  {
    const std::lock_guard lock(mutex_);
    if (std::exchange(is_writing_, true)) return;
  }
  net::co_spawn(executor_, [self = shared_from_this()] { return self->write_queued(); }, net::detached);
}

// Where several messages wait, the kernel holds short ones back until they fill a packet, or no more of them wait.
void BeastWebSocket::hold_back(bool holds) {
  if (std::exchange(holds_back_, holds) == holds) return;
  const int value = holds ? 1 : 0;
  ::setsockopt(loop_->stream.next_layer().native_handle(), IPPROTO_TCP, TCP_CORK, &value, sizeof value);
}

Task<void> BeastWebSocket::write_queued() {
  while (!is_closed_) {
    std::shared_ptr<const std::string> message;
    std::optional<CloseReason> reason;
    bool is_last = true;
    {
      const std::lock_guard lock(mutex_);
      if (!queue_.empty()) {
        message = std::move(queue_.front());
        queue_.pop_front();
        queued_bytes_ -= std::min(queued_bytes_, message->size());
        is_last = queue_.empty();
      } else if (close_reason_) {
        reason = close_reason_;
      } else {
        hold_back(false);
        is_writing_ = false;
        co_return;
      }
    }
    if (!is_last) hold_back(true);
    if (reason) {
      hold_back(false);
      co_await send_close(std::move(*reason));
    } else if (const auto [fault, size] = co_await loop_->stream.async_write(net::buffer(*message), result_tuple);
               fault) {
      is_closed_ = true;
      close_now();  // ends a read that waits
    }
  }
  is_open_ = false;
  loop_->written.cancel();
}

Task<void> BeastWebSocket::send_close(CloseReason reason) {
  const websocket::close_reason closing(static_cast<websocket::close_code>(reason.code), reason.reason);
  co_await loop_->stream.async_close(closing, result_tuple);
  is_closed_ = true;
}

Task<void> BeastWebSocket::finish() {
  close(1000, "");
  loop_->written.expires_at(never);
  while (!is_closed_) co_await loop_->written.async_wait(result_tuple);
  close_now();
  loop_->arrived.expires_at(never);
  while (is_reading_) co_await loop_->arrived.async_wait(result_tuple);
  loop_.reset();
}

void BeastWebSocket::close_now() {
  boost::system::error_code ignored;
  if (loop_) loop_->stream.next_layer().close(ignored);
}

}  // namespace pagewright::http
