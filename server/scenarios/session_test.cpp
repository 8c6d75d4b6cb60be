// Where one is signed in: seeing it, ending it, and what a change of role or password does to tokens given out before.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

constexpr const char* firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0";

Answer log_in(Installation& installation, std::string_view with = password, const std::string& user_agent = firefox) {
  return installation.request(As::nobody, http::Method::post, "/auth/login",
                              R"({"email":"editor@riverside.example","password":")" + std::string(with) + "\"}",
                              {{"User-Agent", user_agent}});
}

Answer as(Installation& installation, const Answer& signed_in, http::Method method, const std::string& path,
          const std::string& body = {}) {
  return installation.request(As::nobody, method, path, body,
                              {{"Authorization", "Bearer " + signed_in.text("accessToken")}});
}

std::string password_body(std::string_view present, std::string_view wanted) {
  return R"({"currentPassword":")" + std::string(present) + R"(","newPassword":")" + std::string(wanted) + "\"}";
}

// The ids of the sessions of one who is signed in, the current one first.
std::vector<std::string> sessions_of(Installation& installation, const Answer& signed_in) {
  std::vector<std::string> ids;
  const json::Value list = as(installation, signed_in, http::Method::get, "/auth/sessions").json();
  for (const json::Value& item : json::find(list, "items")->get_array()) {
    const std::string id(json::find_string(item, "id").value());
    ids.insert(json::find(item, "isCurrent")->get_bool() ? ids.begin() : ids.end(), id);
  }
  return ids;
}

TEST(Sessions, ListSaysWhereOneIsSignedIn) {
  Installation installation;
  const Answer mine = log_in(installation);
  const Answer list = as(installation, mine, http::Method::get, "/auth/sessions");
  ASSERT_EQ(list.status, 200U);
  for (const char* part : {R"("device":"Firefox on Linux")", R"("network":"192.0.2.0/24")", R"("isCurrent":true)",
                           R"("device":"Unknown device")", R"("isCurrent":false)"})
    EXPECT_NE(list.body.find(part), std::string::npos) << part << list.body;
  EXPECT_EQ(sessions_of(installation, mine).size(), 2U);  // and that of the installation: nobody else's
}

TEST(Sessions, ABrowserMaySayAnythingAboutItself) {
  Installation installation;
  const Answer mine = log_in(installation, password, std::string("\xFF\0\r\n<script>", 12) + std::string(5000, 'x'));
  ASSERT_EQ(mine.status, 200U) << mine.body;
  EXPECT_EQ(as(installation, mine, http::Method::get, "/auth/sessions").body.find("script"), std::string::npos);
  EXPECT_EQ(installation.count("SELECT MAX(LENGTH(user_agent)) FROM sessions") <= 255, true);
}

TEST(Sessions, OneIsRevokedAtOnce) {
  Installation installation;
  const Answer mine = log_in(installation);
  const Answer other = log_in(installation);
  const std::string id = sessions_of(installation, other).front();
  ASSERT_EQ(as(installation, other, http::Method::get, "/auth/me").status, 200U);
  const auto before = installation.events();
  EXPECT_EQ(as(installation, mine, http::Method::delete_, "/auth/sessions/" + id).status, 204U);
  EXPECT_EQ(as(installation, other, http::Method::get, "/auth/me").status, 401U);
  EXPECT_EQ(
      installation.request(As::nobody, http::Method::post, "/auth/refresh", "", {{"Cookie", other.refresh_cookie()}})
          .status,
      401U);
  EXPECT_EQ(as(installation, mine, http::Method::get, "/auth/me").status, 200U);
  auto after = installation.events();
  ASSERT_EQ(after.size(), before.size() + 1);
  EXPECT_EQ(after.back(), "user.sessions_revoked");
  EXPECT_EQ(as(installation, mine, http::Method::delete_, "/auth/sessions/" + id).status, 404U);  // it has ended
}

TEST(Sessions, ThoseOfOthersAreNotThere) {
  Installation installation;
  const Answer mine = log_in(installation);
  const std::string id = sessions_of(installation, mine).front();
  const std::string nowhere = "01900000-0000-7000-8000-000000000000";
  for (const As other : {As::admin, As::viewer, As::stranger}) {
    const Answer refused = installation.remove(other, "/auth/sessions/" + id);
    EXPECT_EQ(refused.status, 404U);
    EXPECT_EQ(refused.body, installation.remove(other, "/auth/sessions/" + nowhere).body);
  }
  check(installation, {.name = "nobody", .method = http::Method::get, .path = "/auth/sessions", .status = 401});
  EXPECT_EQ(as(installation, mine, http::Method::get, "/auth/me").status, 200U);
}

