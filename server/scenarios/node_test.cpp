// One node of a page: restoring it, and who changed it last.
#include <gtest/gtest.h>

#include "server/scenarios/editors.hpp"

namespace pagewright::scenarios {
namespace {

std::string headings(const std::string& first, const std::string& second) {
  return R"({"structure":{"components":[{"id":"h1","component":"heading","props":{"text":")" + first +
         R"("}},{"id":"h2","component":"heading","props":{"text":")" + second + R"("}}]}})";
}

TEST(NodeRestoration, TakesOneNodeOfAVersion) {
  Installation installation;
  const std::string id = installation.create_page("Home", two_headings);
  const std::string page = "/pages/" + id;
  installation.put(As::editor, page, headings("Changed", "Changed too"));
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  const Scenario restore{.name = "restore",
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = page + "/versions/1/nodes/h1/restore",
                         .status = 201,
                         .contains = {R"("versionNumber":3)", "Restored Heading “One” of version 1"},
                         .events = {"page.updated"}};
  check(installation, restore);
  const auto news = ada->client_receives();
  EXPECT_EQ(type_of(news), "transaction");
  EXPECT_EQ(json::find(news, "operations")->get_array().size(), 1U);
  check(installation, {.name = "the page",
                       .caller = As::viewer,
                       .path = page,
                       .contains = {R"("One")", "Changed too"},
                       .absent = {R"("Changed")"}});
}

TEST(NodeRestoration, GoesToABranch) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", two_headings);
  installation.post(As::editor, page + "/branches", R"({"name":"summer"})");
  installation.put(As::editor, page + "?branch=summer", headings("Summer", "Too"));
  EXPECT_EQ(installation.post(As::editor, page + "/versions/1/nodes/h1/restore?branch=summer").status, 201U);
  EXPECT_NE(installation.get(As::viewer, page + "?branch=summer").body.find(R"("One")"), std::string::npos);
  EXPECT_EQ(installation.post(As::editor, page + "/versions/2/nodes/h2/restore").status, 201U);
  EXPECT_NE(installation.get(As::viewer, page).body.find(R"("Too")"), std::string::npos);
}

TEST(NodeRestoration, IsRefused) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", two_headings);
  const auto refused = [&](As caller, const std::string& path, unsigned status) {
    check(installation,
          {.name = path, .caller = caller, .method = http::Method::post, .path = page + path, .status = status});
  };
  refused(As::viewer, "/versions/1/nodes/h1/restore", 403);
  refused(As::stranger, "/versions/1/nodes/h1/restore", 404);
  refused(As::editor, "/versions/2/nodes/h1/restore", 404);
  refused(As::editor, "/versions/1/nodes/h3/restore", 404);
  refused(As::editor, "/versions/1/nodes/h%201/restore", 404);
  refused(As::editor, "/versions/1/nodes/h1/restore?branch=winter", 404);
  installation.put(
      As::editor, page,
      R"({"structure":{"components":[{"id":"s","component":"section","children":{"content":[{"id":"t","component":"heading"}]}}]}})");
  installation.put(As::editor, page, headings("One", "Two"));
  check(installation, {.name = "what it stood in is gone",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/versions/2/nodes/t/restore",
                       .status = 409,
                       .contains = {"It stood in Section, which is no longer there"}});
  installation.request(As::admin, http::Method::patch, page + "/branches/main", R"({"isProtected":true})");
  refused(As::editor, "/versions/1/nodes/h1/restore", 403);
}

