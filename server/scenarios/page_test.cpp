#include <gtest/gtest.h>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

const std::string heading = R"({"components":[{"id":"h1","component":"heading","props":{"text":"Hello"}}]})";

TEST(Pages, AreCreatedWithAFirstVersion) {
  Installation installation;
  check(installation, {.name = "create",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = "/pages",
                       .body = R"({"name":" Café & Bar ","structure":)" + heading + R"(,"layout":{"language":"fr"}})",
                       .status = 201,
                       .contains = {R"("name":"Café & Bar")", R"("slug":"cafe-bar")", R"("status":"draft")",
                                    R"("latestVersionNumber":1)", R"("structure":{"components":[{"id":"h1")",
                                    R"("layout":{"language":"fr"})", R"("deletedAt":null)"},
                       .absent = {"rank"},
                       .events = {"page.created"}});
  check(installation, {.name = "an empty page",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = "/pages",
                       .body = R"({"name":"Café Bar"})",
                       .status = 201,
                       .contains = {R"("slug":"cafe-bar-2")", R"("structure":{"components":[]})", R"("layout":{})"},
                       .events = {"page.created"}});
}

TEST(Pages, FaultsAreNamedAtTheirPlace) {
  Installation installation;
  const auto refused = [&](const std::string& body, const std::string& path, const std::string& sentence) {
    check(installation, {.name = body.substr(0, 80),
                         .caller = As::editor,
                         .method = http::Method::post,
                         .path = "/pages",
                         .body = body,
                         .status = 422,
                         .contains = {"\"path\":\"" + path, sentence}});
  };
  refused("{}", "/name", "is required");
  refused(R"({"name":"   "})", "/name", "must not be empty");
  refused(R"({"name":5})", "/name", "must be a string, is integer");
  refused(R"({"name":")" + std::string(256, 'x') + "\"}", "/name", "at most 255 characters, is 256");
  refused(R"({"name":"a","slug":"A b"})", "/slug", "lower-case");
  refused(R"({"name":"a","description":")" + std::string(2001, 'x') + "\"}", "/description", "at most 2000");
  refused(R"({"name":"a","metadata":[]})", "/metadata", "must be an object");
  refused(R"({"name":"a","metadata":{"m":")" + std::string(70'000, 'x') + "\"}}", "/metadata", "64 KiB");
  refused(R"({"name":"a","nonsense":1})", "/nonsense", "is not known here");
  refused(R"({"name":"a","templateId":"nothing"})", "/templateId", "id of a template");
  refused(R"({"name":"a","structure":{"components":[{"id":"x","component":"nonsense"}]}})", "/structure/components/0",
          "nonsense");
  refused(R"({"name":"a","layout":{"color_scheme":"pink"}})", "/layout/color_scheme", "");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages"), 0);
}

TEST(Pages, AllFaultsOfADocumentAreNamedAtOnce) {
  Installation installation;
  const std::string content =
      R"("structure":{"components":[{"id":"a","component":"card","props":{"title":7,"size":1}},
        {"id":"a","component":"text"},{"id":"b","component":"text","props":{"body":{"type":"doc","content":[{"type":"video"}]}}}]},
        "layout":{"color_scheme":"pink"})";
  const std::vector<std::string> named = {"5 fields need attention",
                                          "/structure/components/0/props/title",
                                          "/structure/components/0/props/size",
                                          "/structure/components/1/id",
                                          "/structure/components/2/props/body/content/0",
                                          "/layout/color_scheme"};
  check(installation, {.name = "a new page",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = "/pages",
                       .body = R"({"name":"a",)" + content + "}",
                       .status = 422,
                       .contains = named,
                       .absent = {".."}});
  const std::string id = installation.create_page("Kept");
  check(installation, {.name = "a page that is there",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = "/pages/" + id,
                       .body = "{" + content + "}",
                       .status = 422,
                       .contains = named});
}

TEST(Pages, DocumentsHaveLimits) {
  Installation installation;
  std::string nodes;
  for (int i = 0; i <= 20'000; ++i) {
    if (i > 0) nodes += ',';
    nodes += R"({"id":"n)" + std::to_string(i) + R"(","component":"text"})";
  }
  check(installation, {.name = "too many nodes",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = "/pages",
                       .body = R"({"name":"a","structure":{"components":[)" + nodes + "]}}",
                       .status = 422,
                       .contains = {"limit_exceeded"}});
  std::string deep = R"({"id":"leaf","component":"container"})";
  for (int i = 0; i < 70; ++i)
    deep = R"({"id":"d)" + std::to_string(i) + R"(","component":"container","children":{"content":[)" + deep + "]}}";
  const auto answer =
      installation.post(As::editor, "/pages", R"({"name":"a","structure":{"components":[)" + deep + "]}}");
  EXPECT_TRUE(answer.status == 422 || answer.status == 400) << answer.body;
}