TEST(Sessions, AllOthersAreRevoked) {
  Installation installation;
  const Answer mine = log_in(installation);
  const Answer other = log_in(installation);
  EXPECT_EQ(as(installation, mine, http::Method::delete_, "/auth/sessions").status, 204U);
  EXPECT_EQ(as(installation, other, http::Method::get, "/auth/me").status, 401U);
  EXPECT_EQ(installation.get(As::editor, "/auth/me").status, 401U);
  EXPECT_EQ(installation.get(As::admin, "/auth/me").status, 200U);  // somebody else's
  EXPECT_EQ(sessions_of(installation, mine).size(), 1U);
  const auto before = installation.events();
  EXPECT_EQ(as(installation, mine, http::Method::delete_, "/auth/sessions").status, 204U);
  EXPECT_EQ(installation.events(), before);  // there was nothing to revoke
}

TEST(Password, ChangesWithTheOldOneAndSignsOutElsewhere) {
  Installation installation;
  const Answer mine = log_in(installation);
  const Answer other = log_in(installation);
  const auto change = [&](std::string_view present, std::string_view wanted) {
    return as(installation, mine, http::Method::put, "/auth/password", password_body(present, wanted));
  };
  const Answer wrong = change("not my password", "a new long password");
  EXPECT_EQ(wrong.status, 422U);
  EXPECT_NE(wrong.body.find("/currentPassword"), std::string::npos);
  EXPECT_NE(change(password, "short").body.find("/newPassword"), std::string::npos);
  EXPECT_NE(change(password, "editor@riverside.example").body.find("/newPassword"), std::string::npos);
  EXPECT_EQ(as(installation, other, http::Method::get, "/auth/me").status, 200U);  // nothing has happened so far

  EXPECT_EQ(change(password, "a new long password").status, 204U);
  EXPECT_EQ(as(installation, mine, http::Method::get, "/auth/me").status, 200U);
  EXPECT_EQ(as(installation, other, http::Method::get, "/auth/me").status, 401U);
  EXPECT_EQ(log_in(installation).status, 401U);
  EXPECT_EQ(log_in(installation, "a new long password").status, 200U);
  EXPECT_EQ(installation.events().back(), "user.password_changed");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%long password%'"), 0);
}

TEST(Password, TriesAreLimited) {
  Installation installation;
  unsigned status = 0;
  for (int i = 0; i < 12 && status != 429; ++i)
    status = installation.put(As::viewer, "/auth/password", password_body("wrong guess", "a new long password")).status;
  EXPECT_EQ(status, 429U);
  EXPECT_EQ(installation.put(As::admin, "/auth/password", password_body("wrong guess", "a new long password")).status,
            422U);
}

TEST(Password, BodiesAreChecked) {
  Installation installation;
  check(installation, {.name = "no members",
                       .caller = As::viewer,
                       .method = http::Method::put,
                       .path = "/auth/password",
                       .body = "{}",
                       .status = 422,
                       .contains = {"/currentPassword", "/newPassword", "is required"}});
  check(installation, {.name = "members that nobody knows",
                       .caller = As::viewer,
                       .method = http::Method::put,
                       .path = "/auth/password",
                       .body = R"({"currentPassword":"a","newPassword":"a new long password","role":"admin"})",
                       .status = 422,
                       .contains = {"/role"}});
}

TEST(Roles, ATokenHasTheRoleThatItsOwnerHasNow) {
  Installation installation;
  const std::string page = installation.create_page("Plans", two_headings);
  ASSERT_TRUE(installation.run_sql("UPDATE memberships SET role = 'viewer' WHERE role = 'editor'"));
  installation.restart_abruptly();  // what was known of the caller before is from before
  EXPECT_EQ(installation.post(As::editor, "/pages", R"({"name":"More"})").status, 403U);
  EXPECT_EQ(installation.get(As::editor, "/pages/" + page).status, 200U);

  Editors editors(installation);
  const auto socket = editors.connect({.caller = As::editor, .page_id = page, .client_id = "c"});
  EXPECT_EQ(json::find_string(socket->client_receives(), "role"), "viewer");
}

TEST(Roles, WhoIsNoMemberAnyMoreComesInNowhere) {
  Installation installation;
  ASSERT_TRUE(installation.run_sql("DELETE FROM memberships WHERE role = 'editor'"));
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::editor, "/pages").status, 401U);
  EXPECT_EQ(installation.get(As::viewer, "/pages").status, 200U);
}

}  // namespace
}  // namespace pagewright::scenarios
