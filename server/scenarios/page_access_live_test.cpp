// Who may do what with a page that is open: grants and what ends them count at once, in rooms too.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

struct PageAccessLive : testing::Test {
  Installation installation;
  std::string page = installation.create_page("Menu", two_headings);
  std::string path = "/pages/" + page;
  Editors editors{installation};

  void SetUp() override {
    EXPECT_EQ(installation.put(As::admin, path + "/owner", R"({"ownerId":")" + admin_id(installation) + "\"}").status,
              200U);
  }
  void set_access(const std::string& access) {
    EXPECT_EQ(installation.put(As::admin, path + "/access", R"({"access":")" + access + "\"}").status, 200U);
  }
  void grant(const std::string& grantee, const std::string& level) {
    EXPECT_EQ(installation.put(As::admin, path + "/grants/" + grantee, R"({"level":")" + level + "\"}").status, 200U);
  }
  // An editor of the page, who has been welcomed.
  std::shared_ptr<MemorySocket> join(As caller, bool can_edit) {
    auto socket = editors.connect({.caller = caller, .page_id = page, .client_id = "c" + std::to_string(++clients_)});
    const auto welcome = socket->client_receives();
    EXPECT_EQ(type_of(welcome), "welcome");
    const json::Value* may = json::find(welcome, "canEdit");
    EXPECT_TRUE(may != nullptr && may->get_bool() == can_edit);
    return socket;
  }
  void expect_not_there(As caller) {
    const auto socket = editors.connect({.caller = caller, .page_id = page, .client_id = "nobody"});
    EXPECT_EQ(type_of(socket->client_receives()), "error");
    EXPECT_EQ(socket->close_code(), 4404);
  }

 private:
  int clients_ = 0;
};

TEST_F(PageAccessLive, WhoMayNotViewIsNotLetIn) {
  set_access("restricted");
  expect_not_there(As::editor);
  expect_not_there(As::viewer);
  join(As::admin, true);
  grant(viewer_id(installation), "view");
  join(As::viewer, false);
}

TEST_F(PageAccessLive, AGrantOpensAndItsEndCloses) {
  auto viewer = join(As::viewer, false);
  grant(viewer_id(installation), "edit");
  EXPECT_EQ(viewer->close_code(), 1012);
  viewer = join(As::viewer, true);
  viewer->client_sends(submit("c2-1", set_text("h1", "By a viewer")));
  EXPECT_EQ(type_of(viewer->client_receives()), "acknowledge");
  EXPECT_EQ(installation.remove(As::admin, path + "/grants/" + viewer_id(installation)).status, 204U);
  EXPECT_EQ(viewer->close_code(), 1012);
  // Whatever is sent after it, by the same connection or a new one, changes nothing.
  viewer->client_sends(submit("c2-2", set_text("h1", "Too late")));
  viewer = join(As::viewer, false);
  viewer->client_sends(submit("c3-1", set_text("h1", "Not any more")));
  EXPECT_EQ(viewer->close_code(), 4403);
  const Answer now = installation.get(As::admin, path);
  EXPECT_NE(now.body.find("By a viewer"), std::string::npos);
  EXPECT_EQ(now.body.find("Too late"), std::string::npos);
  EXPECT_EQ(now.body.find("Not any more"), std::string::npos);
}

TEST_F(PageAccessLive, RestrictingEndsTheConversationsOfOthersOnly) {
  const auto admin = join(As::admin, true);
  const auto editor = join(As::editor, true);
  set_access("limited");
  EXPECT_EQ(editor->close_code(), 1012);
  const auto reader = join(As::editor, false);
  set_access("restricted");
  EXPECT_EQ(reader->close_code(), 1012);
  expect_not_there(As::editor);
  EXPECT_TRUE(admin->is_open());
}

TEST_F(PageAccessLive, EveryBranchFollows) {
  EXPECT_EQ(installation.post(As::editor, path + "/branches", R"({"name":"summer"})").status, 201U);
  const auto editor = editors.connect({.caller = As::editor, .page_id = page, .branch = "summer", .client_id = "x"});
  ASSERT_EQ(type_of(editor->client_receives()), "welcome");
  set_access("restricted");
  EXPECT_EQ(editor->close_code(), 1012);
}

