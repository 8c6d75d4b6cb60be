#include "server/versions/mentions.hpp"

#include <gtest/gtest.h>

namespace pagewright::versions {
namespace {

bool mentions_h1(std::string_view operations) {
  return mentions(operations, document::NodeId::parse("h1").value());
}

TEST(Mentions, AreOperationsOnTheNode) {
  EXPECT_TRUE(mentions_h1(R"([{"type":"set_prop","id":"h2"},{"type":"set_prop","id":"h1","key":"text","value":"A"}])"));
  EXPECT_TRUE(
      mentions_h1(R"([{"type":"move_node","id":"h1","place":{"parent":null,"slot":"components","rank":"V"}}])"));
}

TEST(Mentions, AreInsertionsOfItAndOfWhatIsAboveIt) {
  EXPECT_TRUE(mentions_h1(R"([{"type":"insert_node","node":{"id":"h1"}}])"));
  EXPECT_TRUE(mentions_h1(
      R"([{"type":"insert_node","node":{"id":"s","children":{"a":[],"b":[{"id":"g","children":{"c":[{"id":"h1"}]}}]}}}])"));
}

TEST(Mentions, AreNotWhatOnlyLooksLikeIt) {
  EXPECT_FALSE(mentions_h1("[]"));
  EXPECT_FALSE(mentions_h1(R"([{"type":"set_prop","id":"h11","key":"text","value":"h1"}])"));
  EXPECT_FALSE(mentions_h1(R"([{"type":"set_prop","id":"h2","key":"link","value":{"id":"h1"}}])"));
  EXPECT_FALSE(mentions_h1(R"([{"type":"insert_node","node":{"id":"h2","props":{"id":"h1"}}}])"));
  EXPECT_FALSE(mentions_h1(R"([{"type":"move_node","id":"h2","place":{"parent":"h1","slot":"content","rank":"V"}}])"));
}

}  // namespace
}  // namespace pagewright::versions
