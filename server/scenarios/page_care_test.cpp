// Duplicating pages, handing them over, and the status of several at once.
#include <gtest/gtest.h>

#include <thread>

#include "server/scenarios/editors.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

const std::string nowhere = "01900000-0000-7000-8000-000000000000";

TEST(DuplicatedPages, AreDraftsOfTheirOwn) {
  Installation installation;
  const std::string id = installation.create_page(
      "About us", two_headings + R"(,"layout":{"title":"Us"},"description":"Who we are","metadata":{"a":1})");
  installation.put(As::editor, "/pages/" + id, R"({"status":"archived"})");
  check(installation, {.name = "duplicate",
                       .caller = As::admin,
                       .method = Method::post,
                       .path = "/pages/" + id + "/duplicate",
                       .body = "{}",
                       .status = 201,
                       .contains = {R"x("name":"About us (copy)")x", R"("slug":"about-us-copy")", R"("status":"draft")",
                                    R"("latestVersionNumber":1)", "\"h1\"", R"("layout":{"title":"Us"})",
                                    R"("description":"Who we are")", R"("metadata":{"a":1})", admin_id(installation)},
                       .absent = {id},
                       .events = {"page.created"}});
  const Answer named =
      installation.post(As::editor, "/pages/" + id + "/duplicate", R"({"name":" Team ","slug":"the-team"})");
  EXPECT_EQ(named.text("name"), "Team");
  EXPECT_EQ(named.text("slug"), "the-team");
  // What happens to the copy does not happen to the page.
  installation.put(As::editor, "/pages/" + named.text("id"), R"({"structure":{"components":[]}})");
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id).body.find("\"h1\""), std::string::npos);
}

TEST(DuplicatedPages, AreOfTheBranchThatIsNamed) {
  Installation installation;
  const std::string id = installation.create_page("About us", two_headings);
  installation.post(As::editor, "/pages/" + id + "/branches", R"({"name":"summer"})");
  installation.put(As::editor, "/pages/" + id + "?branch=summer", R"({"layout":{"title":"Summer"}})");
  const auto title = [&](const std::string& query) {
    return installation.post(As::editor, "/pages/" + id + "/duplicate" + query, "{}").body.find("Summer");
  };
  EXPECT_NE(title("?branch=summer"), std::string::npos);
  EXPECT_EQ(title(""), std::string::npos);
  EXPECT_EQ(installation.post(As::editor, "/pages/" + id + "/duplicate?branch=winter", "{}").status, 404U);
}

TEST(DuplicatedPages, KeepTheRulesOfPages) {
  Installation installation;
  const std::string id = installation.create_page(std::string(254, 'x') + "é");
  const std::string name = installation.post(As::editor, "/pages/" + id + "/duplicate", "{}").text("name");
  EXPECT_EQ(name, std::string(248, 'x') + " (copy)");
  installation.create_page("Other");
  const auto refused = [&](As caller, const std::string& body, unsigned status, const std::string& sentence) {
    check(installation, {.name = body,
                         .caller = caller,
                         .method = Method::post,
                         .path = "/pages/" + id + "/duplicate",
                         .body = body,
                         .status = status,
                         .contains = {sentence}});
  };
  refused(As::editor, R"({"slug":"other"})", 409, "/slug");
  refused(As::editor, R"({"slug":"O!"})", 422, "/slug");
  refused(As::editor, R"({"name":"  "})", 422, "/name");
  refused(As::editor, R"({"colour":"red"})", 422, "/colour");
  refused(As::viewer, "{}", 403, "role");
  refused(As::stranger, "{}", 404, "no such page");
}

struct Owners : testing::Test {
  Installation installation;
  std::string id = installation.create_page("About us");  // the editor's

  Answer hand_over(As caller, const std::string& to) {
    return installation.put(caller, "/pages/" + id + "/owner", R"({"ownerId":")" + to + "\"}");
  }
};

TEST_F(Owners, HandTheirPagesOver) {
  check(installation, {.name = "by the owner",
                       .caller = As::editor,
                       .method = Method::put,
                       .path = "/pages/" + id + "/owner",
                       .body = R"({"ownerId":")" + admin_id(installation) + "\"}",
                       .contains = {R"("ownerId":")" + admin_id(installation)},
                       .events = {"page.owner_changed"}});
  EXPECT_EQ(hand_over(As::editor, editor_id(installation)).status, 403U);  // not hers any more
  EXPECT_EQ(hand_over(As::viewer, viewer_id(installation)).status, 403U);
  EXPECT_EQ(hand_over(As::stranger, editor_id(installation)).status, 404U);
  EXPECT_EQ(hand_over(As::admin, editor_id(installation)).text("ownerId"), editor_id(installation));
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + id).text("ownerId"), editor_id(installation));
}

TEST_F(Owners, AreMembersWhoMayComeIn) {
  const std::string stranger = user_id(installation, "admin@elsewhere.example");
  ASSERT_FALSE(stranger.empty());
  for (const std::string& to : {nowhere, stranger, std::string("nobody")})
    check(installation, {.name = to,
                         .caller = As::admin,
                         .method = Method::put,
                         .path = "/pages/" + id + "/owner",
                         .body = R"({"ownerId":")" + to + "\"}",
                         .status = 422,
                         .contains = {"/ownerId"}});
  ASSERT_EQ(patch(installation, As::admin, "/users/" + viewer_id(installation), R"({"isActive":false})").status, 200U);
  EXPECT_EQ(hand_over(As::admin, viewer_id(installation)).status, 422U);
  EXPECT_EQ(installation.get(As::admin, "/pages/" + id).text("ownerId"), editor_id(installation));
}

