// Where one run of a program keeps the strings and lists that it makes. Nothing is allocated until the first is made;
// all of it goes when the run ends.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

class Arena {
 public:
  explicit Arena(std::size_t limit) : remaining_(limit) {}

  // Copies the text. Beyond the limit: an empty text, and is_exhausted() from then on.
  [[nodiscard]] std::string_view keep(std::string_view text);
  [[nodiscard]] Value keep(std::span<const Value> items);

  // The bytes that may still be kept: a filter whose result would be longer stops and calls exhaust().
  [[nodiscard]] std::size_t remaining() const { return remaining_; }
  void exhaust() { is_exhausted_ = true; }
  [[nodiscard]] bool is_exhausted() const { return is_exhausted_; }

 private:
  void* allocate(std::size_t bytes);

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* free_ = nullptr;
  std::size_t free_size_ = 0;
  std::size_t remaining_;
  bool is_exhausted_ = false;
};

}  // namespace pagewright::liquid
