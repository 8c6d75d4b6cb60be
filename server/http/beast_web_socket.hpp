// A WebSocket over Beast: one coroutine writes what is queued, reads happen when asked for.
#pragma once

#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <deque>
#include <mutex>

#include "server/http/web_socket.hpp"

namespace pagewright::http {

// Rooms may hold it longer than the connection, and let it go on any thread: finish() leaves nothing in it of the event
// loop.
class BeastWebSocket final : public WebSocket, public std::enable_shared_from_this<BeastWebSocket> {
 public:
  static constexpr std::size_t most_message_bytes = 4 * 1024 * 1024;
  static constexpr std::size_t most_queued_bytes = 16 * 1024 * 1024;
  static constexpr std::size_t most_queued_messages = 4096;

  using HttpRequest = boost::beast::http::request<boost::beast::http::string_body>;

  explicit BeastWebSocket(boost::asio::ip::tcp::socket socket);

  // Answers the upgrade. False: the peer is gone.
  Task<bool> accept(const HttpRequest& request);
  // Waits until everything queued is sent and the connection is closed. The connection's coroutine calls it last.
  Task<void> finish();
  // On the event loop: ends the connection without a word.
  void close_now();

  Task<std::optional<std::string>> read() override;
  Task<std::optional<std::string>> read_within(unsigned seconds, std::size_t most_bytes) override;
  void send(std::shared_ptr<const std::string> message) override;
  void close(unsigned short code, std::string reason) override;
  [[nodiscard]] bool is_open() const override { return is_open_; }
  [[nodiscard]] boost::asio::any_io_executor executor() const override { return executor_; }

 private:
  struct CloseReason {
    unsigned short code;
    std::string reason;
  };

  Task<std::optional<std::string>> read_until(std::chrono::steady_clock::time_point limit);
  Task<void> read_one();
  Task<std::optional<std::string>> receive();
  void start_writing();
  Task<void> write_queued();
  void hold_back(bool holds);
  Task<void> send_close(CloseReason reason);

  boost::asio::any_io_executor executor_;

  // On the event loop only. What stands in Loop is gone after finish().
  struct Loop {
    explicit Loop(boost::asio::ip::tcp::socket socket);
    boost::beast::websocket::stream<boost::asio::ip::tcp::socket> stream;
    boost::asio::steady_timer arrived;  // cancelled when a read has ended
    boost::asio::steady_timer written;  // cancelled when writing has ended for good
  };
  std::optional<Loop> loop_;
  std::optional<std::string> inbox_;
  bool is_reading_ = false;
  std::size_t most_bytes_ = most_message_bytes;  // of the message that is read next
  bool has_ended_ = false;                       // no more messages will come
  bool is_closed_ = false;                       // nothing more will be sent
  bool holds_back_ = false;

  // Shared with the threads that send.
  std::mutex mutex_;
  std::deque<std::shared_ptr<const std::string>> queue_;
  std::size_t queued_bytes_ = 0;
  std::optional<CloseReason> close_reason_;
  bool is_writing_ = false;
  std::atomic<bool> is_open_{false};
};

}  // namespace pagewright::http
