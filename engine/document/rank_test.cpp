#include "engine/document/rank.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace pagewright::document::rank {
namespace {

TEST(Rank, NumbersAListInOrderWithShortStrings) {
  std::string previous;
  for (int i = 0; i < 100'000; ++i) {
    const std::string next = after(previous);
    ASSERT_TRUE(is_valid(next)) << next;
    ASSERT_LT(previous, next);
    ASSERT_LE(next.size(), 4u);
    previous = next;
  }
}

TEST(Rank, BetweenLiesBetweenWhereverOneInserts) {
  std::mt19937 random(3);
  std::vector<std::string> ranks;
  for (int i = 0; i < 3000; ++i) {
    const std::size_t at = random() % (ranks.size() + 1);
    const std::string low = at ? ranks[at - 1] : "";
    const std::string high = at < ranks.size() ? ranks[at] : "";
    const std::string made = between(low, high, random());
    ASSERT_TRUE(is_valid(made)) << made;
    ASSERT_LT(low, made);
    if (!high.empty()) ASSERT_LT(made, high);
    ranks.insert(ranks.begin() + static_cast<std::ptrdiff_t>(at), made);
  }
}

TEST(Rank, StaysShortWhenOneAlwaysInsertsAtTheSamePlace) {
  std::string low = "V";
  std::size_t longest = 0;
  for (unsigned i = 0; i < 1000; ++i) {
    low = between(low, "V001", i * 7919);
    longest = std::max(longest, low.size());
  }
  EXPECT_LE(longest, 200u);
  std::string last = "V";
  for (unsigned i = 0; i < 10'000; ++i) last = between(last, {}, i);
  EXPECT_LE(last.size(), 6u);
  std::string first = "V";
  for (unsigned i = 0; i < 10'000; ++i) first = between({}, first, i);
  EXPECT_LE(first.size(), 6u);
}

TEST(Rank, TwoAuthorsChooseDifferentRanksForTheSamePlace) {
  EXPECT_NE(between("V", "W", 1), between("V", "W", 2));
}

TEST(Rank, RefusesOtherCharactersTrailingZerosAndLength) {
  for (const char* text : {"", "V0", "a-b", "é"}) EXPECT_FALSE(is_valid(text)) << text;
  EXPECT_FALSE(is_valid(std::string(201, 'a')));
}

}  // namespace
}  // namespace pagewright::document::rank
