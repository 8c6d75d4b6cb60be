#include "engine/token/nearest_name.hpp"

#include <gtest/gtest.h>

#include <array>

namespace pagewright::token {
namespace {

// TOKEN-16
TEST(NearestName, CountsInsertionsRemovalsReplacementsAndSwaps) {
  constexpr std::array<std::string_view, 4> names = {"color.brand", "color.ink", "space.1", "space.10"};
  EXPECT_EQ(nearest_name("color.brnad", names), "color.brand");
  EXPECT_EQ(nearest_name("colr.ink", names), "color.ink");
  EXPECT_EQ(nearest_name("color.inks", names), "color.ink");
  EXPECT_EQ(nearest_name("Color.Ink", names), "color.ink");
  EXPECT_EQ(nearest_name("space.2", names), "space.1");
  EXPECT_EQ(nearest_name("space.10", names), "space.10");
  EXPECT_EQ(nearest_name("font.body", names), "");
  EXPECT_EQ(nearest_name("", names), "");
  EXPECT_EQ(nearest_name(std::string(500, 'x'), names), "");
  EXPECT_EQ(nearest_name("x", {}), "");
}

TEST(NearestName, ReadsAsTheEndOfASentence) {
  constexpr std::array<std::string_view, 1> names = {"color"};
  EXPECT_EQ(suggestion("colour", names), "; did you mean \"color\"?");
  EXPECT_EQ(suggestion("colour", names, "{", "}"), "; did you mean {color}?");
  EXPECT_EQ(suggestion("dimension", names), "");
}

}  // namespace
}  // namespace pagewright::token
