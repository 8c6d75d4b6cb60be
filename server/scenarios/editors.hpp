// Editors that are connected to a page, for tests: real conversations over sockets that are only in memory.
#pragma once

#include <boost/asio/io_context.hpp>
#include <condition_variable>
#include <deque>
#include <thread>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {

// The client's end and the server's end of one connection.
class MemorySocket final : public http::WebSocket, public std::enable_shared_from_this<MemorySocket> {
 public:
  explicit MemorySocket(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}

  Task<std::optional<std::string>> read() override;
  Task<std::optional<std::string>> read_within(unsigned, std::size_t) override { return read(); }
  void send(std::shared_ptr<const std::string> message) override;
  void close(unsigned short code, std::string reason) override;
  [[nodiscard]] bool is_open() const override;
  [[nodiscard]] boost::asio::any_io_executor executor() const override { return executor_; }

  void client_sends(std::string message);
  // The next message from the server; null after a while without one, or when it has closed.
  json::Value client_receives();
  // The close code, waiting for it; 0 after a while without one.
  unsigned short close_code();

 private:
  boost::asio::any_io_executor executor_;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<std::string> to_server_;
  std::deque<std::shared_ptr<const std::string>> to_client_;
  Resume waiting_;
  unsigned short code_ = 0;
};

// Runs the server's side of conversations.
class Editors {
 public:
  explicit Editors(Installation& installation);
  ~Editors();

  struct Hello {
    As caller = As::editor;
    std::string page_id;
    std::string branch = {};  // empty: what the server takes for granted
    std::string client_id;
    std::optional<std::int64_t> since = {};
  };
  std::shared_ptr<MemorySocket> connect();
  std::shared_ptr<MemorySocket> connect(const Hello& hello);
  [[nodiscard]] std::string hello_message(const Hello& hello) const;

 private:
  Installation& installation_;
  boost::asio::io_context loop_;
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
  std::vector<std::shared_ptr<MemorySocket>> sockets_;
  std::thread thread_;
};

// Members of a new page: headings h1 "One" and h2 "Two".
extern const std::string two_headings;

[[nodiscard]] std::string type_of(const json::Value& message);
[[nodiscard]] std::string id_of(const json::Value& message);
[[nodiscard]] std::int64_t sequence_of(const json::Value& message);

// The operation that gives a heading another text.
[[nodiscard]] std::string set_text(const std::string& node, const std::string& text);
// {"type":"submit", …} with one operation.
[[nodiscard]] std::string submit(const std::string& id, const std::string& operation);

}  // namespace pagewright::scenarios
