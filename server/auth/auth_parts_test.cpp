#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "server/auth/access_token.hpp"
#include "server/auth/password.hpp"
#include "server/base/digest.hpp"

namespace pagewright::auth {
namespace {

constexpr std::int64_t now = 1'790'000'000;
const std::string secret(32, 's');

Claims someone() {
  return {.user_id = "u", .organization_id = "o", .session_id = "s", .role = Role::editor};
}

TEST(Password, IsHashedAndChecked) {
  const std::string hash = hash_password("correct horse");
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
  EXPECT_TRUE(password_matches("correct horse", hash));
  EXPECT_FALSE(password_matches("correct house", hash));
  EXPECT_FALSE(password_matches("correct horse", ""));
}

TEST(Password, WeakOnesAreRefused) {
  EXPECT_EQ(fault_of_password("correct horse", "a@b.example"), "");
  EXPECT_NE(fault_of_password("short", "a@b.example"), "");
  EXPECT_NE(fault_of_password("password", "a@b.example"), "");
  EXPECT_NE(fault_of_password("aaaaaaaaaaaa", "a@b.example"), "");
  EXPECT_NE(fault_of_password("ada@b.example", "ada@b.example"), "");
  EXPECT_NE(fault_of_password(std::string(1025, 'x') + "y", "a@b.example"), "");
}

TEST(AccessToken, SaysWhoCallsUntilItExpires) {
  AccessTokens tokens(secret);
  const std::string token = tokens.issue(someone(), now);
  for (int again = 0; again < 2; ++again) {
    const auto claims = tokens.verify(token, now + 1);
    ASSERT_TRUE(claims);
    EXPECT_EQ(claims->user_id, "u");
    EXPECT_EQ(claims->organization_id, "o");
    EXPECT_EQ(claims->session_id, "s");
    EXPECT_EQ(claims->role, Role::editor);
    EXPECT_EQ(claims->expires_at, now + access_token_seconds);
  }
  EXPECT_FALSE(tokens.verify(token, now + access_token_seconds));
}

TEST(AccessToken, AnotherSecretOrAChangedTokenIsRefused) {
  AccessTokens tokens(secret);
  AccessTokens others(std::string(32, 't'));
  std::string token = others.issue(someone(), now);
  EXPECT_FALSE(tokens.verify(token, now));
  token = tokens.issue(someone(), now);
  token[token.find('.') + 5] = token[token.find('.') + 5] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(tokens.verify(token, now));
  EXPECT_FALSE(tokens.verify("", now));
  EXPECT_FALSE(tokens.verify("a.b.c", now));
  // {"alg":"none"} . {"sub":"u"} .
  EXPECT_FALSE(tokens.verify("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1In0.", now));
  EXPECT_FALSE(tokens.verify(std::string(5000, 'a'), now));
}

TEST(AccessToken, ARevokedSessionIsRefused) {
  AccessTokens tokens(secret);
  const std::string token = tokens.issue(someone(), now);
  ASSERT_TRUE(tokens.verify(token, now));
  tokens.revoke_session("s", now);
  EXPECT_FALSE(tokens.verify(token, now));
}

TEST(AccessToken, TheSecretIsMadeOnceAndPrivate) {
  const auto directory = std::filesystem::temp_directory_path() / ("pagewright-secret-" + random_secret(8));
  std::filesystem::create_directory(directory);
  const std::string first = load_or_create_secret(directory);
  EXPECT_EQ(load_or_create_secret(directory), first);
  EXPECT_GE(first.size(), 32U);
  struct stat status{};
  ASSERT_EQ(::stat((directory / "jwt.key").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  std::filesystem::remove_all(directory);
}

}  // namespace
}  // namespace pagewright::auth
