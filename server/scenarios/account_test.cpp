// Links to new passwords, and what users say about themselves.
#include <gtest/gtest.h>

#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

TEST(PasswordReset, ChoosesANewOneByALinkThatWorksOnce) {
  Installation installation(with_mail());
  const auto ask = [&](const std::string& email) {
    return installation.post(As::nobody, "/auth/password-reset", R"({"email":")" + email + "\"}");
  };
  ASSERT_EQ(ask("Editor@riverside.example").status, 204U);
  ASSERT_TRUE(installation.run_sql("SELECT 1"));  // after what was queued before it
  const std::string token = mailed_token(installation);
  ASSERT_FALSE(token.empty());
  EXPECT_EQ(installation.count("SELECT count(*) FROM password_resets WHERE token_hash = '" + token + "'"), 0);
  EXPECT_EQ(installation.get(As::editor, "/auth/me").status, 200U);  // nothing has happened yet
  EXPECT_EQ(log_in(installation, "editor@riverside.example").status, 200U);

  const auto reset = [&](const std::string& with) {
    return installation.post(As::nobody, "/auth/password-reset/complete", reset_body(with, "a new long password"));
  };
  const Answer weak =
      installation.post(As::nobody, "/auth/password-reset/complete", reset_body(token, "editor@riverside.example"));
  EXPECT_EQ(weak.status, 422U);
  EXPECT_EQ(reset("guess").status, 409U);
  EXPECT_EQ(reset(token).status, 204U);
  EXPECT_EQ(installation.get(As::editor, "/auth/me").status, 401U);  // signed out everywhere
  EXPECT_EQ(log_in(installation, "editor@riverside.example").status, 401U);
  EXPECT_EQ(log_in(installation, "editor@riverside.example", "a new long password").status, 200U);
  EXPECT_EQ(reset(token).status, 409U);
  EXPECT_EQ(installation.events().back(), "user.password_reset");
}

TEST(PasswordReset, DoesNotTellWhoHasAnAccount) {
  Installation installation(with_mail());
  const auto ask = [&](const std::string& email) {
    return installation.post(As::nobody, "/auth/password-reset", R"({"email":")" + email + "\"}");
  };
  ASSERT_EQ(patch(installation, As::admin, "/users/" + viewer_id(installation), R"({"isActive":false})").status, 200U);
  const auto before = installation.events();
  const Answer known = ask("editor@riverside.example");
  for (const char* email : {"nobody@riverside.example", "viewer@riverside.example"}) {
    const Answer unknown = ask(email);
    EXPECT_EQ(unknown.status, known.status);
    EXPECT_EQ(unknown.body, known.body);
  }
  ASSERT_TRUE(installation.run_sql("SELECT 1"));
  EXPECT_EQ(installation.count("SELECT count(*) FROM jobs WHERE kind = 'mail.send'"), 1);
  EXPECT_EQ(installation.events().size(), before.size() + 1);
  for (const char* email : {"editor@riverside.example", "nobody@riverside.example"}) {
    unsigned status = 0;
    for (int i = 0; i < 3; ++i) status = ask(email).status;
    EXPECT_EQ(status, 429U) << email;
  }
}

TEST(PasswordReset, LinksEndAfterAnHourAndAtMostThreeWork) {
  Installation installation;
  const std::string path = "/users/" + editor_id(installation) + "/password-reset";
  std::vector<std::string> tokens;
  for (int i = 0; i < 4; ++i) tokens.push_back(token_in(installation.post(As::admin, path).text("link")));
  EXPECT_EQ(installation.count("SELECT count(*) FROM password_resets"), 3);
  ASSERT_TRUE(installation.run_sql("UPDATE password_resets SET expires_at = expires_at - 3600001"));
  for (const std::string& token : tokens)
    EXPECT_EQ(
        installation.post(As::nobody, "/auth/password-reset/complete", reset_body(token, "a new long password")).status,
        409U);
  const std::string fresh = token_in(installation.post(As::admin, path).text("link"));
  const std::string other = token_in(installation.post(As::admin, path).text("link"));
  EXPECT_EQ(
      installation.post(As::nobody, "/auth/password-reset/complete", reset_body(fresh, "a new long password")).status,
      204U);
  // The others of the same account went with it.
  EXPECT_EQ(
      installation.post(As::nobody, "/auth/password-reset/complete", reset_body(other, "a new long password")).status,
      409U);
}

TEST(PasswordReset, SaysThatNoMailIsSent) {
  Installation installation;
  check(installation, {.name = "ask an administrator",
                       .method = http::Method::post,
                       .path = "/auth/password-reset",
                       .body = R"({"email":"editor@riverside.example"})",
                       .status = 503,
                       .contains = {"administrator"}});
}

TEST(Profile, NameAndAddressAreOnesOwn) {
  Installation installation(with_mail());
  check(installation, {.name = "name",
                       .caller = As::editor,
                       .method = http::Method::patch,
                       .path = "/auth/me",
                       .body = R"({"name":"  Ada  "})",
                       .contains = {R"("name":"Ada")"},
                       .events = {"user.profile_changed"}});
  EXPECT_EQ(installation.get(As::editor, "/auth/me").text("name"), "Ada");
  check(installation, {.name = "an address needs the password",
                       .caller = As::editor,
                       .method = http::Method::patch,
                       .path = "/auth/me",
                       .body = R"({"email":"ada@riverside.example"})",
                       .status = 422,
                       .contains = {"/currentPassword"}});
  const std::string with_password = R"(,"currentPassword":")" + std::string(password) + "\"}";
  check(installation, {.name = "one that is taken",
                       .caller = As::editor,
                       .method = http::Method::patch,
                       .path = "/auth/me",
                       .body = R"({"email":"admin@riverside.example")" + with_password,
                       .status = 409,
                       .absent = {"UNIQUE", "users.email"}});
  check(installation, {.name = "another address",
                       .caller = As::editor,
                       .method = http::Method::patch,
                       .path = "/auth/me",
                       .body = R"({"email":"Ada@riverside.example")" + with_password,
                       .contains = {R"("email":"ada@riverside.example")"},
                       .events = {"user.profile_changed"}});
  const std::string letter = text_of(installation, "SELECT payload FROM jobs WHERE kind = 'mail.send'");
  EXPECT_NE(letter.find(R"("to":"editor@riverside.example")"), std::string::npos);
  EXPECT_EQ(log_in(installation, "editor@riverside.example").status, 401U);
  EXPECT_EQ(log_in(installation, "ada@riverside.example").status, 200U);
  check(installation, {.name = "a role is not one's own",
                       .caller = As::editor,
                       .method = http::Method::patch,
                       .path = "/auth/me",
                       .body = R"({"role":"admin"})",
                       .status = 422,
                       .contains = {"/role"}});
  check(
      installation,
      {.name = "found by the new name", .caller = As::admin, .path = "/users?search=ada", .contains = {"\"total\":1"}});
}

}  // namespace
}  // namespace pagewright::scenarios