TEST(Blame, NamesWhoChangedANodeLast) {
  Installation installation;
  const std::string id = installation.create_page("Home", two_headings);
  const std::string page = "/pages/" + id;
  const auto blame = [&](const std::string& node, std::vector<std::string> contains) {
    check(installation, {.name = node,
                         .caller = As::viewer,
                         .path = page + "/nodes/" + node + "/blame",
                         .contains = std::move(contains)});
  };
  blame("h1", {R"("node":"h1","author":{"id":)", R"("label":null)", R"("versionNumber":1)"});
  installation.put(As::admin, page, headings("One", "By the admin"));
  const std::string admin = installation.get(As::admin, "/auth/me").text("id");
  const std::string editor = installation.get(As::editor, "/auth/me").text("id");
  blame("h2", {R"("author":{"id":")" + admin, R"("label":"Update page")", R"("versionNumber":2)"});
  blame("h1", {R"("author":{"id":")" + editor, R"("versionNumber":1)"});
  Editors editors(installation);
  const auto ada = editors.connect({.page_id = id, .client_id = "ada"});
  ada->client_receives();
  ada->client_sends(submit("ada-1", set_text("h2", "By the editor")));
  ASSERT_EQ(type_of(ada->client_receives()), "acknowledge");
  blame("h2", {R"("author":{"id":")" + editor, R"("version":null)"});
  installation.post(As::admin, page + "/versions", R"({"message":"Named"})");
  blame("h2", {R"("author":{"id":")" + editor, R"("versionNumber":3)", "Named"});
}

TEST(Blame, FollowsBranchesAndMerges) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", two_headings);
  installation.put(As::admin, page, headings("One", "Before"));  // version 2
  installation.post(As::editor, page + "/branches", R"({"name":"summer"})");
  installation.put(As::editor, page + "?branch=summer", headings("Summer", "Before"));  // version 3
  const auto blame = [&](const std::string& name, const std::string& path, std::vector<std::string> contains) {
    check(installation, {.name = name, .caller = As::viewer, .path = page + path, .contains = std::move(contains)});
  };
  blame("changed on the branch", "/nodes/h1/blame?branch=summer", {R"("versionNumber":3,"branch":"summer")"});
  blame("changed before the branch began", "/nodes/h2/blame?branch=summer", {R"("versionNumber":2,"branch":"main")"});
  ASSERT_EQ(installation.post(As::admin, page + "/branches/summer/merge", "{}").status, 200U);
  blame("it came by a merge", "/nodes/h1/blame", {R"("versionNumber":3,"branch":"summer")", "Update page"});
  installation.remove(As::editor, page + "/branches/summer");  // with its log
  blame("the versions remember", "/nodes/h1/blame", {R"("versionNumber":3,"branch":"summer")", R"("label":null)"});
}

TEST(Blame, LooksAtVersionsWhereTheLogHasEnded) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", two_headings);
  installation.put(As::admin, page, headings("A", "Two"));  // version 2
  installation.put(As::editor, page, headings("A", "B"));   // version 3
  installation.put(As::editor, page, headings("A", "C"));   // version 4
  ASSERT_TRUE(installation.run_sql("DELETE FROM page_operations WHERE sequence <= 2"));
  installation.restart_abruptly();
  const std::string admin = installation.get(As::admin, "/auth/me").text("id");
  check(installation, {.name = "older than the log",
                       .caller = As::viewer,
                       .path = page + "/nodes/h1/blame",
                       .contains = {R"("author":{"id":")" + admin, R"("label":null)", R"("versionNumber":2)"}});
  check(installation, {.name = "in the log",
                       .caller = As::viewer,
                       .path = page + "/nodes/h2/blame",
                       .contains = {R"("label":"Update page")", R"("versionNumber":4)"}});
  ASSERT_TRUE(installation.run_sql("DELETE FROM page_operations"));
  installation.restart_abruptly();
  check(installation, {.name = "no log at all",
                       .caller = As::viewer,
                       .path = page + "/nodes/h2/blame",
                       .contains = {R"("label":null)", R"("versionNumber":4)"}});
}

TEST(Blame, IsOfNodesThatThereAre) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", two_headings);
  for (const auto& [caller, path] :
       {std::pair(As::viewer, "/nodes/h3/blame"), std::pair(As::viewer, "/nodes/h%2F1/blame"),
        std::pair(As::viewer, "/nodes/h1/blame?branch=winter"), std::pair(As::stranger, "/nodes/h1/blame")})
    check(installation, {.name = path, .caller = caller, .path = page + path, .status = 404});
}

}  // namespace
}  // namespace pagewright::scenarios
