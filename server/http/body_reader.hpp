// The body of a request while it arrives: for routes whose bodies are too large to be held in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include "server/jobs/task.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::http {

class BodyReader {
 public:
  virtual ~BodyReader() = default;

  // In bytes, as the client announces it; nothing: it does not say.
  [[nodiscard]] virtual std::optional<std::uint64_t> announced_size() const = 0;

  // The next bytes, valid until the next call; empty: that was all. Fails where the client is too slow, or gone, or
  // breaks the rules of HTTP: no more will come then.
  virtual Task<Outcome<std::string_view>> read() = 0;
};

// A body that is there already.
class ArrivedBody final : public BodyReader {
 public:
  // `bytes` must outlive the reader.
  explicit ArrivedBody(std::string_view bytes) : size_(bytes.size()), rest_(bytes) {}

  [[nodiscard]] std::optional<std::uint64_t> announced_size() const override { return size_; }
  Task<Outcome<std::string_view>> read() override { co_return std::exchange(rest_, {}); }

 private:
  std::uint64_t size_;
  std::string_view rest_;
};

}  // namespace pagewright::http
