// Where one run of a program keeps the strings and lists that it makes. Nothing is allocated until the first is made;
// all of it goes when the run ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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
  void exhaust() { trouble_ |= exhausted; }
  [[nodiscard]] bool is_exhausted() const { return (trouble_ & exhausted) != 0; }
  // Exhausted, or an error.
  [[nodiscard]] bool is_in_trouble() const { return trouble_ != 0; }

  // What a filter has looked at besides its operands counts as steps.
  void spend(std::size_t items) { spent_ += items; }
  [[nodiscard]] std::size_t take_spent() { return std::exchange(spent_, 0); }

  // What a filter does where Liquid raises an error. Templates of components go on: for them nothing is noted.
  void note_errors() { notes_errors_ = true; }
  void raise(std::string_view message, std::string_view subject = {}, std::string_view rest = {});
  [[nodiscard]] bool has_error() const { return (trouble_ & error) != 0; }
  // The message; there is no error any more.
  [[nodiscard]] std::string take_error();

 private:
  enum Trouble : std::uint8_t { exhausted = 1, error = 2 };

  void* allocate(std::size_t bytes);

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* free_ = nullptr;
  std::size_t free_size_ = 0;
  std::size_t remaining_;
  std::size_t spent_ = 0;
  std::uint8_t trouble_ = 0;
  bool notes_errors_ = false;
  std::string error_;
};

}  // namespace pagewright::liquid
