#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

Answer log_in(Installation& installation, const std::string& email, std::string_view with = password) {
  return installation.post(As::nobody, "/auth/login",
                           R"({"email":")" + email + R"(","password":")" + std::string(with) + "\"}");
}

Answer with_cookie(Installation& installation, const std::string& path, const std::string& cookie) {
  return installation.request(As::nobody, http::Method::post, path, "", {{"Cookie", cookie}});
}

Answer me(Installation& installation, const std::string& token) {
  return installation.request(As::nobody, http::Method::get, "/auth/me", "", {{"Authorization", "Bearer " + token}});
}

TEST(SignIn, GivesATokenAndACookie) {
  Installation installation;
  const Answer answer = log_in(installation, "Editor@Riverside.example ");
  ASSERT_EQ(answer.status, 200U) << answer.body;
  EXPECT_NE(answer.body.find("\"expiresIn\":900"), std::string::npos);
  EXPECT_NE(answer.body.find("\"role\":\"editor\""), std::string::npos);
  EXPECT_EQ(answer.body.find("password"), std::string::npos);
  const std::string cookie(answer.header("Set-Cookie"));
  for (const char* part : {"pagewright_refresh=", "HttpOnly", "SameSite=Strict", "Path=/api/v1/auth"})
    EXPECT_NE(cookie.find(part), std::string::npos) << cookie;
  EXPECT_EQ(me(installation, answer.text("accessToken")).text("email"), "editor@riverside.example");
}

TEST(SignIn, TheCookieIsSecureBehindTls) {
  Installation installation;
  const auto cookie = [&](std::vector<http::Header> headers) {
    const Answer answer = installation.request(
        As::nobody, http::Method::post, "/auth/login",
        R"({"email":"editor@riverside.example","password":")" + std::string(password) + "\"}", std::move(headers));
    return std::string(answer.header("Set-Cookie"));
  };
  EXPECT_NE(cookie({{"X-Forwarded-Proto", "https"}}).find("; Secure"), std::string::npos);
  EXPECT_EQ(cookie({}).find("; Secure"), std::string::npos);
}

TEST(SignIn, AWrongPasswordAndAnUnknownAddressLookAlike) {
  Installation installation;
  const Answer wrong = log_in(installation, "editor@riverside.example", "wrong password");
  const Answer unknown = log_in(installation, "nobody@riverside.example", "wrong password");
  EXPECT_EQ(wrong.status, 401U);
  EXPECT_EQ(unknown.status, 401U);
  EXPECT_EQ(wrong.body, unknown.body);
}

TEST(SignIn, IsLimitedByAddress) {
  Installation installation;
  unsigned status = 0;
  for (int i = 0; i < 12 && status != 429; ++i)
    status = log_in(installation, "guess@riverside.example", "wrong").status;
  EXPECT_EQ(status, 429U);
  const Answer limited = log_in(installation, "guess@riverside.example", "wrong");
  EXPECT_FALSE(limited.header("Retry-After").empty());
}

// A team that arrives in the morning from one address, or a script that signs in for each of its calls.
TEST(SignIn, IsNotLimitedForWhoKnowsThePassword) {
  Installation installation;
  for (int i = 0; i < 32; ++i) ASSERT_EQ(log_in(installation, "editor@riverside.example").status, 200U) << i;
  // Between them, guesses count as ever.
  unsigned wrong = 0;
  while (wrong < 40 && log_in(installation, "editor@riverside.example", "wrong").status == 401) ++wrong;
  EXPECT_GE(wrong, 10U);
  EXPECT_EQ(log_in(installation, "editor@riverside.example").status, 429U);
}

TEST(SignIn, BodiesAreChecked) {
  Installation installation;
  check(installation, {.name = "no members",
                       .method = http::Method::post,
                       .path = "/auth/login",
                       .body = "{}",
                       .status = 422,
                       .contains = {"/email", "/password", "is required"}});
  check(installation,
        {.name = "no object", .method = http::Method::post, .path = "/auth/login", .body = "[]", .status = 422});
  check(installation,
        {.name = "no JSON", .method = http::Method::post, .path = "/auth/login", .body = "{", .status = 400});
}

