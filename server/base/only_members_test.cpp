#include "server/base/only_members.hpp"

#include <gtest/gtest.h>

namespace pagewright {
namespace {

TEST(OnlyMembers, AreThoseThatAreNamedAndTheId) {
  const std::string whole = R"({"id":"1","name":"A","metadata":{"name":"B","id":2},"size":null})";
  EXPECT_EQ(only_members(whole, {"name"}), R"({"id":"1","name":"A"})");
  EXPECT_EQ(only_members(whole, {"size", "metadata"}), R"({"id":"1","metadata":{"name":"B","id":2},"size":null})");
  EXPECT_EQ(only_members(whole, {}), R"({"id":"1"})");
  EXPECT_EQ(only_members(whole, {"nonsense"}), R"({"id":"1"})");
}

}  // namespace
}  // namespace pagewright
