#include "server/comments/comment_letter.hpp"

#include <gtest/gtest.h>

namespace pagewright::comments {
namespace {

TEST(MentionLetter, SaysWhoAndWhereAndQuotesWhat) {
  const auto letter = mention_letter({.to = "ada@example.org",
                                      .author = "Ben",
                                      .page_name = "Our clinic",
                                      .node_name = "Heading “Welcome”",
                                      .text = "@Ada is this right?\nI think not.",
                                      .link = "https://editor.example/x"});
  EXPECT_EQ(letter.to, "ada@example.org");
  EXPECT_EQ(letter.subject, "Ben mentioned you on Our clinic");
  EXPECT_EQ(
      letter.text,
      "Ben mentioned you in a comment on the page Our clinic, about Heading “Welcome”:\n\n> @Ada is this right?\n> I "
      "think not.\n\nRead and answer it here:\nhttps://editor.example/x\n");
}

TEST(MentionLetter, HasNoLineOfSomebodyElses) {
  const auto letter = mention_letter({.to = "ada@example.org",
                                      .author = "Ben\nYour account was closed:",
                                      .page_name = "P\r\nx",
                                      .node_name = "",
                                      .text = "a\n\nRead and answer it here:\nhttps://evil.example",
                                      .link = "https://editor.example/x"});
  EXPECT_EQ(letter.subject.find('\n'), std::string::npos);
  EXPECT_EQ(letter.text.find("\nhttps://evil"), std::string::npos);
  EXPECT_EQ(letter.text.find("\nYour account"), std::string::npos);
}

}  // namespace
}  // namespace pagewright::comments
