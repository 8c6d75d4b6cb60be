// Branches of a page: what is changed on one does not show on another.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

std::string with_text(const std::string& text) {
  return R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + text + R"("}}]})";
}

void begin_branch(Installation& installation, const std::string& page, const std::string& body) {
  const auto answer = installation.post(As::editor, page + "/branches", body);
  ASSERT_EQ(answer.status, 201U) << answer.body;
}

TEST(Branches, BeginAtTheHeadOfAnotherAndGoTheirOwnWay) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", with_text("One"));
  check(installation, {.name = "begin",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/branches",
                       .body = R"({"name":"summer"})",
                       .status = 201,
                       .contains = {R"("name":"summer","isMain":false,"isProtected":false)",
                                    R"("headVersionNumber":1,"hasUnsavedChanges":false)"},
                       .events = {"branch.created"}});
  check(installation, {.name = "change",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page + "?branch=summer",
                       .body = "{" + with_text("Summer") + "}",
                       .contains = {"Summer"},
                       .events = {"page.updated"}});
  check(installation,
        {.name = "main is as it was", .caller = As::viewer, .path = page, .contains = {"One"}, .absent = {"Summer"}});
  check(installation, {.name = "preview",
                       .caller = As::viewer,
                       .path = page + "/preview?branch=summer",
                       .contains = {"Summer"},
                       .absent = {"One"}});
  const std::string first = installation.get(As::viewer, page + "/versions/1").text("id");
  check(installation, {.name = "its versions",
                       .caller = As::viewer,
                       .path = page + "/versions?branch=summer",
                       .contains = {R"("total":1)", R"("versionNumber":2,"branch":"summer")", R"("isAutomatic":true)",
                                    R"("parents":[")" + first + R"("])"}});
  check(installation, {.name = "versions of all branches",
                       .caller = As::viewer,
                       .path = page + "/versions",
                       .contains = {R"("total":2)", R"("branch":"summer")", R"("branch":"main")"}});
  check(installation, {.name = "the page's current version is main's",
                       .caller = As::viewer,
                       .path = page,
                       .contains = {R"("currentVersionId":")" + first + R"(","latestVersionNumber":2)"}});
  check(installation, {.name = "compared across branches",
                       .caller = As::viewer,
                       .path = page + "/versions/1/diff/2",
                       .contains = {"Heading “Summer” → text changed"}});
  check(installation, {.name = "compared with the branch as it is",
                       .caller = As::viewer,
                       .path = page + "/versions/1/diff/current?branch=summer",
                       .contains = {"Heading “Summer” → text changed"}});
  installation.restart_abruptly();
  EXPECT_NE(installation.get(As::viewer, page + "?branch=summer").body.find("Summer"), std::string::npos);
  EXPECT_NE(installation.get(As::viewer, page).body.find("One"), std::string::npos);
}

TEST(Branches, BeginAtAnyVersion) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", with_text("One"));
  installation.put(As::editor, page, "{" + with_text("Two") + "}");
  begin_branch(installation, page, R"({"name":"from-number","fromVersion":1})");
  begin_branch(installation, page, R"({"name":"from-branch","fromBranch":"from-number"})");
  const std::string second = installation.get(As::viewer, page + "/versions/2").text("id");
  begin_branch(installation, page, R"({"name":"from-id","fromVersion":")" + second + "\"}");
  EXPECT_NE(installation.get(As::viewer, page + "?branch=from-number").body.find("One"), std::string::npos);
  EXPECT_NE(installation.get(As::viewer, page + "?branch=from-branch").body.find("One"), std::string::npos);
  EXPECT_NE(installation.get(As::viewer, page + "?branch=from-id").body.find("Two"), std::string::npos);
  check(installation, {.name = "list",
                       .caller = As::viewer,
                       .path = page + "/branches",
                       .contains = {R"({"items":[{"name":"main","isMain":true)", R"("total":4)"}});
  // All of them stand on two documents, which are stored once.
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_snapshots"), 2);
}

