// Which members of an object, or items of a list, some schema has looked at: what unevaluatedProperties and
// unevaluatedItems leave alone. Allocates only for more than 256 of them.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace pagewright::schema {

class Evaluated {
 public:
  explicit Evaluated(std::size_t count) : more_(count > few ? (count - few + 63) / 64 : 0) {}

  void mark(std::size_t index) { word(index) |= bit(index); }
  [[nodiscard]] bool has(std::size_t index) { return (word(index) & bit(index)) != 0; }
  // Both are of the same value.
  void add(const Evaluated& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    for (std::size_t i = 0; i < more_.size(); ++i) more_[i] |= other.more_[i];
  }

 private:
  static constexpr std::size_t few = 256;
  static std::uint64_t bit(std::size_t index) { return std::uint64_t{1} << index % 64; }
  std::uint64_t& word(std::size_t index) { return index < few ? words_[index / 64] : more_[(index - few) / 64]; }

  std::array<std::uint64_t, few / 64> words_{};
  std::vector<std::uint64_t> more_;
};

}  // namespace pagewright::schema
