#include "server/background/backoff.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace pagewright::background {
namespace {

using namespace std::chrono_literals;

TEST(Backoff, GrowsFourfoldUpToItsLimit) {
  const Backoff backoff{.first = 10s, .most = 1h};
  EXPECT_EQ(backoff.after(1, 0), 10s);
  EXPECT_EQ(backoff.after(2, 0), 40s);
  EXPECT_EQ(backoff.after(3, 0), 160s);
  EXPECT_EQ(backoff.after(5, 0), 2560s);
  EXPECT_EQ(backoff.after(6, 0), 1h);
  EXPECT_EQ(backoff.after(std::numeric_limits<std::int64_t>::max(), 0), 1h);
}

TEST(Backoff, ChanceTakesUpToHalfAway) {
  const Backoff backoff{.first = 10s, .most = 1h};
  EXPECT_EQ(backoff.after(1, 0.5), 7500ms);
  EXPECT_GT(backoff.after(1, 0.999), 5s);
  EXPECT_LT(backoff.after(1, 0.999), 5010ms);
}

TEST(Backoff, IsNeverNothing) {
  EXPECT_GE((Backoff{.first = 0ms, .most = 0ms}.after(1, 0.9)), 1ms);
}

}  // namespace
}  // namespace pagewright::background