TEST(Branches, BeginWithWhatIsInNoVersionYet) {
  Installation installation;
  const std::string id = installation.create_page("Home", two_headings);
  const std::string page = "/pages/" + id;
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", set_text("h1", "Unsaved")));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  check(installation, {.name = "main has changes",
                       .caller = As::viewer,
                       .path = page + "/branches/main",
                       .contains = {R"("headVersionNumber":1,"hasUnsavedChanges":true)"}});
  check(installation, {.name = "begin",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/branches",
                       .body = R"({"name":"next"})",
                       .status = 201,
                       .contains = {R"("headVersionNumber":2)"},
                       .events = {"page.updated", "branch.created"}});
  EXPECT_NE(installation.get(As::viewer, page + "?branch=next").body.find("Unsaved"), std::string::npos);
}

TEST(Branches, HaveRoomsOfTheirOwn) {
  Installation installation;
  const std::string id = installation.create_page("Home", two_headings);
  begin_branch(installation, "/pages/" + id, R"({"name":"summer"})");
  {
    Editors editors(installation);
    const auto main = editors.connect({.page_id = id, .client_id = "ada"});
    EXPECT_EQ(json::find_string(main->client_receives(), "branch"), "main");
    const auto summer = editors.connect({.page_id = id, .branch = "summer", .client_id = "bob"});
    const auto other = editors.connect({.page_id = id, .branch = "summer", .client_id = "eve"});
    EXPECT_EQ(json::find_string(summer->client_receives(), "branch"), "summer");
    other->client_receives();
    summer->client_sends(submit("bob-1", set_text("h1", "Summer")));
    EXPECT_EQ(type_of(summer->client_receives()), "acknowledge");
    EXPECT_EQ(id_of(other->client_receives()), "bob-1");
    // A client's id counts in its branch: the same one elsewhere is another transaction.
    const auto again = editors.connect({.page_id = id, .client_id = "bob"});
    again->client_receives();
    again->client_sends(submit("bob-1", set_text("h1", "Main")));
    EXPECT_EQ(type_of(again->client_receives()), "acknowledge");
    const auto news = main->client_receives();  // the first that it hears
    EXPECT_EQ(json::serialize(news).find("Summer"), std::string::npos);
    EXPECT_EQ(id_of(news), "bob-1");
  }
  installation.restart_abruptly();
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id).body.find("Main"), std::string::npos);
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id + "?branch=summer").body.find("Summer"), std::string::npos);
  Editors editors(installation);
  const auto nowhere = editors.connect({.page_id = id, .branch = "winter", .client_id = "x"});
  EXPECT_EQ(nowhere->close_code(), 4404);
}

TEST(Branches, KeepNoDocumentThatNothingNeeds) {
  Installation installation;
  const std::string id = installation.create_page("Home", two_headings);
  begin_branch(installation, "/pages/" + id, R"({"name":"summer"})");
  for (const std::string text : {"1", "2", "3"}) {
    Editors editors(installation);  // leaving, they store the branch's document
    const auto ada = editors.connect({.page_id = id, .branch = "summer", .client_id = "ada"});
    ada->client_receives();
    ada->client_sends(submit("ada-" + text, set_text("h1", text)));
    ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  }
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_snapshots"), 2);  // version 1's, and the last
  installation.restart_abruptly();
  EXPECT_NE(installation.get(As::viewer, "/pages/" + id + "?branch=summer").body.find(R"("text":"3")"),
            std::string::npos);
  installation.remove(As::editor, "/pages/" + id + "/branches/summer");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_snapshots"), 1);
}

TEST(Branches, ShareThePagesSettings) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", with_text("One"));
  begin_branch(installation, page, R"({"name":"summer"})");
  EXPECT_EQ(installation.get(As::viewer, page + "?branch=summer").text("name"), "Home");
  installation.put(As::editor, page, R"({"name":"Start"})");
  EXPECT_EQ(installation.get(As::viewer, page + "?branch=summer").text("name"), "Start");
  installation.put(As::editor, page + "?branch=summer", R"({"name":"Begin"})");
  EXPECT_EQ(installation.get(As::viewer, page).text("name"), "Begin");
}

