// Somebody who changes one page again and again, and remembers what the server has said.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

namespace pagewright::crash {

struct Reply {
  unsigned status = 0;  // 0: the connection ended without one
  std::string body;
};

// One request on a connection of its own. `body` is JSON, or empty.
[[nodiscard]] Reply ask(unsigned short port, const std::string& token, const std::string& method,
                        const std::string& path, const std::string& body = {});

class Writer {
 public:
  Writer(std::string page_id, std::string token) : page_id_(std::move(page_id)), token_(std::move(token)) {}

  // Changes the page until stop(): description, heading and version message of the n-th change are all the number n.
  void start(unsigned short port);
  void stop() { thread_ = {}; }

  [[nodiscard]] const std::string& page_id() const { return page_id_; }
  [[nodiscard]] std::int64_t sent() const { return sent_; }
  [[nodiscard]] std::int64_t acknowledged() const { return acknowledged_; }
  // Answers that were neither success, nor a refusal as 503 that says what to do; each with its body.
  [[nodiscard]] const std::vector<std::string>& surprises() const { return surprises_; }
  [[nodiscard]] std::int64_t refusals() const { return refusals_; }

 private:
  void change(unsigned short port);

  std::string page_id_;
  std::string token_;
  std::atomic<std::int64_t> sent_{0};
  std::atomic<std::int64_t> acknowledged_{0};
  std::atomic<std::int64_t> refusals_{0};
  std::vector<std::string> surprises_;
  std::jthread thread_;
};

}  // namespace pagewright::crash
