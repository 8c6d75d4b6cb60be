// Members: who may do what to whom, and that it counts at once.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

TEST(Members, AreListedAndSearchedByAdministrators) {
  Installation installation;
  ASSERT_EQ(patch(installation, As::admin, "/users/" + viewer_id(installation), R"({"name":"Élodie Ærø"})").status,
            200U);
  const auto get = [&](const std::string& query, std::vector<std::string> contains, std::vector<std::string> absent) {
    check(installation, {.name = query,
                         .caller = As::admin,
                         .path = "/users" + query,
                         .contains = std::move(contains),
                         .absent = std::move(absent)});
  };
  get("", {"\"total\":3", "viewer@riverside.example", "\"isShared\":false"}, {"elsewhere.example", "argon2"});
  get("?search=elodie%20aer", {"\"total\":1", "viewer@riverside.example"}, {});
  get("?search=%25", {"\"total\":0"}, {});
  get("?search=EDITOR@", {"\"total\":1", "editor@riverside.example"}, {});
  get("?role=admin", {"\"total\":1", "admin@riverside.example"}, {});
  get("?active=false", {"\"total\":0"}, {});
  get("?sort=-email&limit=1", {"\"total\":3", "viewer@riverside.example"}, {"admin@riverside.example"});
  for (const As caller : {As::viewer, As::editor})
    check(installation, {.name = "not for others", .caller = caller, .path = "/users", .status = 403});
}

TEST(Members, OfOtherOrganisationsAreNotThere) {
  Installation installation;
  const std::string id = editor_id(installation);
  const std::string nowhere = "01900000-0000-7000-8000-000000000000";
  const auto both = [&](http::Method method, const std::string& end, const std::string& body) {
    const auto before = installation.events();
    const Answer there = installation.request(As::stranger, method, "/users/" + id + end, body);
    EXPECT_EQ(there.status, 404U) << there.body;
    EXPECT_EQ(there.body, installation.request(As::stranger, method, "/users/" + nowhere + end, body).body);
    EXPECT_EQ(installation.events(), before);
  };
  both(http::Method::get, "", "");
  both(http::Method::patch, "", R"({"role":"viewer"})");
  both(http::Method::delete_, "", "");
  both(http::Method::post, "/password-reset", "");
  EXPECT_EQ(installation.get(As::editor, "/auth/me").text("role"), "editor");
}

TEST(Members, AChangedRoleCountsForTokensGivenOutBefore) {
  Installation installation;
  EXPECT_EQ(installation.get(As::editor, "/auth/me").text("role"), "editor");
  const std::string path = "/users/" + editor_id(installation);
  check(installation, {.name = "demote",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = path,
                       .body = R"({"role":"viewer"})",
                       .contains = {R"("role":"viewer")"},
                       .events = {"member.changed"}});
  EXPECT_EQ(installation.post(As::editor, "/pages", R"({"name":"Menu"})").status, 403U);
  check(installation, {.name = "nothing new is no event",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = path,
                       .body = R"({"role":"viewer"})"});
  check(installation, {.name = "no such role",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = path,
                       .body = R"({"role":"owner","password":"x"})",
                       .status = 422,
                       .contains = {"/role", "/password"}});
  ASSERT_EQ(patch(installation, As::admin, path, R"({"role":"admin"})").status, 200U);
  EXPECT_EQ(installation.get(As::editor, "/users").status, 200U);
}

TEST(Members, ChangesReachOpenPagesAtOnce) {
  Installation installation;
  const std::string page = installation.create_page("Menu", two_headings);
  Editors editors(installation);
  const auto editor = editors.connect({.page_id = page, .client_id = "editor"});
  const auto viewer = editors.connect({.caller = As::viewer, .page_id = page, .client_id = "viewer"});
  ASSERT_EQ(type_of(editor->client_receives()), "welcome");
  ASSERT_EQ(type_of(viewer->client_receives()), "welcome");
  ASSERT_EQ(patch(installation, As::admin, "/users/" + editor_id(installation), R"({"role":"viewer"})").status, 200U);
  EXPECT_EQ(editor->close_code(), 1012);  // it connects anew, and is told what it may do now
  const auto again = editors.connect({.page_id = page, .client_id = "again"});
  const json::Value welcome = again->client_receives();
  EXPECT_EQ(json::find_string(welcome, "role"), "viewer");
  ASSERT_EQ(installation.remove(As::admin, "/users/" + viewer_id(installation)).status, 204U);
  EXPECT_EQ(viewer->close_code(), 4401);
  EXPECT_TRUE(again->is_open());  // somebody else's
}

