// Two people who started from the same version, and what has changed between versions.
#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

std::string heading(const std::string& id, const std::string& text) {
  return R"({"id":")" + id + R"(","component":"heading","props":{"text":")" + text + R"("}})";
}

std::string structure(std::initializer_list<std::string> nodes) {
  std::string all;
  for (const std::string& node : nodes) all += (all.empty() ? "" : ",") + node;
  return R"("structure":{"components":[)" + all + "]}";
}

TEST(StaleUpdates, AreMergedWithWhatHasChangedSince) {
  Installation installation;
  const std::string page =
      "/pages/" + installation.create_page("Home", structure({heading("a", "A"), heading("b", "B")}));
  installation.put(As::admin, page, "{" + structure({heading("a", "Theirs"), heading("b", "B")}) + "}");
  check(installation,
        {.name = "other nodes",
         .caller = As::editor,
         .method = http::Method::put,
         .path = page,
         .body = R"({"base":1,)" + structure({heading("a", "A"), heading("b", "Mine"), heading("c", "New")}) +
                 R"(,"layout":{"title":"Home"}})",
         .contains = {"Theirs", "Mine", "New", R"("title":"Home")"},
         .absent = {R"("text":"A")"},
         .events = {"page.updated"}});
  const std::string third = installation.get(As::editor, page).text("currentVersionId");
  check(installation, {.name = "without base the page becomes what is said",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = "{" + structure({heading("a", "A")}) + "}",
                       .contains = {R"("text":"A")"},
                       .absent = {"Theirs", "Mine"},
                       .events = {"page.updated"}});
  check(installation, {.name = "a version's id as base, and only page settings",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = R"({"base":")" + third + R"(","layout":{"title":"Start"}})",
                       .contains = {R"("text":"A")", R"("title":"Start")"},
                       .absent = {"Mine"},
                       .events = {"page.updated"}});
}

TEST(StaleRestores, KeepWhatOthersHaveChangedSince) {
  Installation installation;
  const std::string page =
      "/pages/" + installation.create_page("Home", structure({heading("a", "A1"), heading("b", "B1")}));
  const auto put = [&](const std::string& body) {
    EXPECT_EQ(installation.put(As::editor, page, "{" + body + "}").status, 200U);
  };
  put(structure({heading("a", "A2"), heading("b", "B1")}));
  // Somebody looks at version 2 and decides for version 1; meanwhile another node is changed.
  put(structure({heading("a", "A2"), heading("b", "B3")}));
  check(installation, {.name = "merged",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = page + "/versions/1/restore",
                       .body = R"({"base":2})",
                       .status = 201,
                       .contains = {"Restored version 1"},
                       .events = {"page.updated"}});
  check(installation, {.name = "both", .caller = As::viewer, .path = page, .contains = {"A1", "B3"}, .absent = {"A2"}});

  put(structure({heading("a", "A5"), heading("b", "B3")}));
  const Scenario conflicting{.name = "the same text",
                             .caller = As::editor,
                             .method = http::Method::post,
                             .path = page + "/versions/2/restore",
                             .body = R"({"base":4})",
                             .status = 409,
                             .contains = {R"("conflicts":[)", "A5", "A2"}};
  check(installation, conflicting);
  check(installation, {.name = "nothing was restored", .caller = As::viewer, .path = page, .contains = {"A5", "B3"}});
  const auto refused = installation.post(As::editor, conflicting.path, conflicting.body).json();
  const auto& conflicts = json::find(refused, "conflicts")->get_array();
  ASSERT_EQ(conflicts.size(), 1U);
  const std::string id(json::find_string(conflicts[0], "id").value());
  EXPECT_EQ(installation
                .post(As::editor, conflicting.path, R"({"base":4,"resolutions":{")" + id + R"(":{"choice":"theirs"}}})")
                .status,
            201U);
  check(installation, {.name = "resolved", .caller = As::viewer, .path = page, .contains = {"A2", "B1"}});
  for (const std::string body : {R"({"base":99})", R"({"base":"nothing"})"})
    EXPECT_EQ(installation.post(As::editor, conflicting.path, body).status, 404U) << body;
  for (const std::string body :
       {R"({"base":0})", R"({"base":true})", R"({"force":true})", R"({"base":1,"resolutions":[]})"})
    EXPECT_EQ(installation.post(As::editor, conflicting.path, body).status, 422U) << body;
}