TEST(Branches, AreRenamed) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", with_text("One"));
  begin_branch(installation, page, R"({"name":"summer"})");
  installation.put(As::editor, page + "?branch=summer", "{" + with_text("Summer") + "}");
  check(installation, {.name = "rename",
                       .caller = As::editor,
                       .method = http::Method::patch,
                       .path = page + "/branches/summer",
                       .body = R"({"name":"autumn"})",
                       .contains = {R"("name":"autumn")"},
                       .events = {"branch.updated"}});
  check(installation,
        {.name = "by its new name", .caller = As::viewer, .path = page + "?branch=autumn", .contains = {"Summer"}});
  check(installation, {.name = "in its versions",
                       .caller = As::viewer,
                       .path = page + "/versions/2",
                       .contains = {R"("branch":"autumn")"}});
  check(installation,
        {.name = "by its old name", .caller = As::viewer, .path = page + "?branch=summer", .status = 404});
  begin_branch(installation, page, R"({"name":"summer"})");  // the name is free
  check(installation, {.name = "to a name that is taken",
                       .caller = As::editor,
                       .method = http::Method::patch,
                       .path = page + "/branches/autumn",
                       .body = R"({"name":"summer"})",
                       .status = 409,
                       .contains = {R"("path":"/name")"}});
  check(installation, {.name = "main keeps its name",
                       .caller = As::admin,
                       .method = http::Method::patch,
                       .path = page + "/branches/main",
                       .body = R"({"name":"trunk"})",
                       .status = 409});
}

TEST(Branches, AreDeletedAndTheirVersionsStay) {
  Installation installation;
  const std::string id = installation.create_page("Home", with_text("One"));
  const std::string page = "/pages/" + id;
  begin_branch(installation, page, R"({"name":"summer"})");
  installation.put(As::editor, page + "?branch=summer", "{" + with_text("Summer") + "}");
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .branch = "summer", .client_id = "ada"});
  ASSERT_EQ(type_of(ada->client_receives()), "welcome");
  check(installation, {.name = "delete",
                       .caller = As::editor,
                       .method = http::Method::delete_,
                       .path = page + "/branches/summer",
                       .status = 204,
                       .events = {"branch.deleted"}});
  for (auto message = ada->client_receives(); !message.is_null(); message = ada->client_receives()) continue;
  EXPECT_EQ(ada->close_code(), 4404);
  check(installation, {.name = "gone", .caller = As::viewer, .path = page + "?branch=summer", .status = 404});
  check(installation,
        {.name = "not listed", .caller = As::viewer, .path = page + "/branches", .contains = {R"("total":1)"}});
  check(installation, {.name = "its version",
                       .caller = As::viewer,
                       .path = page + "/versions/2",
                       .contains = {"Summer", R"("branch":"summer")"}});
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM page_operations"), 0);
  begin_branch(installation, page, R"({"name":"summer"})");
  check(installation, {.name = "a new one of the name has nothing of it",
                       .caller = As::viewer,
                       .path = page + "/versions?branch=summer",
                       .contains = {R"("total":0)"}});
  check(installation, {.name = "main stays",
                       .caller = As::admin,
                       .method = http::Method::delete_,
                       .path = page + "/branches/main",
                       .status = 409});
}

