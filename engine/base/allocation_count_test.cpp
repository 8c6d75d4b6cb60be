// What counts allocations must itself count: a test that relies on it would else pass without proving anything.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "engine/base/checking/allocation_count.hpp"

namespace pagewright {
namespace {

TEST(AllocationCount, CountsEveryWayToAllocate) {
  struct alignas(64) Wide {
    char bytes[64];
  };
  const AllocationCount count;
  const auto one = std::make_unique<int>(1);
  const auto array = std::make_unique<int[]>(100);
  const auto aligned = std::make_unique<Wide>();
  const std::vector<int> list(1000, 1);
  const std::string text(1000, 'x');
  EXPECT_EQ(count.allocations(), 5u);
  EXPECT_GE(count.bytes(), 4u + 400u + 64u + 4000u + 1000u);
  EXPECT_EQ(count.live_bytes(), static_cast<std::int64_t>(count.bytes()));
}

TEST(AllocationCount, KnowsWhatWasGivenBack) {
  const AllocationCount count;
  for (int i = 0; i < 10; ++i) std::string(1000, 'x').clear();
  EXPECT_EQ(count.allocations(), 10u);
  EXPECT_EQ(count.live_bytes(), 0);
}

TEST(AllocationCount, BeginsAnewAndCountsNothingInBetween) {
  {
    const AllocationCount count;
  }
  const std::string before(1000, 'x');
  const AllocationCount count;
  EXPECT_EQ(count.allocations(), 0u);
  const std::string after(1000, 'x');
  EXPECT_EQ(count.allocations(), 1u);
}

}  // namespace
}  // namespace pagewright
