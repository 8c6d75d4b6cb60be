// Templates that an organisation makes of its pages, and the marketplace.
#include <gtest/gtest.h>

#include <algorithm>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

struct Templates : testing::Test {
  Installation installation;
  std::string page = installation.create_page(
      "Open day", R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":"Come in"}}]},)"
                  R"("layout":{"title":"Open day at school"})");

  // A new one of that page: its id.
  std::string make(As caller, const std::string& name, const std::string& more = {}) {
    const Answer made = installation.post(
        caller, "/templates",
        R"({"displayName":")" + name + R"(","pageId":")" + page + "\"" + (more.empty() ? "" : "," + more) + "}");
    EXPECT_EQ(made.status, 201U) << made.body;
    return made.text("id");
  }
  void publish(const std::string& id) {
    EXPECT_EQ(installation.put(As::admin, "/templates/" + id, R"({"isPublic":true})").status, 200U);
  }
  // Ids of what a list gives, in order.
  std::string names(As caller, const std::string& query) {
    const json::Value list = installation.get(caller, "/templates" + query).json();
    std::string all;
    for (const json::Value& item : json::find(list, "items")->get_array())
      all += (all.empty() ? "" : ",") + std::string(json::find_string(item, "displayName").value());
    return all;
  }
};

TEST_F(Templates, AreMadeOfAPage) {
  check(installation, {.name = "made",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/templates",
                       .body = R"({"displayName":" Open day ","description":"For schools","category":"Events",)"
                               R"("tags":["School"," event ","school"],"pageId":")" +
                               page + "\"}",
                       .status = 201,
                       .contains = {R"("name":"open-day","displayName":"Open day")", R"("tags":["School","event"])",
                                    R"("source":"organization")", R"("isPublic":false,"installCount":0)",
                                    R"("document":{"components":[{"id":"h1")", R"("title":"Open day at school")"},
                       .absent = {"\"rank\""},
                       .events = {"template.created"}});
  const std::string second = make(As::editor, "Open day");
  check(installation, {.name = "another of that name",
                       .caller = As::viewer,
                       .path = "/templates/" + second,
                       .contains = {R"("name":"open-day-2")", "\"document\""}});
  check(installation, {.name = "not in lists",
                       .caller = As::viewer,
                       .path = "/templates?source=organization",
                       .contains = {R"("total":2)"},
                       .absent = {"\"document\""}});
}

TEST_F(Templates, AreFoundByTextCategoryAndTag) {
  make(As::editor, "Café evening", R"("category":"Events","tags":["Food","evening"])");
  make(As::editor, "Alumni letter", R"("description":"Once a year, with 100% of the news","category":"News")");
  const std::string built_in = names(As::viewer, "?source=built-in");
  EXPECT_EQ(names(As::viewer, "?source=organization"), "Alumni letter,Café evening");
  EXPECT_EQ(names(As::viewer, "?source=organization&sort=-name"), "Café evening,Alumni letter");
  EXPECT_EQ(names(As::viewer, "?search=CAFE"), "Café evening");
  EXPECT_EQ(names(As::viewer, "?search=100%25+of"), "Alumni letter");
  EXPECT_EQ(names(As::viewer, "?search=100_"), "");
  EXPECT_EQ(names(As::viewer, "?tag=food"), "Café evening");
  EXPECT_EQ(names(As::viewer, "?tag=foo"), "");
  EXPECT_EQ(names(As::viewer, "?category=News"), "Alumni letter");
  EXPECT_EQ(names(As::viewer, "?category=Events&source=organization"), "Café evening");
  EXPECT_EQ(names(As::viewer, ""), built_in + ",Alumni letter,Café evening");
  check(installation, {.name = "facets",
                       .caller = As::viewer,
                       .path = "/templates/facets",
                       .contains = {R"({"name":"Events","count":2})", R"({"name":"Food","count":1})"}});
  // Page by page it is the same list.
  const std::string together = built_in + ",Alumni letter,Café evening";
  const auto total = std::ranges::count(together, ',') + 1;
  std::string all;
  for (int offset = 0; offset <= total; ++offset) {
    const std::string one = names(As::viewer, "?limit=1&offset=" + std::to_string(offset));
    if (!one.empty()) all += (all.empty() ? "" : ",") + one;
  }
  EXPECT_EQ(all, together);
  const Answer behind = installation.get(As::viewer, "/templates?limit=1&offset=" + std::to_string(total));
  EXPECT_NE(behind.body.find(R"("total":)" + std::to_string(total)), std::string::npos) << behind.body;
}

