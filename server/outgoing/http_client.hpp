// HTTP requests to addresses that people typed in. They never reach where they must not: every peer is checked at the
// moment of connecting, so that a name which changes its mind in between (DNS rebinding) gains nothing; redirects are
// not followed; answers are cut off.
#pragma once

#include <atomic>
#include <chrono>
#include <expected>
#include <string>
#include <vector>

#include "server/jobs/executor_pool.hpp"
#include "server/outgoing/target.hpp"

namespace pagewright::outgoing {

struct Post {
  std::string url;
  std::vector<std::string> headers = {};  // "Name: value"
  std::string body = {};
  std::chrono::milliseconds time_limit = std::chrono::seconds(10);
  std::size_t most_answer_bytes = 4096;  // what follows is not read
};

struct Answer {
  unsigned status = 0;
  std::string body;
  std::chrono::milliseconds duration{0};

  [[nodiscard]] bool is_success() const { return status >= 200 && status < 300; }
};

// There is no answer.
struct NoAnswer {
  std::string reason;  // a sentence
  std::chrono::milliseconds duration{0};
};

class HttpClient {
 public:
  explicit HttpClient(Reach reach) : reach_(reach) {}

  [[nodiscard]] Reach reach() const { return reach_; }

  // Any status is an answer. The caller's event loop goes on meanwhile.
  Task<std::expected<Answer, NoAnswer>> post(Post request);

  // From any thread: what is under way ends within a second or so, without an answer.
  void stop() { is_stopping_ = true; }

 private:
  std::expected<Answer, NoAnswer> perform(const Post& request) const;

  Reach reach_;
  std::atomic<bool> is_stopping_{false};
  ExecutorPool pool_{4};  // last: its threads use the others
};

}  // namespace pagewright::outgoing
