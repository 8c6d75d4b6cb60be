// Who may do what with a page: every route of a page for every access, role and grant, as docs/access.md has it.
#include <gtest/gtest.h>

#include "server/collaboration/page_admission.hpp"
#include "server/http/access_check.hpp"
#include "server/scenarios/api_tokens.hpp"
#include "server/scenarios/editors.hpp"
#include "server/scenarios/observed.hpp"
#include "server/scenarios/one_of_each.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;
using http::PageRights;

constexpr PageRights none{};
constexpr PageRights view{.view = true};
constexpr PageRights edit{.view = true, .edit = true};
constexpr PageRights publish{.view = true, .edit = true, .publish = true};

struct Row {
  std::string access;
  As caller;
  std::string grant;  // empty: none
  PageRights rights;
};

// Of one who is neither the owner nor in the team.
const std::vector<Row> table{
    {"open", As::viewer, "", view},
    {"open", As::viewer, "view", view},
    {"open", As::viewer, "edit", edit},
    {"open", As::viewer, "publish", publish},
    {"open", As::editor, "", edit},
    {"open", As::editor, "view", edit},
    {"open", As::editor, "publish", publish},
    {"limited", As::viewer, "", view},
    {"limited", As::viewer, "edit", edit},
    {"limited", As::editor, "", view},
    {"limited", As::editor, "view", view},
    {"limited", As::editor, "edit", edit},
    {"limited", As::editor, "publish", publish},
    {"restricted", As::viewer, "", none},
    {"restricted", As::viewer, "view", view},
    {"restricted", As::viewer, "edit", edit},
    {"restricted", As::viewer, "publish", publish},
    {"restricted", As::editor, "", none},
    {"restricted", As::editor, "view", view},
    {"restricted", As::editor, "edit", edit},
    {"restricted", As::editor, "publish", publish},
};

std::string id_of(Installation& installation, As caller) {
  return caller == As::viewer ? viewer_id(installation) : editor_id(installation);
}

void set_access(Installation& installation, const std::string& page, const std::string& access) {
  const Answer answer = installation.put(As::admin, "/pages/" + page + "/access", R"({"access":")" + access + "\"}");
  EXPECT_EQ(answer.status, 200U) << answer.body;
  EXPECT_EQ(answer.text("access"), access);
}

void grant(Installation& installation, const std::string& page, const std::string& grantee, const std::string& level) {
  const Answer answer =
      installation.put(As::admin, "/pages/" + page + "/grants/" + grantee, R"({"level":")" + level + "\"}");
  EXPECT_EQ(answer.status, 200U) << answer.body;
  EXPECT_EQ(answer.text("level"), level);
}

void give_to_admin(Installation& installation, const std::string& page) {
  EXPECT_EQ(installation.put(As::admin, "/pages/" + page + "/owner", R"({"ownerId":")" + admin_id(installation) + "\"}")
                .status,
            200U);
}

// A page of the administrator's.
std::string page_of_admin(Installation& installation, const std::string& name, const std::string& more = {}) {
  std::string page = installation.create_page(name, more);
  give_to_admin(installation, page);
  return page;
}

// What the routes answer to a caller with these rights; whoever may not is refused before anything happens.
void expect_rights(Installation& installation, const OneOfEach& made, const Row& row) {
  const auto events = installation.events();
  for (const http::Route& route : installation.application().routes()) {
    const auto right = collaboration::right_of(route);
    if (!right) continue;
    SCOPED_TRACE(route.operation + " " + row.access + " " + row.grant);
    const bool lacks_role = row.caller == As::viewer && route.access == http::Access::page_copy;
    const bool may = row.rights.allow(*right) && !lacks_role;
    if (may && route.method != Method::get) continue;
    const Answer answer =
        installation.request(row.caller, route.method, made.path(route), OneOfEach::example_body(route));
    const unsigned refused = row.rights.view || lacks_role ? 403 : 404;
    EXPECT_EQ(answer.status, may ? 200U : refused) << answer.body;
  }
  EXPECT_EQ(installation.events(), events);
}

