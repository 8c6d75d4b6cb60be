// What a change of a large map touches, counted: values copied and values compared, not time.
#include <gtest/gtest.h>

#include "engine/base/checking/allocation_count.hpp"
#include "engine/base/hash.hpp"
#include "engine/base/persistent_map.hpp"

namespace pagewright {
namespace {

struct Counted {
  Counted(std::uint64_t key, int value) : key(key), value(value) {}
  Counted(const Counted& other) : key(other.key), value(other.value) { ++copies; }
  Counted(Counted&&) noexcept = default;
  Counted& operator=(const Counted&) = delete;
  Counted& operator=(Counted&&) noexcept = default;
  ~Counted() = default;
  bool operator==(const Counted& other) const {
    ++comparisons;
    return key == other.key && value == other.value;
  }

  std::uint64_t key;
  int value;
  static inline std::uint64_t copies = 0;
  static inline std::uint64_t comparisons = 0;
};
struct KeyOf {
  const std::uint64_t& operator()(const Counted& value) const { return value.key; }
};
struct KeyHash {
  std::size_t operator()(std::uint64_t key) const { return static_cast<std::size_t>(mix(key)); }
};
using Map = PersistentMap<Counted, KeyOf, KeyHash>;

Map map_of(std::uint64_t size) {
  Map map;
  for (std::uint64_t key = 0; key < size; ++key) map.set({key, 0});
  return map;
}

// With 32 ways a branch, 100,000 values stand on four levels; hashes that agree for longer add one or two.
constexpr std::uint64_t most_levels = 6;

class PersistentMapCost : public testing::TestWithParam<std::uint64_t> {};
INSTANTIATE_TEST_SUITE_P(Sizes, PersistentMapCost, testing::Values(60, 2'000, 10'000, 100'000));

// BASE-14
TEST_P(PersistentMapCost, AChangeOfACopyCopiesOnePathOfBranches) {
  const Map before = map_of(GetParam());
  for (std::uint64_t key = 0; key < GetParam(); key += GetParam() / 20) {
    Map after = before;
    Counted::copies = 0;
    const AllocationCount count;
    after.set({key, 1});
    EXPECT_GE(count.allocations(), 1u);
    EXPECT_LE(count.allocations(), most_levels);
    EXPECT_LE(Counted::copies, 32 * most_levels);
  }
}

// BASE-14
TEST_P(PersistentMapCost, AnotherChangeOfTheSameCopyCopiesNothing) {
  const Map before = map_of(GetParam());
  Map after = before;
  after.set({7, 1});
  Counted::copies = 0;
  const AllocationCount count;
  after.set({7, 2});
  after.find_to_change(7)->value = 3;
  EXPECT_EQ(count.allocations(), 0u);
  EXPECT_EQ(Counted::copies, 0u);
}

// BASE-15
TEST_P(PersistentMapCost, ACopyAllocatesNothing) {
  const Map map = map_of(GetParam());
  Counted::copies = 0;
  const AllocationCount count;
  const Map copy = map;
  EXPECT_EQ(copy.size(), GetParam());
  EXPECT_EQ(count.allocations(), 0u);
  EXPECT_EQ(Counted::copies, 0u);
}

// BASE-16
TEST_P(PersistentMapCost, ADifferenceLooksOnlyAtThePathsToWhatDiffers) {
  const Map before = map_of(GetParam());
  Map after = before;
  constexpr std::uint64_t changes = 10;
  for (std::uint64_t i = 0; i < changes; ++i) after.set({i * (GetParam() / changes), 1});
  Counted::comparisons = 0;
  const AllocationCount count;
  std::uint64_t found = 0;
  Map::for_each_difference(before, after, [&](const Counted*, const Counted*) { ++found; });
  EXPECT_EQ(found, changes);
  EXPECT_EQ(count.allocations(), 0u);
  EXPECT_LE(Counted::comparisons, changes * 32 * most_levels);
}

}  // namespace
}  // namespace pagewright
