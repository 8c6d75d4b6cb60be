// Two sides' changes of one sequence put together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pagewright::merge {

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
  bool operator==(const Range&) const = default;
};

// Whose elements a stretch of the result has; `same`: nobody has changed it, or both have in the same way.
enum class StretchKind : std::uint8_t { same, ours, theirs, conflict };

struct Stretch {
  StretchKind kind;
  Range base;
  Range ours;
  Range theirs;
  bool operator==(const Stretch&) const = default;
};

// Equal numbers are equal elements. Changes conflict where they take away the same elements, where one inserts into
// what the other takes away, or where both insert at the same point; not where they only touch.
[[nodiscard]] std::vector<Stretch> merge_sequences(std::span<const std::uint32_t> base,
                                                   std::span<const std::uint32_t> ours,
                                                   std::span<const std::uint32_t> theirs);

}  // namespace pagewright::merge