TEST(Members, OneAdministratorStays) {
  Installation installation;
  const std::string path = "/users/" + admin_id(installation);
  for (const auto& [method, body] :
       {std::pair(http::Method::patch, R"({"role":"editor"})"), std::pair(http::Method::patch, R"({"isActive":false})"),
        std::pair(http::Method::delete_, "")})
    check(installation, {.name = "the last one",
                         .caller = As::admin,
                         .method = method,
                         .path = path,
                         .body = body,
                         .status = 409,
                         .contains = {"last administrator"}});
  // One who may not come in does not count.
  const std::string other = "/users/" + editor_id(installation);
  ASSERT_EQ(patch(installation, As::admin, other, R"({"role":"admin"})").status, 200U);
  ASSERT_EQ(patch(installation, As::admin, other, R"({"isActive":false})").status, 200U);
  EXPECT_EQ(patch(installation, As::admin, path, R"({"role":"viewer"})").status, 409U);
  ASSERT_EQ(patch(installation, As::admin, other, R"({"isActive":true})").status, 200U);
  EXPECT_EQ(patch(installation, As::admin, path, R"({"role":"viewer"})").status, 200U);
  EXPECT_EQ(installation.get(As::admin, "/users").status, 403U);
}

TEST(Members, WhoIsDeactivatedIsSignedOutAndComesBackLater) {
  Installation installation;
  const std::string path = "/users/" + editor_id(installation);
  ASSERT_EQ(installation.get(As::editor, "/auth/me").status, 200U);
  const Answer session = log_in(installation, "editor@riverside.example");
  check(installation, {.name = "deactivate",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = path,
                       .body = R"({"isActive":false})",
                       .contains = {R"("isActive":false)"},
                       .events = {"member.changed"}});
  EXPECT_EQ(installation.get(As::editor, "/auth/me").status, 401U);
  EXPECT_EQ(
      installation.request(As::nobody, http::Method::post, "/auth/refresh", "", {{"Cookie", session.refresh_cookie()}})
          .status,
      401U);
  const Answer refused = log_in(installation, "editor@riverside.example");
  EXPECT_EQ(refused.status, 401U);
  EXPECT_EQ(refused.body, log_in(installation, "nobody@riverside.example").body);
  check(installation,
        {.name = "listed", .caller = As::admin, .path = "/users?active=false", .contains = {"\"total\":1"}});
  ASSERT_EQ(patch(installation, As::admin, path, R"({"isActive":true})").status, 200U);
  EXPECT_EQ(installation.get(As::editor, "/auth/me").status, 401U);  // what was revoked stays so
  EXPECT_EQ(log_in(installation, "editor@riverside.example").status, 200U);
}

TEST(Members, WhoIsRemovedIsOutAndTheirPagesStay) {
  Installation installation;
  const std::string page = installation.create_page("Menu");
  check(installation, {.name = "remove",
                       .caller = As::admin,
                       .method = http::Method::delete_,
                       .path = "/users/" + editor_id(installation),
                       .status = 204,
                       .events = {"member.removed"}});
  EXPECT_EQ(installation.get(As::editor, "/auth/me").status, 401U);
  EXPECT_EQ(log_in(installation, "editor@riverside.example").status, 401U);
  EXPECT_EQ(installation.get(As::admin, "/pages/" + page).status, 200U);
  EXPECT_EQ(installation.remove(As::admin, "/users/" + editor_id(installation)).status, 404U);
}

}  // namespace
}  // namespace pagewright::scenarios
