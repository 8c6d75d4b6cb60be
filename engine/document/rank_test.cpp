#include "engine/document/rank.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace pagewright::document::rank {
namespace {

// DOCUMENT-3, DOCUMENT-5
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

// DOCUMENT-4
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

// DOCUMENT-5
TEST(Rank, StaysShortWhenOneAlwaysInsertsAtTheSamePlace) {
  std::string low = "V";
  std::string high = "V001";
  for (unsigned i = 0; i < 20'000; ++i) {
    const std::string before = between(low, "V001", i * 7919);
    const std::string after = between("V", high, i * 7919);
    ASSERT_TRUE(low < before && before < "V001") << before;
    ASSERT_TRUE("V" < after && after < high) << after;
    ASSERT_LE(std::max(before.size(), after.size()), 22u);
    low = before;
    high = after;
  }
  std::string last = "V";
  for (unsigned i = 0; i < 10'000; ++i) last = between(last, {}, i);
  EXPECT_LE(last.size(), 6u);
  std::string first = "V";
  for (unsigned i = 0; i < 10'000; ++i) first = between({}, first, i);
  EXPECT_LE(first.size(), 6u);
}

// DOCUMENT-6
TEST(Rank, IsABoundWhereThereIsNoRoom) {
  const std::string last(longest, 'z');
  const std::string first = std::string(longest - 1, '0') + "1";
  EXPECT_EQ(between(last, {}, 7), last);
  EXPECT_EQ(between({}, first, 7), first);
  EXPECT_EQ(between("V", "V", 7), "V");
  std::string low = "V";
  std::string high = "V001";
  for (unsigned i = 0; i < 3000; ++i) {
    const std::string made = between(low, high, i);
    ASSERT_TRUE(is_valid(made)) << made;
    ASSERT_TRUE(low <= made && made <= high);
    (i % 2 ? low : high) = made;
  }
}

// DOCUMENT-7
TEST(Rank, TwoAuthorsChooseDifferentRanksForTheSamePlace) {
  EXPECT_NE(between("V", "W", 1), between("V", "W", 2));
}

// DOCUMENT-3
TEST(Rank, RefusesOtherCharactersTrailingZerosAndLength) {
  for (const char* text : {"", "V0", "a-b", "é"}) EXPECT_FALSE(is_valid(text)) << text;
  EXPECT_FALSE(is_valid(std::string(201, 'a')));
}

}  // namespace
}  // namespace pagewright::document::rank