void expect_permissions(Installation& installation, const std::string& page, const Row& row) {
  const Answer answer = installation.get(row.caller, "/auth/permissions?page=" + page);
  if (!row.rights.view) {
    EXPECT_EQ(answer.status, 404U) << answer.body;
    return;
  }
  const json::Value permissions = answer.json();
  const json::Value* rights = json::find(permissions, "page");
  ASSERT_NE(rights, nullptr) << answer.body;
  for (const auto right :
       {http::PageRight::view, http::PageRight::edit, http::PageRight::publish, http::PageRight::manage})
    EXPECT_EQ(json::find(*rights, http::name_of(right))->get_bool(), row.rights.allow(right))
        << row.access << " " << row.grant << " " << http::name_of(right);
  const json::Value* operations = json::find(permissions, "operations");
  EXPECT_EQ(json::find(*operations, "updatePage")->get_bool(), row.rights.edit);
  EXPECT_EQ(json::find(*operations, "publishPage")->get_bool(), row.rights.publish);
  EXPECT_EQ(json::find(*operations, "deletePage")->get_bool(), false);
}

TEST(PageAccess, EveryRouteOfAPageFollowsTheTable) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const std::string& page = made.page();
  give_to_admin(installation, page);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + page + "/team", R"({"teamId":null})").status, 200U);
  EXPECT_EQ(installation.remove(As::admin, "/pages/" + page + "/grants/" + viewer_id(installation)).status, 204U);
  for (const Row& row : table) {
    set_access(installation, page, row.access);
    const std::string grantee = id_of(installation, row.caller);
    if (!row.grant.empty()) grant(installation, page, grantee, row.grant);
    expect_rights(installation, made, row);
    expect_permissions(installation, page, row);
    if (!row.grant.empty())
      EXPECT_EQ(installation.remove(As::admin, "/pages/" + page + "/grants/" + grantee).status, 204U);
  }
}

// Not even the sentence tells a hidden page from one that does not exist.
TEST(PageAccess, AHiddenPageIsLikeNone) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  give_to_admin(installation, made.page());
  EXPECT_EQ(installation.put(As::admin, "/pages/" + made.page() + "/team", R"({"teamId":null})").status, 200U);
  set_access(installation, made.page(), "restricted");
  for (const http::Route& route : installation.application().routes()) {
    if (!collaboration::right_of(route)) continue;
    SCOPED_TRACE(route.operation);
    const std::string body = OneOfEach::example_body(route);
    const Answer hidden = installation.request(As::editor, route.method, made.path(route), body);
    EXPECT_EQ(hidden.status, 404U);
    EXPECT_EQ(hidden.body, installation.request(As::editor, route.method, made.path_to_nothing(route), body).body);
  }
}

TEST(PageAccess, AHiddenPageIsInNoList) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const std::string& page = made.page();
  const std::string asking = text_of(installation, "SELECT page_id FROM form_submissions ORDER BY id DESC LIMIT 1");
  const std::string trashed = page_of_admin(installation, "Quillfeather trash");
  for (const std::string& id : {page, asking}) give_to_admin(installation, id);
  EXPECT_EQ(installation.put(As::admin, "/pages/" + page + "/team", R"({"teamId":null})").status, 200U);
  EXPECT_EQ(installation.remove(As::admin, "/pages/" + page + "/grants/" + viewer_id(installation)).status, 204U);
  for (const std::string& id : {page, asking, trashed}) set_access(installation, id, "restricted");
  EXPECT_EQ(installation.remove(As::admin, "/pages/" + trashed).status, 204U);
  const std::string& environment = made.id_in("/environments");
  for (const std::string& path : std::vector<std::string>{
           "/pages", "/pages?trash=true", "/pages?search=quillfeather", "/search?q=quillfeather", "/releases",
           "/releases?pageId=" + page, "/environments/" + environment + "/pages", "/forms", "/form-submissions",
           "/form-submissions?pageId=" + asking, "/form-submissions/export", "/components/heading/upgrade",
           "/components/heading/usage"}) {
    SCOPED_TRACE(path);
    const Answer seen = installation.get(As::editor, path);
    EXPECT_EQ(seen.status, 200U);
    for (const std::string& id : {page, asking, trashed}) EXPECT_EQ(seen.body.find(id), std::string::npos) << seen.body;
    EXPECT_EQ(seen.body.find("Quillfeather plans and more"), std::string::npos) << seen.body;
    EXPECT_EQ(seen.body.find("/quillfeather-plans-and-more"), std::string::npos) << seen.body;
  }
  EXPECT_EQ(installation.get(As::editor, "/form-submissions/" + made.id_in("/form-submissions")).status, 404U);
  EXPECT_EQ(json::find(installation.get(As::editor, "/releases?pageId=" + page).json(), "total")->get_int64(), 0);
  // Its release names no address of it either, where that was looked at.
  EXPECT_NE(installation.get(As::admin, "/releases").body.find(R"("path":"/quillfeather-plans-and-more","status":200)"),
            std::string::npos);
  const auto listed = [&](As caller) {
    return json::find(installation.get(caller, "/pages?search=quillfeather").json(), "total")->get_int64();
  };
  EXPECT_EQ(listed(As::viewer), 1);  // the duplicate that the editor has made
  grant(installation, page, viewer_id(installation), "view");
  EXPECT_EQ(listed(As::viewer), 2);
  EXPECT_EQ(listed(As::admin), 2);
}