TEST(Refresh, RotatesAndRevokesTheFamilyOnReuse) {
  Installation installation;
  const Answer first = log_in(installation, "editor@riverside.example");
  const Answer second = with_cookie(installation, "/auth/refresh", first.refresh_cookie());
  ASSERT_EQ(second.status, 200U);
  EXPECT_NE(second.refresh_cookie(), first.refresh_cookie());

  // Another tab at the same instant: a token, and the cookie stays.
  const Answer tab = with_cookie(installation, "/auth/refresh", first.refresh_cookie());
  EXPECT_EQ(tab.status, 200U);
  EXPECT_EQ(tab.refresh_cookie(), "");

  // The same a while later: a thief.
  ASSERT_TRUE(installation.run_sql("UPDATE refresh_tokens SET spent_at = spent_at - 60000 WHERE spent_at IS NOT NULL"));
  EXPECT_EQ(with_cookie(installation, "/auth/refresh", first.refresh_cookie()).status, 401U);
  EXPECT_EQ(with_cookie(installation, "/auth/refresh", second.refresh_cookie()).status, 401U);
  EXPECT_EQ(me(installation, second.text("accessToken")).status, 401U);
}

TEST(Refresh, TokensSpentLongAgoAreForgotten) {
  Installation installation;
  const Answer first = log_in(installation, "editor@riverside.example");
  const Answer second = with_cookie(installation, "/auth/refresh", first.refresh_cookie());
  ASSERT_EQ(second.status, 200U);
  const auto before = installation.count("SELECT COUNT(*) FROM refresh_tokens");
  ASSERT_TRUE(installation.run_sql("UPDATE refresh_tokens SET spent_at = spent_at - 2678400000 WHERE spent_at > 0"));
  EXPECT_EQ(with_cookie(installation, "/auth/refresh", second.refresh_cookie()).status, 200U);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM refresh_tokens"), before);
}

TEST(Refresh, NothingAndNonsenseAreRefused) {
  Installation installation;
  EXPECT_EQ(installation.post(As::nobody, "/auth/refresh").status, 401U);
  EXPECT_EQ(with_cookie(installation, "/auth/refresh", "pagewright_refresh=nonsense").status, 401U);
}

TEST(SignOut, RevokesTheSessionAcrossARestart) {
  Installation installation;
  const Answer signed_in = log_in(installation, "editor@riverside.example");
  EXPECT_EQ(with_cookie(installation, "/auth/logout", signed_in.refresh_cookie()).status, 204U);
  EXPECT_EQ(me(installation, signed_in.text("accessToken")).status, 401U);
  EXPECT_EQ(with_cookie(installation, "/auth/refresh", signed_in.refresh_cookie()).status, 401U);
  installation.restart_abruptly();
  EXPECT_EQ(me(installation, signed_in.text("accessToken")).status, 401U);
  EXPECT_EQ(installation.get(As::editor, "/auth/me").status, 200U);  // others stay signed in
}

TEST(FirstRun, TheTokenCreatesTheAdministratorOnce) {
  Installation installation({.people = false});
  const std::string token = installation.first_run_token();
  ASSERT_FALSE(token.empty());
  EXPECT_EQ(installation.get(As::nobody, "/auth/first-run").body, R"({"firstRun":true})");
  const auto body = [](const std::string& with, std::string_view secret) {
    return R"({"token":")" + with + R"(","email":"ada@example.org","password":")" + std::string(secret) + "\"}";
  };
  check(installation, {.name = "weak password",
                       .method = http::Method::post,
                       .path = "/auth/first-run",
                       .body = body(token, "short"),
                       .status = 422,
                       .contains = {"/password"}});
  EXPECT_EQ(installation.post(As::nobody, "/auth/first-run", body("wrong", password)).status, 401U);
  const Answer created = installation.post(As::nobody, "/auth/first-run", body(token, password));
  ASSERT_EQ(created.status, 200U) << created.body;
  EXPECT_NE(created.body.find("\"role\":\"admin\""), std::string::npos);
  EXPECT_EQ(installation.post(As::nobody, "/auth/first-run", body(token, password)).status, 401U);
  EXPECT_EQ(installation.get(As::nobody, "/auth/first-run").body, R"({"firstRun":false})");
  EXPECT_EQ(log_in(installation, "ada@example.org").status, 200U);
  installation.restart_abruptly();
  EXPECT_EQ(installation.first_run_token(), "");
}

TEST(FirstRun, EachStartMakesANewToken) {
  Installation installation({.people = false});
  const std::string first = installation.first_run_token();
  installation.restart_abruptly();
  EXPECT_NE(installation.first_run_token(), first);
  EXPECT_EQ(installation
                .post(As::nobody, "/auth/first-run",
                      R"({"token":")" + first + R"(","email":"a@b.example","password":"correct horse battery"})")
                .status,
            401U);
}

TEST(FirstRun, TheEnvironmentMayNameTheAdministrator) {
  Installation installation({.people = false, .admin_email = "Root@example.org", .admin_password = "a long password"});
  EXPECT_EQ(installation.first_run_token(), "");
  EXPECT_EQ(log_in(installation, "root@example.org", "a long password").status, 200U);
}

}  // namespace
}  // namespace pagewright::scenarios
