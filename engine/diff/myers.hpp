// The shortest edit script between two sequences (Myers, "An O(ND) Difference Algorithm and Its Variations", 1986).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pagewright::diff {

enum class Edit : std::uint8_t { kept, removed, inserted };

// `count` elements: kept ones stand at `before` and at `after`; removed ones at `before`; inserted ones at `after`.
struct EditRun {
  Edit edit;
  std::size_t before;
  std::size_t after;
  std::size_t count;
  bool operator==(const EditRun&) const = default;
};

// More edits than this are not worth looking for: what lies between the common beginning and end is then all removed
// and all inserted. Bounds the time to O(N · most_edits) and the memory to O(most_edits²).
inline constexpr std::size_t most_edits = 600;

// Equal numbers are equal elements. In each place that differs, what was removed comes before what was inserted.
[[nodiscard]] std::vector<EditRun> shortest_edit(std::span<const std::uint32_t> before,
                                                 std::span<const std::uint32_t> after, std::size_t bound = most_edits);

}  // namespace pagewright::diff
