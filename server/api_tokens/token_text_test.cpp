#include "server/api_tokens/token_text.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace pagewright::api_tokens {
namespace {

TEST(TokenText, IsWhatScannersLookFor) {
  const std::regex pattern("pw_[0-9A-Za-z]{46}");
  std::set<std::string> made;
  for (int i = 0; i < 100; ++i) {
    const std::string token = new_token();
    EXPECT_TRUE(std::regex_match(token, pattern)) << token;
    EXPECT_TRUE(is_token(token)) << token;
    made.insert(token);
  }
  EXPECT_EQ(made.size(), 100U);
}

TEST(TokenText, AnyOtherLetterIsSeen) {
  const std::string token = new_token();
  for (std::size_t at = 0; at < token.size(); ++at) {
    std::string changed = token;
    changed[at] = changed[at] == 'x' ? 'y' : 'x';
    EXPECT_FALSE(is_token(changed)) << at;
  }
}

// The checksum is part of the format, which scanners know: it must never change.
TEST(TokenText, HasTheChecksumThatIsDocumented) {
  EXPECT_TRUE(is_token("pw_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcd1J8N1k"));
  EXPECT_FALSE(is_token("pw_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcd000000"));
}

TEST(TokenText, WhatIsNoneIsRefused) {
  const std::string token = new_token();
  for (const std::string& text :
       {std::string(), std::string("pw_"), token.substr(1), token + "0", token.substr(0, token.size() - 1),
        "PW_" + token.substr(3), "pw_" + std::string(46, '\xFF'), "pw_" + std::string(46, '\0')})
    EXPECT_FALSE(is_token(text)) << text;
}

TEST(TokenText, ItsBeginningIsShown) {
  EXPECT_EQ(shown_part("pw_4fXk2pABCDEF"), "pw_4fXk2p");
}

}  // namespace
}  // namespace pagewright::api_tokens