TEST_F(Templates, AreInstalledAndCounted) {
  const std::string id = make(As::editor, "Open day");
  check(installation, {.name = "install",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/templates/" + id + "/install",
                       .body = R"({"name":"Our open day"})",
                       .status = 201,
                       .contains = {R"("slug":"our-open-day")", R"("text":"Come in")", "Open day at school"},
                       .events = {"page.created"}});
  check(installation, {.name = "a page made with it",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/pages",
                       .body = R"({"name":"Another","layout":{"title":"Mine"},"templateId":")" + id + "\"}",
                       .status = 201,
                       .contains = {R"("text":"Come in")", R"("title":"Mine")"},
                       .absent = {"Open day at school"},
                       .events = {"page.created"}});
  check(installation, {.name = "a page that can't be made",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/templates/" + id + "/install",
                       .body = R"({"name":"Third","slug":"another"})",
                       .status = 409});
  check(installation, {.name = "both are counted, and what was not made is not",
                       .caller = As::viewer,
                       .path = "/templates/" + id,
                       .contains = {R"("installCount":2)"}});
  make(As::editor, "Before it by name");
  EXPECT_EQ(names(As::viewer, "?source=organization&sort=-installs"), "Open day,Before it by name");
}

TEST_F(Templates, AreRenewedFromThePage) {
  const std::string id = make(As::editor, "Open day");
  installation.put(As::editor, "/pages/" + page,
                   R"({"structure":{"components":[{"id":"h1","component":"heading","props":{"text":"Newer"}}]}})");
  check(installation, {.name = "a copy does not follow its page",
                       .caller = As::viewer,
                       .path = "/templates/" + id,
                       .contains = {"Come in"}});
  check(installation, {.name = "unless it is told to",
                       .caller = As::editor,
                       .method = Method::put,
                       .path = "/templates/" + id,
                       .body = R"({"displayName":"Open house","tags":[],"pageId":")" + page + "\"}",
                       .contains = {R"("name":"open-house")", "Newer"},
                       .absent = {"Come in"},
                       .events = {"template.updated"}});
  check(installation, {.name = "what is not said stays",
                       .caller = As::editor,
                       .method = Method::put,
                       .path = "/templates/" + id,
                       .body = R"({"category":"Events"})",
                       .contains = {R"("displayName":"Open house")", R"("category":"Events")", "Newer"},
                       .events = {"template.updated"}});
}

