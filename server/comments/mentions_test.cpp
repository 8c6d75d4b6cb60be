#include "server/comments/mentions.hpp"

#include <gtest/gtest.h>

namespace pagewright::comments {
namespace {

const std::string ada = "0b9d8a52-6a51-4c39-9d3e-2f0f6a1b7c02";
const std::string ben = "6f1e2f3a-5d1c-4a53-9d1e-0f4a1f6b7c09";

std::string mention(const std::string& id) {
  return "<@" + id + ">";
}

TEST(Mentions, AreReadOnceEach) {
  const std::string body = mention(ben) + " and " + mention(ada) + mention(ben) + " look";
  EXPECT_EQ(mentioned_ids(body), (std::vector{ben, ada}));
  EXPECT_TRUE(mentioned_ids("nobody at all").empty());
}

TEST(Mentions, AreNothingElse) {
  const std::vector<std::string> others = {"<@>",
                                           "<@",
                                           "<@0b9d8a52>",
                                           "<@" + ada,
                                           "<" + ada + ">",
                                           "<@" + ada + "x>",
                                           "<@0B9D8A52-6A51-4C39-9D3E-2F0F6A1B7C02>",
                                           "a@" + ada};
  for (const std::string& body : others) EXPECT_TRUE(mentioned_ids(body).empty()) << body;
  EXPECT_EQ(mentioned_ids("<@<@" + mention(ada)), std::vector{ada});
}

TEST(Mentions, ReadAsNames) {
  EXPECT_EQ(with_names("Hi " + mention(ada) + ", ask " + mention(ben) + ".", {{ada, "Ada"}}),
            "Hi @Ada, ask @somebody.");
  EXPECT_EQ(with_names("<@ nothing >", {}), "<@ nothing >");
}

}  // namespace
}  // namespace pagewright::comments
