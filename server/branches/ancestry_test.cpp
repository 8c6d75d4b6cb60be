#include "server/branches/ancestry.hpp"

#include <gtest/gtest.h>

namespace pagewright::branches {
namespace {

using Ids = std::vector<std::string>;

TEST(Ancestry, OfOneLineIsTheOlderOne) {
  Ancestry line;
  line.add("1", "", "");
  line.add("2", "1", "");
  line.add("3", "2", "");
  EXPECT_EQ(line.nearest_common("3", "1"), Ids{"1"});
  EXPECT_EQ(line.nearest_common("2", "2"), Ids{"2"});
}

TEST(Ancestry, OfTwoBranchesIsWhereTheyPart) {
  Ancestry fork;
  fork.add("1", "", "");
  fork.add("2", "1", "");
  fork.add("m", "2", "");
  fork.add("s", "2", "");
  EXPECT_EQ(fork.nearest_common("m", "s"), Ids{"2"});
}

TEST(Ancestry, AfterAMergeIsWhatWasMerged) {
  Ancestry merged;
  merged.add("1", "", "");
  merged.add("s1", "1", "");
  merged.add("m1", "1", "s1");
  merged.add("s2", "s1", "");
  merged.add("m2", "m1", "");
  EXPECT_EQ(merged.nearest_common("m2", "s2"), Ids{"s1"});
}

TEST(Ancestry, AfterCrosswiseMergesAreBothSides) {
  Ancestry cross;
  cross.add("1", "", "");
  cross.add("m1", "1", "");
  cross.add("s1", "1", "");
  cross.add("m2", "m1", "s1");
  cross.add("s2", "s1", "m1");
  EXPECT_EQ(cross.nearest_common("m2", "s2"), (Ids{"m1", "s1"}));
}

TEST(Ancestry, OfStrangersIsNone) {
  Ancestry strangers;
  strangers.add("1", "", "");
  strangers.add("2", "gone", "");
  EXPECT_EQ(strangers.nearest_common("1", "2"), Ids());
  EXPECT_EQ(strangers.nearest_common("1", "unknown"), Ids());
}

}  // namespace
}  // namespace pagewright::branches