TEST_F(Templates, OfTheMarketplaceAreForAllOrganisations) {
  const std::string id = make(As::editor, "Open day", R"("category":"Events")");
  const std::string path = "/templates/" + id;
  check(installation, {.name = "not before", .caller = As::stranger, .path = path, .status = 404});
  check(installation, {.name = "an editor may not",
                       .caller = As::editor,
                       .method = Method::put,
                       .path = path,
                       .body = R"({"isPublic":true})",
                       .status = 403,
                       .contains = {"Only administrators put templates into the marketplace."}});
  publish(id);
  check(installation, {.name = "seen from elsewhere, without its author",
                       .caller = As::stranger,
                       .path = path,
                       .contains = {R"("source":"marketplace")", R"("publisher":")", R"("author":null)", "Come in"}});
  EXPECT_EQ(names(As::stranger, "?source=marketplace"), "Open day");
  EXPECT_EQ(names(As::stranger, "?source=organization"), "");
  check(installation, {.name = "installed elsewhere",
                       .caller = As::stranger,
                       .method = Method::post,
                       .path = path + "/install",
                       .body = R"({"name":"Ours"})",
                       .status = 201,
                       .contains = {"Come in"},
                       .events = {"page.created"}});
  check(installation, {.name = "its publisher sees that",
                       .caller = As::viewer,
                       .path = path,
                       .contains = {R"("installCount":1)", R"("source":"organization")"}});
  check(installation, {.name = "others can't change it",
                       .caller = As::stranger,
                       .method = Method::put,
                       .path = path,
                       .body = R"({"displayName":"Mine"})",
                       .status = 404});
  check(installation,
        {.name = "nor delete it", .caller = As::stranger, .method = Method::delete_, .path = path, .status = 404});
  installation.put(As::admin, path, R"({"isPublic":false})");
  check(installation, {.name = "taken back", .caller = As::stranger, .path = path, .status = 404});
}

TEST_F(Templates, BelongToTheirAuthorsAndAdministrators) {
  const std::string by_admin = "/templates/" + make(As::admin, "Official");
  const std::string by_editor = "/templates/" + make(As::editor, "Mine");
  const auto refused = [&](const char* name, Method method, const std::string& path, As caller, unsigned status) {
    check(installation, {.name = name,
                         .caller = caller,
                         .method = method,
                         .path = path,
                         .body = method == Method::put ? R"({"displayName":"Other"})" : "",
                         .status = status});
  };
  refused("an editor changes an administrator's", Method::put, by_admin, As::editor, 403);
  refused("an editor deletes it", Method::delete_, by_admin, As::editor, 403);
  refused("a viewer changes one", Method::put, by_editor, As::viewer, 403);
  refused("a viewer deletes one", Method::delete_, by_editor, As::viewer, 403);
  refused("nobody", Method::delete_, by_editor, As::nobody, 401);
  refused("the program's own", Method::put, "/templates/event", As::admin, 403);
  refused("the program's own", Method::delete_, "/templates/event", As::admin, 403);
  refused("one that is not there", Method::put, "/templates/none", As::admin, 404);
  check(installation, {.name = "an administrator may",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = by_editor,
                       .status = 204,
                       .events = {"template.deleted"}});
  check(installation, {.name = "it is gone", .caller = As::editor, .path = by_editor, .status = 404});
}

TEST_F(Templates, RefuseWhatTheyCannotTake) {
  const auto refused = [&](const std::string& name, const std::string& body, const std::string& path) {
    check(installation, {.name = name,
                         .caller = As::editor,
                         .method = Method::post,
                         .path = "/templates",
                         .body = body,
                         .status = 422,
                         .contains = {R"("path":")" + path + "\""}});
  };
  const std::string of_page = R"(,"pageId":")" + page + "\"}";
  refused("no name", "{" + of_page.substr(1), "/displayName");
  refused("a blank one", R"({"displayName":"  ")" + of_page, "/displayName");
  refused("no page", R"({"displayName":"A"})", "/pageId");
  refused("a long category", R"({"displayName":"A","category":")" + std::string(61, 'c') + "\"" + of_page, "/category");
  refused("a category of two lines", R"({"displayName":"A","category":"a\nb")" + of_page, "/category");
  refused("a tag of two lines", R"({"displayName":"A","tags":["a","b\nc"])" + of_page, "/tags/1");
  refused("a blank tag", R"({"displayName":"A","tags":[" "])" + of_page, "/tags/0");
  refused("something unknown", R"({"displayName":"A","installCount":5)" + of_page, "/installCount");
  const auto status = [&](const std::string& name, As caller, const std::string& body, unsigned expected) {
    check(installation, {.name = name,
                         .caller = caller,
                         .method = Method::post,
                         .path = "/templates",
                         .body = body,
                         .status = expected});
  };
  refused("no such branch", R"({"displayName":"A","branch":"none")" + of_page, "/pageId");
  status("another organisation's page", As::stranger, R"({"displayName":"A")" + of_page, 422);
  status("a viewer", As::viewer, R"({"displayName":"A")" + of_page, 403);
  check(installation, {.name = "a page with no such template",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/pages",
                       .body = R"({"name":"A","templateId":"none"})",
                       .status = 422,
                       .contains = {R"("path":"/templateId")"}});
  check(installation,
        {.name = "a wrong source", .caller = As::viewer, .path = "/templates?source=mine", .status = 400});
  check(installation, {.name = "a wrong order", .caller = As::viewer, .path = "/templates?sort=size", .status = 400});
}

TEST_F(Templates, AreAtMostAThousand) {
  make(As::editor, "First");
  ASSERT_TRUE(installation.run_sql(
      "WITH RECURSIVE numbers (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM numbers WHERE i < 1000) INSERT INTO "
      "page_templates SELECT 't' || i, t.organization_id, t.author_id, 't' || i, 'T', '', '', '[]', 0, 0, 1, 1, '{}', "
      "'t', '' FROM numbers, page_templates t"));
  check(installation, {.name = "one more",
                       .caller = As::editor,
                       .method = Method::post,
                       .path = "/templates",
                       .body = R"({"displayName":"One more","pageId":")" + page + "\"}",
                       .status = 409,
                       .contains = {"at most 1000 templates", "delete some"}});
}

}  // namespace
}  // namespace pagewright::scenarios