TEST_F(PageAccessLive, AProtectedBranchIsForAdministratorsAllTheSame) {
  grant(viewer_id(installation), "publish");
  EXPECT_EQ(installation.post(As::editor, path + "/branches", R"({"name":"summer"})").status, 201U);
  EXPECT_EQ(patch(installation, As::admin, path + "/branches/summer", R"({"isProtected":true})").status, 200U);
  const auto viewer = editors.connect({.caller = As::viewer, .page_id = page, .branch = "summer", .client_id = "x"});
  EXPECT_FALSE(json::find(viewer->client_receives(), "canEdit")->get_bool());
  EXPECT_EQ(installation.put(As::viewer, path + "?branch=summer", R"({"layout":{"title":"x"}})").status, 403U);
}

TEST_F(PageAccessLive, HandingOverEndsWhatOnlyTheOwnerMay) {
  EXPECT_EQ(installation.put(As::admin, path + "/owner", R"({"ownerId":")" + editor_id(installation) + "\"}").status,
            200U);
  set_access("restricted");
  const auto editor = join(As::editor, true);
  EXPECT_EQ(installation.put(As::editor, path + "/owner", R"({"ownerId":")" + admin_id(installation) + "\"}").status,
            200U);
  EXPECT_EQ(editor->close_code(), 1012);
  expect_not_there(As::editor);
  EXPECT_EQ(installation.get(As::editor, path).status, 404U);
}

struct Teams : PageAccessLive {
  std::string make_team(const std::string& name) {
    const Answer made = installation.post(As::admin, "/teams", R"({"name":")" + name + "\"}");
    EXPECT_EQ(made.status, 201U) << made.body;
    return made.text("id");
  }
  void add(const std::string& team, const std::string& user) {
    EXPECT_EQ(installation.request(As::admin, Method::put, "/teams/" + team + "/members/" + user).status, 204U);
  }
};

TEST_F(Teams, ATeamsPageIsForTheTeam) {
  const std::string team = make_team("Kitchen");
  set_access("restricted");
  EXPECT_EQ(installation.put(As::admin, path + "/team", R"({"teamId":")" + team + "\"}").text("teamId"), team);
  EXPECT_EQ(installation.get(As::editor, path).status, 404U);
  add(team, editor_id(installation));
  add(team, viewer_id(installation));
  EXPECT_EQ(installation.put(As::editor, path, R"({"description":"x"})").status, 200U);
  EXPECT_EQ(installation.get(As::viewer, path).status, 200U);
  EXPECT_EQ(installation.put(As::viewer, path, R"({"description":"x"})").status, 403U);
  check(installation, {.name = "its pages", .caller = As::editor, .path = "/pages?team=" + team, .contains = {page}});
  const auto editor = join(As::editor, true);
  check(installation, {.name = "out of the team",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = "/teams/" + team + "/members/" + editor_id(installation),
                       .status = 204,
                       .events = {"team.member_removed"}});
  EXPECT_EQ(editor->close_code(), 1012);
  EXPECT_EQ(installation.get(As::editor, path).status, 404U);
}

TEST_F(Teams, AGrantToATeamIsEachMembers) {
  const std::string team = make_team("Kitchen");
  add(team, viewer_id(installation));
  auto viewer = join(As::viewer, false);
  grant(team, "edit");
  EXPECT_EQ(viewer->close_code(), 1012);
  viewer = join(As::viewer, true);
  check(installation, {.name = "teams stand first",
                       .caller = As::admin,
                       .path = path + "/grants",
                       .contains = {R"("kind":"team")", "Kitchen", R"("level":"edit")"}});
  EXPECT_EQ(installation.remove(As::admin, "/teams/" + team).status, 204U);
  EXPECT_EQ(viewer->close_code(), 1012);
  EXPECT_EQ(installation.put(As::viewer, path, R"({"description":"x"})").status, 403U);
}