TEST(Pages, AreListedSearchedSortedAndPaged) {
  Installation installation;
  for (const char* name : {"Über uns", "Contact", "Events 100%"}) installation.create_page(name);
  const auto finds = [&](const std::string& query, std::vector<std::string> contains, std::vector<std::string> absent) {
    check(installation, {.name = query,
                         .caller = As::viewer,
                         .path = "/pages?" + query,
                         .contains = std::move(contains),
                         .absent = std::move(absent)});
  };
  finds("", {R"("total":3)", R"("limit":20)", R"("offset":0)"}, {"structure", "\"layout\""});
  finds("search=uber", {"Über uns", R"("total":1)"}, {"Contact"});
  finds("search=100%25", {"Events", R"("total":1)"}, {"Contact"});
  finds("search=_", {R"("total":0)"}, {"Contact"});
  finds("status=draft", {R"("total":3)"}, {});
  finds("status=archived", {R"("total":0)"}, {});
  finds("sort=name&limit=1", {"Contact", R"("total":3)"}, {"Events"});
  finds("sort=-name&limit=1", {"Über uns"}, {"Events"});
  finds("sort=name&limit=1&offset=1", {"Events", R"("offset":1)"}, {"Contact"});
  for (const char* query : {"status=lost", "sort=size", "limit=0", "limit=101", "limit=x", "offset=-1"})
    check(installation, {.name = query, .caller = As::viewer, .path = std::string("/pages?") + query, .status = 400});
}

TEST(Pages, AChangeOfContentMakesAVersion) {
  Installation installation;
  const std::string id = installation.create_page("Home", "\"structure\":" + heading);
  check(installation,
        {.name = "content",
         .caller = As::editor,
         .method = http::Method::put,
         .path = "/pages/" + id,
         .body = R"({"structure":{"components":[{"id":"h1","component":"heading","props":{"text":"Changed"}}]}})",
         .contains = {"Changed", R"("latestVersionNumber":2)"},
         .events = {"page.updated"}});
  check(installation, {.name = "settings only",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = "/pages/" + id,
                       .body = R"({"description":"About us","metadata":{"a":1}})",
                       .contains = {"Changed", "About us", R"("latestVersionNumber":2)", R"("metadata":{"a":1})"},
                       .events = {"page.updated"}});
  check(installation, {.name = "layout only",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = "/pages/" + id,
                       .body = R"({"layout":{"title":"Welcome"}})",
                       .contains = {"Changed", R"("layout":{"title":"Welcome"})", R"("latestVersionNumber":3)"},
                       .events = {"page.updated"}});
  // A client may send back what it got.
  const auto whole = installation.get(As::editor, "/pages/" + id);
  const auto same = installation.put(As::editor, "/pages/" + id, whole.body);
  EXPECT_EQ(same.status, 200U) << same.body;
  EXPECT_NE(same.body.find(R"("latestVersionNumber":3)"), std::string::npos);
  check(installation, {.name = "unknown member",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = "/pages/" + id,
                       .body = R"({"colour":"red"})",
                       .status = 422,
                       .contains = {"/colour"}});
}

TEST(Pages, SlugsFollowTheNameUntilSetByHand) {
  Installation installation;
  const std::string id = installation.create_page("First name");
  const auto slug_after = [&](const std::string& body) {
    return installation.put(As::editor, "/pages/" + id, body).text("slug");
  };
  EXPECT_EQ(slug_after(R"({"name":"Second name"})"), "second-name");
  EXPECT_EQ(slug_after(R"({"slug":"by-hand"})"), "by-hand");
  EXPECT_EQ(slug_after(R"({"name":"Third name"})"), "by-hand");
  installation.create_page("Other");
  check(installation, {.name = "taken",
                       .caller = As::editor,
                       .method = http::Method::put,
                       .path = "/pages/" + id,
                       .body = R"({"slug":"other","structure":)" + heading + "}",
                       .status = 409,
                       .contains = {"/slug"}});
  EXPECT_EQ(installation.get(As::editor, "/pages/" + id).body.find("\"h1\""), std::string::npos);
  check(installation, {.name = "taken at creation",
                       .caller = As::editor,
                       .method = http::Method::post,
                       .path = "/pages",
                       .body = R"({"name":"x","slug":"other"})",
                       .status = 409});
}

TEST(Pages, DeletingFreesTheSlug) {
  Installation installation;
  const std::string id = installation.create_page("Gone");
  check(installation, {.name = "delete",
                       .caller = As::admin,
                       .method = http::Method::delete_,
                       .path = "/pages/" + id,
                       .status = 204,
                       .events = {"page.deleted"}});
  for (const char* rest : {"", "/versions", "/preview"})
    check(installation, {.name = rest, .caller = As::admin, .path = "/pages/" + id + rest, .status = 404});
  check(installation,
        {.name = "again", .caller = As::admin, .method = http::Method::delete_, .path = "/pages/" + id, .status = 404});
  EXPECT_EQ(installation.get(As::editor, "/pages/" + installation.create_page("Gone")).text("slug"), "gone");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM pages"), 2);  // kept
}

TEST(Pages, StatusHasRules) {
  Installation installation;
  const std::string path = "/pages/" + installation.create_page("Status");
  EXPECT_EQ(installation.put(As::editor, path, R"({"status":"published"})").status, 409U);
  EXPECT_EQ(installation.put(As::editor, path, R"({"status":"lost"})").status, 422U);
  EXPECT_EQ(installation.put(As::editor, path, R"({"status":"archived"})").text("status"), "archived");
  EXPECT_EQ(installation.put(As::editor, path, R"({"status":"draft"})").text("status"), "draft");
}

TEST(Pages, EverythingSurvivesAnAbruptEnd) {
  Installation installation;
  const std::string id = installation.create_page("Kept", "\"structure\":" + heading);
  installation.put(As::editor, "/pages/" + id,
                   R"({"structure":{"components":[{"id":"h1","component":"heading","props":{"text":"Kept text"}}]}})");
  const std::string before = installation.get(As::editor, "/pages/" + id).body;
  installation.restart_abruptly();
  EXPECT_EQ(installation.get(As::editor, "/pages/" + id).body, before);
}

}  // namespace
}  // namespace pagewright::scenarios