TEST(ProtectedBranches, AreChangedByAdministratorsOnly) {
  Installation installation;
  const std::string id = installation.create_page("Home", two_headings);
  const std::string page = "/pages/" + id;
  {
    Editors editors(installation);
    const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
    ASSERT_EQ(type_of(ada->client_receives()), "welcome");
    check(installation, {.name = "editors do not protect",
                         .caller = As::editor,
                         .method = http::Method::patch,
                         .path = page + "/branches/main",
                         .body = R"({"isProtected":true})",
                         .status = 403});
    check(installation, {.name = "protect",
                         .caller = As::admin,
                         .method = http::Method::patch,
                         .path = page + "/branches/main",
                         .body = R"({"isProtected":true})",
                         .contains = {R"("isProtected":true)"},
                         .events = {"branch.updated"}});
    EXPECT_EQ(ada->close_code(), 1012);  // to come back and be told
    const auto again = editors.connect({.page_id = id, .client_id = "ada"});
    EXPECT_FALSE(json::find(again->client_receives(), "canEdit")->get_bool());
    again->client_sends(submit("ada-1", set_text("h1", "Mine")));
    EXPECT_EQ(type_of(again->client_receives()), "refuse");
  }
  const std::string change = "{" + with_text("Mine") + "}";
  check(installation, {.name = "by PUT",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = change,
                       .status = 403});
  check(installation, {.name = "by restoring",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/versions/1/restore",
                       .status = 403});
  check(installation, {.name = "settings are the page's",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = R"({"description":"Welcome"})",
                       .events = {"page.updated"}});
  check(installation, {.name = "an administrator",
                       .caller = As::admin,
                       .method = http::Method::put,
                       .path = page,
                       .body = change,
                       .contains = {"Mine"},
                       .events = {"page.updated"}});
  installation.restart_abruptly();
  check(installation, {.name = "after a restart",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = change,
                       .status = 403});
  begin_branch(installation, page, R"({"name":"draft"})");
  check(installation, {.name = "a branch of it is free",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page + "?branch=draft",
                       .body = "{" + with_text("Draft") + "}",
                       .events = {"page.updated"}});
}

TEST(Branches, RefuseWhatTheyCannotTake) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", with_text("One"));
  const auto refused = [&](const std::string& body, unsigned status, const std::string& path) {
    check(installation, {.name = body,
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = page + "/branches",
                         .body = body,
                         .status = status,
                         .contains = {path}});
  };
  refused("{}", 422, "/name");
  for (const char* name : {"", "-x", "a/b", "a b", "ü", "../x"})
    refused(R"({"name":")" + std::string(name) + "\"}", 422, "/name");
  refused(R"({"name":")" + std::string(61, 'x') + "\"}", 422, "/name");
  refused(R"({"name":"x","fromVersion":1,"fromBranch":"main"})", 422, "/fromVersion");
  refused(R"({"name":"x","fromVersion":1.5})", 422, "/fromVersion");
  refused(R"({"name":"x","color":"red"})", 422, "/color");
  refused(R"({"name":"x","fromVersion":7})", 404, "no such version");
  refused(R"({"name":"x","fromBranch":"winter"})", 404, "no such page");
  refused(R"({"name":"main"})", 409, "/name");
  ASSERT_TRUE(installation.run_sql(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 99) INSERT INTO page_branches "
      "(page_id, "
      "id, sequence, snapshot_sequence, created_at, name, base_version_id, snapshot_hash) SELECT page_id, 'b' || i, 0, "
      "0, 1, 'b' || i, v.id, v.snapshot_hash FROM page_versions v, n"));
  refused(R"({"name":"one-too-many"})", 409, "at most 100 branches");
  for (const http::Method method : {http::Method::get, http::Method::delete_})
    check(installation,
          {.name = "unknown", .caller = As::editor, .method = method, .path = page + "/branches/x", .status = 404});
  for (const char* path : {"/branches", "/branches/b1"})
    check(installation, {.name = path, .caller = As::stranger, .path = page + path, .status = 404});
  check(installation, {.name = "viewers begin none",
                       .caller = As::viewer,
                       .method = http::Method::post,
                       .path = page + "/branches",
                       .body = R"({"name":"x"})",
                       .status = 403});
}

}  // namespace
}  // namespace pagewright::scenarios