TEST(PageAccess, SubmissionsAreForThoseWhoEditThePage) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const std::string asking = text_of(installation, "SELECT page_id FROM form_submissions ORDER BY id DESC LIMIT 1");
  give_to_admin(installation, asking);
  const auto total = [&] {
    return json::find(installation.get(As::editor, "/form-submissions").json(), "total")->get_int64();
  };
  EXPECT_EQ(total(), 1);
  set_access(installation, asking, "limited");
  EXPECT_EQ(total(), 0);
  EXPECT_EQ(installation.get(As::editor, "/forms").body, R"({"items":[]})");
  grant(installation, asking, editor_id(installation), "view");
  EXPECT_EQ(total(), 0);
  grant(installation, asking, editor_id(installation), "edit");
  EXPECT_EQ(total(), 1);
}

TEST(PageAccess, AGrantRaisesAViewer) {
  Installation installation;
  const std::string page = page_of_admin(installation, "Menu", two_headings);
  const std::string path = "/pages/" + page;
  check(installation, {.name = "a viewer looks",
                       .caller = As::viewer,
                       .method = Method::put,
                       .path = path,
                       .body = R"({"description":"Mine"})",
                       .status = 403});
  check(installation, {.name = "shared",
                       .caller = As::admin,
                       .method = Method::put,
                       .path = path + "/grants/" + viewer_id(installation),
                       .body = R"({"level":"edit"})",
                       .contains = {R"("kind":"user")", "viewer@riverside.example", R"("level":"edit")"},
                       .events = {"page.shared"}});
  check(installation, {.name = "nothing new is no event",
                       .caller = As::admin,
                       .method = Method::put,
                       .path = path + "/grants/" + viewer_id(installation),
                       .body = R"({"level":"edit"})"});
  check(installation, {.name = "edits",
                       .caller = As::viewer,
                       .method = Method::put,
                       .path = path,
                       .body = R"({"layout":{"title":"Mine"}})",
                       .contains = {"Mine"},
                       .events = {"page.updated"}});
  const std::string here = R"({"environmentId":")" +
                           text_of(installation,
                                   "SELECT id FROM environments WHERE organization_id = (SELECT "
                                   "organization_id FROM pages LIMIT 1) ORDER BY id LIMIT 1") +
                           "\"}";
  EXPECT_EQ(installation.post(As::viewer, path + "/publish", here).status, 403U);
  grant(installation, page, viewer_id(installation), "publish");
  EXPECT_EQ(installation.post(As::viewer, path + "/publish", here).status, 200U);
  EXPECT_EQ(installation.put(As::viewer, path, R"({"status":"draft"})").status, 200U);
  EXPECT_EQ(installation.post(As::viewer, "/pages", R"({"name":"Mine"})").status, 403U);
  check(installation, {.name = "not shared any more",
                       .caller = As::admin,
                       .method = Method::delete_,
                       .path = path + "/grants/" + viewer_id(installation),
                       .status = 204,
                       .events = {"page.unshared"}});
  EXPECT_EQ(installation.put(As::viewer, path, R"({"description":"Mine"})").status, 403U);
}

TEST(PageAccess, OnlyWhoMayPublishTakesAPageOffline) {
  Installation installation;
  const std::string page = installation.create_page("Menu", two_headings);
  publish_somewhere(installation, page);
  const std::string bulk = R"({"status":"draft","ids":[")" + page + "\"]}";
  EXPECT_EQ(installation.put(As::editor, "/pages/" + page, R"({"status":"draft"})").status, 403U);
  EXPECT_EQ(installation.post(As::editor, "/pages/bulk-status", bulk).status, 403U);
  grant(installation, page, editor_id(installation), "publish");
  EXPECT_EQ(installation.post(As::editor, "/pages/bulk-status", bulk).status, 200U);
}

