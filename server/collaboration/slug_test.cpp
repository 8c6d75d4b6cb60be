#include "server/collaboration/slug.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace pagewright::collaboration {
namespace {

TEST(Slug, IsMadeFromTheName) {
  EXPECT_EQ(slug_from("My Test Page"), "my-test-page");
  EXPECT_EQ(slug_from("  Hello,   World!  "), "hello-world");
  EXPECT_EQ(slug_from("Café Crème & Œufs"), "cafe-creme-oeufs");
  EXPECT_EQ(slug_from("Straße nach Łódź"), "strasse-nach-lodz");
  EXPECT_EQ(slug_from("Ærøskøbing, Þingvellir"), "aeroskobing-thingvellir");
  EXPECT_EQ(slug_from("Tiếng Việt"), "tieng-viet");
  EXPECT_EQ(slug_from("e\xCC\x81t\xC3\xA9"), "ete");
  EXPECT_EQ(slug_from("2026 — 50% off"), "2026-50-off");
}

TEST(Slug, FallsBackWhereNothingFolds) {
  EXPECT_EQ(slug_from("日本"), "page");
  EXPECT_EQ(slug_from("!!!"), "page");
  EXPECT_EQ(slug_from("\xFF\xFE"), "page");
}

TEST(Slug, IsAtMost255Characters) {
  EXPECT_EQ(slug_from(std::string(400, 'a')).size(), max_slug_size);
  EXPECT_EQ(slug_from(std::string(254, 'a') + " b"), std::string(254, 'a'));
}

TEST(Slug, ByHandIsChecked) {
  EXPECT_EQ(fault_of_slug("our-clinic-2"), "");
  EXPECT_NE(fault_of_slug(""), "");
  EXPECT_NE(fault_of_slug("Our"), "");
  EXPECT_NE(fault_of_slug("-a"), "");
  EXPECT_NE(fault_of_slug("a--b"), "");
  EXPECT_NE(fault_of_slug("a/b"), "");
  EXPECT_NE(fault_of_slug("~staging"), "");
  EXPECT_NE(fault_of_slug(std::string(256, 'a')), "");
}

TEST(Slug, TakenOnesGetANumber) {
  const std::vector<std::string> taken{std::string(255, 'a'), "home", "home-2", "home-4"};
  EXPECT_EQ(first_free("about", taken), "about");
  EXPECT_EQ(first_free("home", taken), "home-3");
  EXPECT_EQ(first_free(std::string(255, 'a'), taken), std::string(253, 'a') + "-2");
}

}  // namespace
}  // namespace pagewright::collaboration
