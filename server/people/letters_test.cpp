#include "server/people/letters.hpp"

#include <gtest/gtest.h>

namespace pagewright::people {
namespace {

TEST(Letters, NamesAddNoLinksAndNoLines) {
  const auto letter = invitation_letter({.to = "ada@example.org",
                                         .inviter = "Eve\n\nAccept here: https://evil.example",
                                         .organization = "Riverside\r\nhttps://evil.example",
                                         .link = "https://pages.example/page-builder/invitation?token=t"});
  EXPECT_EQ(letter.text.find("evil.example/"), std::string::npos);
  EXPECT_EQ(letter.text.find("https://"), letter.text.find("https://pages.example"));
  EXPECT_EQ(letter.text.find("https://", letter.text.find("https://") + 1), std::string::npos);
  EXPECT_EQ(letter.subject.find('\n'), std::string::npos);
  EXPECT_TRUE(letter.text.starts_with("Eve  Accept here: https evil.example invites you"));
}

TEST(Letters, SayWhereToGo) {
  EXPECT_NE(password_letter("ada@example.org", "Ada", "https://pages.example/x?token=t")
                .text.find("\nhttps://pages.example/x?token=t\n"),
            std::string::npos);
}

}  // namespace
}  // namespace pagewright::people