TEST(StaleUpdates, ThatConflictAreRefusedWithWhatConflicts) {
  Installation installation;
  const std::string page =
      "/pages/" + installation.create_page("Home", structure({heading("a", "A"), heading("b", "B")}));
  installation.put(As::admin, page, "{" + structure({heading("a", "Theirs"), heading("b", "B")}) + "}");
  const std::string mine =
      R"({"base":1,"name":"Renamed",)" + structure({heading("a", "Mine"), heading("b", "Also mine")});
  check(installation,
        {.name = "a conflict",
         .caller = As::editor,
         .method = http::Method::put,
         .path = page,
         .body = mine + "}",
         .status = 409,
         .contains = {R"("detail":"1 change was made differently)", R"("conflicts":[{"id":"prop:a:text")",
                      R"("kind":"prop")", "Heading “Theirs” → text was changed on both sides",
                      R"("base":"A","ours":"Theirs","theirs":"Mine")", R"("choices":["ours","theirs","value"])"}});
  check(installation, {.name = "nothing has changed",
                       .caller = As::viewer,
                       .path = page,
                       .contains = {"Theirs", R"("name":"Home")"},
                       .absent = {"mine", "Renamed"}});
  check(installation, {.name = "a choice that there is not",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = mine + R"(,"resolutions":{"prop:a:text":{"choice":"both"}}})",
                       .status = 422,
                       .contains = {"/resolutions/prop:a:text"}});
  check(installation, {.name = "no resolutions",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = mine + R"(,"resolutions":{"prop:a:text":"mine"}})",
                       .status = 422,
                       .contains = {"/resolutions/prop:a:text"}});
  check(installation, {.name = "resolved",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = mine + R"(,"resolutions":{"prop:a:text":{"choice":"value","value":"Ours together"}}})",
                       .contains = {"Ours together", "Also mine", R"("name":"Renamed")"},
                       .events = {"page.updated"}});
}

TEST(StaleUpdates, NeedAVersionOfThisPage) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", structure({heading("a", "A")}));
  const std::string body = structure({heading("a", "B")}) + "}";
  for (const auto& [base, status] : {std::pair{"7", 404U},
                                     {R"("7d7e28d2-0000-4000-8000-000000000000")", 404U},
                                     {"0", 422U},
                                     {"1.5", 422U},
                                     {"[]", 422U}})
    check(installation, {.name = base,
                         .caller = As::editor,
                         .method = http::Method::put,
                         .path = page,
                         .body = std::string(R"({"base":)") + base + "," + body,
                         .status = status});
}

TEST(FullSlots, CanBeExchangedInOneUpdate) {
  Installation installation;
  const auto card = [](const std::string& id, int first) {
    std::string nodes;
    for (int i = 0; i < 20; ++i) nodes += (i ? "," : "") + heading("h" + std::to_string(first + i), "T");
    return R"({"id":")" + id + R"(","component":"card","children":{"content":[)" + nodes + "]}}";
  };
  const std::string page = "/pages/" + installation.create_page("Home", structure({card("a", 0), card("b", 20)}));
  check(installation, {.name = "each takes the other's nodes",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = page,
                       .body = "{" + structure({card("a", 20), card("b", 0)}) + "}",
                       .contains = {R"({"id":"a","component":"card","children":{"content":[{"id":"h20")"},
                       .events = {"page.updated"}});
}

TEST(Comparisons, SayWhatDiffersBetweenVersions) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Home", structure({heading("a", "Our clinic")}));
  installation.put(As::editor, page, "{" + structure({heading("a", "Our new clinic"), heading("b", "B")}) + "}");
  const std::string versions = page + "/versions/";
  check(installation,
        {.name = "two versions",
         .caller = As::viewer,
         .path = versions + "1/diff/2",
         .contains = {R"("sentences":["Heading “Our new clinic” → text changed","Heading “B” inserted"])",
                      R"("words":[{"kept":"Our "},{"inserted":"new "},{"kept":"clinic"}])", R"("type":"inserted")"}});
  check(installation, {.name = "the page as it is",
                       .caller = As::viewer,
                       .path = versions + "2/diff/current",
                       .contains = {R"({"changes":[],"sentences":[]})"}});
  check(
      installation,
      {.name = "backwards", .caller = As::viewer, .path = versions + "2/diff/1", .contains = {"Heading “B” removed"}});
  for (const char* which : {"1/diff/9", "9/diff/1", "x/diff/1", "1/diff/x"})
    check(installation, {.name = which, .caller = As::viewer, .path = versions + which, .status = 404});
  check(installation,
        {.name = "another organisation", .caller = As::stranger, .path = versions + "1/diff/current", .status = 404});
}

}  // namespace
}  // namespace pagewright::scenarios
