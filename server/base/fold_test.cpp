#include "server/base/fold.hpp"

#include <gtest/gtest.h>

namespace pagewright {
namespace {

TEST(Fold, KeepsOtherScriptsSearchable) {
  EXPECT_EQ(fold("МОСКВА"), fold("москва"));
  EXPECT_EQ(fold("CAFÉ"), "cafe");
}

TEST(ContainsPattern, LikesOwnCharactersStandForThemselves) {
  EXPECT_EQ(contains_pattern("a"), "%a%");
  EXPECT_EQ(contains_pattern("5%_\\"), "%5\\%\\_\\\\%");
}

}  // namespace
}  // namespace pagewright
