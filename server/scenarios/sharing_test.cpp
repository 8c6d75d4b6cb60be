// Who may share a page, and with whom.
#include <gtest/gtest.h>

#include "server/scenarios/observed.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

// An owner is no administrator: nobody gives away more than they have.
TEST(Sharing, AnOwnerSharesWhatTheyMay) {
  Installation installation;
  const std::string page = installation.create_page("Menu");
  const std::string grants = "/pages/" + page + "/grants/";
  EXPECT_EQ(installation.put(As::editor, grants + viewer_id(installation), R"({"level":"edit"})").status, 200U);
  EXPECT_EQ(installation.put(As::editor, grants + editor_id(installation), R"({"level":"publish"})").status, 403U);
  EXPECT_EQ(installation.put(As::editor, grants + viewer_id(installation), R"({"level":"publish"})").status, 403U);
  EXPECT_EQ(installation.put(As::viewer, grants + viewer_id(installation), R"({"level":"publish"})").status, 403U);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + page + "/access", R"({"access":"restricted"})").status, 200U);
  EXPECT_EQ(installation.get(As::editor, "/pages/" + page).status, 200U);
  check(installation, {.name = "who has access",
                       .caller = As::viewer,
                       .path = "/pages/" + page + "/grants",
                       .contains = {R"("access":"restricted")", "editor@riverside.example", R"("level":"edit")"}});
}

TEST(Sharing, OthersAreNobodyToShareWith) {
  Installation installation;
  const std::string page = installation.create_page("Menu");
  const std::string nowhere = "01900000-0000-7000-8000-000000000000";
  const std::string stranger = user_id(installation, "admin@elsewhere.example");
  const std::string team = installation.post(As::stranger, "/teams", R"({"name":"Theirs"})").text("id");
  ASSERT_FALSE(team.empty());
  const auto share = [&](const std::string& grantee) {
    return installation.put(As::admin, "/pages/" + page + "/grants/" + grantee, R"({"level":"view"})");
  };
  EXPECT_EQ(share(nowhere).status, 404U);
  for (const std::string& id : {stranger, team, std::string("x")}) {
    EXPECT_EQ(share(id).status, 404U) << id;
    EXPECT_EQ(share(id).body, share(nowhere).body);
  }
  const auto give = [&](const std::string& id) {
    return installation.put(As::admin, "/pages/" + page + "/team", R"({"teamId":")" + id + "\"}");
  };
  EXPECT_EQ(give(team).status, 422U);
  EXPECT_EQ(give(team).body, give(nowhere).body);
  check(installation, {.name = "found by nobody's dialog",
                       .caller = As::editor,
                       .path = "/pages/" + page + "/grantees?search=e",
                       .contains = {"viewer@riverside.example"},
                       .absent = {"elsewhere", "Theirs", "editor@riverside", "admin@riverside"}});
  check(installation, {.name = "no such level",
                       .caller = As::editor,
                       .method = Method::put,
                       .path = "/pages/" + page + "/grants/" + viewer_id(installation),
                       .body = R"({"level":"own"})",
                       .status = 422,
                       .contains = {"/level"}});
  check(installation, {.name = "no such access",
                       .caller = As::editor,
                       .method = Method::put,
                       .path = "/pages/" + page + "/access",
                       .body = R"({"access":"secret"})",
                       .status = 422,
                       .contains = {"/access"}});
  check(installation, {.name = "not shared with them",
                       .caller = As::editor,
                       .method = Method::delete_,
                       .path = "/pages/" + page + "/grants/" + viewer_id(installation),
                       .status = 404});
}

}  // namespace
}  // namespace pagewright::scenarios