TEST_F(Owners, AreToldToOpenEditors) {
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  hand_over(As::admin, admin_id(installation));
  const auto told = ada->client_receives();
  EXPECT_EQ(type_of(told), "page");
  EXPECT_NE(json::serialize(told).find(admin_id(installation)), std::string::npos);
}

struct StatusOfSeveral : testing::Test {
  Installation installation;
  std::string first = installation.create_page("First");
  std::string second = installation.create_page("Second");

  static std::string body(const std::string& status, std::initializer_list<std::string> ids) {
    std::string list;
    for (const std::string& id : ids) list += (list.empty() ? "\"" : ",\"") + id + "\"";
    return R"({"status":")" + status + R"(","ids":[)" + list + "]}";
  }
  std::string status_of(const std::string& id) { return installation.get(As::viewer, "/pages/" + id).text("status"); }
  void publish(const std::string& id) {
    const auto environments = installation.get(As::admin, "/environments").json();
    const std::string environment(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
    EXPECT_EQ(
        installation.post(As::admin, "/pages/" + id + "/publish", R"({"environmentId":")" + environment + "\"}").status,
        200U);
  }
};

TEST_F(StatusOfSeveral, ChangesAtOnceAndEachIsAudited) {
  const Answer answer = installation.post(As::editor, "/pages/bulk-status", body("archived", {second, first}));
  ASSERT_EQ(answer.status, 200U) << answer.body;
  EXPECT_LT(answer.body.find("Second"), answer.body.find("First"));  // in the order of the request
  EXPECT_EQ(answer.body.find("structure"), std::string::npos);
  EXPECT_EQ(status_of(first), "archived");
  EXPECT_EQ(status_of(second), "archived");
  check(installation, {.name = "what has the status already is no event",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/pages/bulk-status",
                       .body = body("archived", {first, second})});
  check(installation, {.name = "back",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/pages/bulk-status",
                       .body = body("draft", {first, second}),
                       .events = {"page.updated", "page.updated"}});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM audit_log WHERE action = 'page.updated'"), 4);
}

TEST_F(StatusOfSeveral, ChangesForAllOrForNone) {
  const std::string deleted = installation.create_page("Deleted");
  installation.remove(As::admin, "/pages/" + deleted);
  check(installation, {.name = "unknown, deleted",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/pages/bulk-status",
                       .body = body("archived", {nowhere, first, deleted}),
                       .status = 422,
                       .contains = {"\"/ids/0\"", "\"/ids/2\""},
                       .absent = {"\"/ids/1\""}});
  check(installation, {.name = "of another organisation",
                       .caller = As::stranger,
                       .method = Method::post,
                       .path = "/pages/bulk-status",
                       .body = body("archived", {first}),
                       .status = 422,
                       .contains = {"\"/ids/0\""}});
  for (const std::string& wrong :
       {body("archived", {}), body("archived", {first, first}), body("published", {first}), body("archived", {"x"})})
    check(installation, {.name = wrong,
                         .caller = As::editor,
                         .method = Method::post,
                         .path = "/pages/bulk-status",
                         .body = wrong,
                         .status = 422});
  EXPECT_EQ(status_of(first), "draft");
}

TEST_F(StatusOfSeveral, TakesPublishedPagesOfflineForAdministrators) {
  publish(second);
  check(installation, {.name = "an editor",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/pages/bulk-status",
                       .body = body("archived", {first, second}),
                       .status = 403,
                       .contains = {"Second"}});
  EXPECT_EQ(status_of(first), "draft");
  EXPECT_TRUE(installation.sites().current()->artifacts().contains("/second"));
  EXPECT_EQ(installation.post(As::admin, "/pages/bulk-status", body("archived", {first, second})).status, 200U);
  EXPECT_TRUE(installation.sites().current()->artifacts().empty());
}

TEST_F(StatusOfSeveral, IsToldToOpenEditorsOfEveryBranch) {
  installation.post(As::editor, "/pages/" + first + "/branches", R"({"name":"summer"})");
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = first, .client_id = "ada"});
  const auto ben = editors.connect({.page_id = first, .branch = "summer", .client_id = "ben"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  ASSERT_EQ(type_of(ben->client_receives()), "welcome");
  installation.post(As::editor, "/pages/bulk-status", body("archived", {first, second}));
  for (const auto& socket : {ada, ben}) {
    const auto told = socket->client_receives();
    EXPECT_EQ(type_of(told), "page");
    EXPECT_NE(json::serialize(told).find("archived"), std::string::npos);
  }
}

// Whoever is later wins with all pages: no mixture stays.
TEST_F(StatusOfSeveral, IsOfOneRequestWhenTwoComeAtOnce) {
  for (int round = 0; round < 10; ++round) {
    {
      std::jthread one([&] { installation.post(As::editor, "/pages/bulk-status", body("archived", {first, second})); });
      std::jthread two([&] { installation.post(As::admin, "/pages/bulk-status", body("draft", {second, first})); });
    }
    EXPECT_EQ(status_of(first), status_of(second));
  }
}

}  // namespace
}  // namespace pagewright::scenarios