TEST_F(Teams, ATeamWithPagesStays) {
  const std::string team = make_team("Kitchen");
  EXPECT_EQ(installation.put(As::admin, path + "/team", R"({"teamId":")" + team + "\"}").status, 200U);
  EXPECT_EQ(installation.remove(As::admin, "/teams/" + team).status, 409U);
  EXPECT_EQ(installation.put(As::admin, path + "/team", R"({"teamId":null})").status, 200U);
  EXPECT_EQ(installation.remove(As::admin, "/teams/" + team).status, 204U);
}

// A page in the trash forgets a team that was deleted meanwhile.
TEST_F(Teams, ATrashedPageLosesItsTeam) {
  const std::string team = make_team("Kitchen");
  EXPECT_EQ(installation.put(As::admin, path + "/team", R"({"teamId":")" + team + "\"}").status, 200U);
  EXPECT_EQ(installation.remove(As::admin, path).status, 204U);
  EXPECT_EQ(installation.remove(As::admin, "/teams/" + team).status, 204U);
  const Answer restored = installation.post(As::admin, path + "/restore");
  EXPECT_EQ(restored.status, 200U);
  EXPECT_NE(restored.body.find(R"("teamId":null)"), std::string::npos);
}

TEST_F(Teams, AreMadeRenamedAndListed) {
  check(installation, {.name = "made",
                       .caller = As::admin,
                       .method = Method::post,
                       .path = "/teams",
                       .body = R"({"name":" Küche "})",
                       .status = 201,
                       .contains = {R"("name":"Küche")", R"("members":0)"},
                       .events = {"team.created"}});
  check(installation, {.name = "taken, whatever the case",
                       .caller = As::admin,
                       .method = Method::post,
                       .path = "/teams",
                       .body = R"({"name":"küche"})",
                       .status = 409,
                       .contains = {"/name"}});
  check(installation, {.name = "nameless",
                       .caller = As::admin,
                       .method = Method::post,
                       .path = "/teams",
                       .body = R"({"name":"  "})",
                       .status = 422,
                       .contains = {"/name"}});
  const std::string team = make_team("Bar");
  check(installation, {.name = "renamed",
                       .caller = As::admin,
                       .method = Method::patch,
                       .path = "/teams/" + team,
                       .body = R"({"name":"Bar and cellar"})",
                       .contains = {"Bar and cellar"},
                       .events = {"team.renamed"}});
  check(installation, {.name = "to a name that is taken",
                       .caller = As::admin,
                       .method = Method::patch,
                       .path = "/teams/" + team,
                       .body = R"({"name":"Kuche"})",
                       .status = 409});
  add(team, viewer_id(installation));
  check(installation, {.name = "again is no event",
                       .caller = As::admin,
                       .method = Method::put,
                       .path = "/teams/" + team + "/members/" + viewer_id(installation),
                       .status = 204});
  check(installation, {.name = "mine",
                       .caller = As::viewer,
                       .path = "/teams?mine=true",
                       .contains = {"Bar and cellar", "\"total\":1", R"("members":1)"}});
  check(installation, {.name = "found", .caller = As::viewer, .path = "/teams?search=kuch", .contains = {"Küche"}});
  check(installation, {.name = "members",
                       .caller = As::editor,
                       .path = "/teams/" + team + "/members",
                       .contains = {"viewer@riverside.example", "\"total\":1"}});
  check(installation, {.name = "nobody",
                       .caller = As::admin,
                       .method = Method::put,
                       .path = "/teams/" + team + "/members/" + user_id(installation, "admin@elsewhere.example"),
                       .status = 404});
}

// Who comes back later begins with nothing.
TEST_F(Teams, MembershipAndGrantsEndWithTheOrganisations) {
  const std::string team = make_team("Kitchen");
  add(team, viewer_id(installation));
  grant(viewer_id(installation), "edit");
  EXPECT_EQ(installation.remove(As::admin, "/users/" + viewer_id(installation)).status, 204U);
  EXPECT_EQ(installation.count("SELECT count(*) FROM team_members"), 0);
  EXPECT_EQ(installation.count("SELECT count(*) FROM page_grants"), 0);
}

}  // namespace
}  // namespace pagewright::scenarios