TEST(PageAccess, ApiTokensMayWhatTheirOwnerMay) {
  Installation installation;
  const std::string page = page_of_admin(installation, "Menu");
  const TokenCaller token = TokenCaller::with_every_scope(installation, As::viewer);
  set_access(installation, page, "restricted");
  EXPECT_EQ(token.get("/pages/" + page).status, 404U);
  EXPECT_EQ(token.get("/pages").body.find(page), std::string::npos);
  grant(installation, page, viewer_id(installation), "edit");
  EXPECT_EQ(token.request(Method::put, "/pages/" + page, R"({"description":"x"})").status, 200U);
  const TokenCaller reader(installation, As::viewer, {"pages:read"});
  EXPECT_EQ(reader.get("/pages/" + page).status, 200U);
  EXPECT_EQ(reader.request(Method::put, "/pages/" + page, R"({"description":"y"})").status, 403U);
}

TEST(PageAccess, SeveralPagesAtOnceAskForEach) {
  Installation installation;
  const std::string mine = installation.create_page("Mine");
  const std::string hidden = page_of_admin(installation, "Hidden");
  const std::string limited = page_of_admin(installation, "Limited");
  set_access(installation, hidden, "restricted");
  set_access(installation, limited, "limited");
  const auto archive = [&](const std::string& id) {
    return installation.post(As::editor, "/pages/bulk-status",
                             R"({"status":"archived","ids":[")" + mine + R"(",")" + id + "\"]}");
  };
  EXPECT_EQ(archive(hidden).status, 422U);
  EXPECT_NE(archive(hidden).body.find("/ids/1"), std::string::npos);
  EXPECT_EQ(archive(limited).status, 403U);
  EXPECT_EQ(installation.get(As::editor, "/pages/" + mine).text("status"), "draft");
}

TEST(PageAccess, ACopyIsAsHiddenAsTheOriginal) {
  Installation installation;
  const std::string page = page_of_admin(installation, "Plans");
  const std::string from_page = R"({"displayName":"Plans","pageId":")" + page + "\"}";
  set_access(installation, page, "restricted");
  EXPECT_EQ(installation.post(As::editor, "/templates", from_page).status, 422U);
  grant(installation, page, editor_id(installation), "view");
  EXPECT_EQ(installation.post(As::editor, "/templates", from_page).status, 201U);
  const Answer copy = installation.post(As::editor, "/pages/" + page + "/duplicate", "{}");
  ASSERT_EQ(copy.status, 201U) << copy.body;
  EXPECT_EQ(copy.text("access"), "restricted");
  EXPECT_EQ(installation.get(As::viewer, "/pages/" + copy.text("id")).status, 404U);
}

// The paths that are taken most.
TEST(PageAccess, AnOpenPageCostsNoStatementMore) {
  Installation installation({.is_explained = true});
  const std::string page = page_of_admin(installation, "Menu", two_headings);
  const auto statements_of = [&](As caller, Method method, const std::string& body) {
    const auto before = installation.explained().statements();
    EXPECT_EQ(installation.request(caller, method, "/pages/" + page, body).status, 200U);
    return installation.explained().statements() - before;
  };
  for (const As caller : {As::viewer, As::editor, As::admin}) {
    statements_of(caller, Method::get, "");  // who calls is asked once in a while
    EXPECT_EQ(statements_of(caller, Method::get, ""), 0U);
  }
  const auto body = [](int i) { return R"({"layout":{"title":")" + std::to_string(i) + "\"}}"; };
  statements_of(As::admin, Method::put, body(1));
  EXPECT_EQ(statements_of(As::editor, Method::put, body(2)), statements_of(As::admin, Method::put, body(3)));
  set_access(installation, page, "restricted");
  grant(installation, page, editor_id(installation), "edit");
  EXPECT_EQ(statements_of(As::editor, Method::get, ""), 1U);
}

TEST(PageAccess, AListIsOneQueryHoweverManyAreHidden) {
  Installation installation({.is_explained = true});
  const auto statements = [&] {
    const auto before = installation.explained().statements();
    EXPECT_EQ(installation.get(As::editor, "/pages?limit=100").status, 200U);
    return installation.explained().statements() - before;
  };
  set_access(installation, page_of_admin(installation, "One"), "restricted");
  statements();
  const auto with_one = statements();
  for (int i = 0; i < 5; ++i) set_access(installation, page_of_admin(installation, "Page"), "restricted");
  EXPECT_EQ(statements(), with_one);
}

}  // namespace
}  // namespace pagewright::scenarios
