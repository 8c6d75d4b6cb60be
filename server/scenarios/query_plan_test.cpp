// Every statement that the server runs finds its rows by an index, on both databases.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "server/http/access_check.hpp"
#include "server/scenarios/one_of_each.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

// Statements that read a whole table on purpose: the beginning of each, and why.
const std::map<std::string, std::string, std::less<>> whole_tables{
    {"SELECT id, name, slug FROM organisations ORDER BY", "once, when the server starts"},
    {"SELECT o.id FROM organisations o WHERE NOT EXISTS (SELECT 1 FROM audit_heads", "once, when the server starts"},
    {"SELECT content_hash, media_type, body, gzip, brotli FROM artifacts", "once, when the server starts"},
    {"SELECT environment_id, page_id, slug, is_home, first_published_at", "once, when the server starts"},
    {"SELECT e.id, e.organization_id, e.name, e.kind, e.path, e.base_url, e.has_own_base_url, e.access, "
     "e.password_hash, "
     "e.pass_key, e.created_at, e.updated_at, v.page_id, b.name, v.expires_at FROM environments e LEFT JOIN "
     "preview_environments v ON v.environment_id = e.id LEFT JOIN page_branches b ON b.page_id = v.page_id AND b.id = "
     "v.branch_id ORDER BY",
     "once, when the server starts"},
    {"SELECT v.environment_id, g.organization_id, v.page_id, v.branch_id, b.name, v.expires_at",
     "there are few previews"},
    {"SELECT id, organization_id, kind FROM environments ORDER BY id", "once an hour: there are few"},
    {"SELECT environment_id, host FROM environment_hosts ORDER BY", "once, when the server starts"},
    {"SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.role = 'admin'",
     "ends at the first administrator, who is the first user too"},
    {"SELECT id, kind FROM (SELECT id, kind, run_at AS due_at FROM jobs", "reads what two searches by indexes found"},
    {"SELECT l.page_id, p.name, l.form_id, l.form_title", "reads what a search by an index counted"},
    {"DELETE FROM first_run_tokens", "it has one row at most"},
};

// Each GET of the API, and each filter and order of the lists.
void look_at_everything(Installation& installation, const OneOfEach& made) {
  const std::string& page = made.page();
  const std::string& environment = made.id_in("/environments");
  const std::map<std::string, std::vector<std::string>> queries{
      {"listPages",
       {"?status=draft", "?search=plan", "?status=draft&search=plan&sort=name", "?sort=name", "?sort=-name",
        "?sort=createdAt", "?sort=-createdAt", "?sort=updatedAt", "?sort=-updatedAt", "?status=draft&sort=-updatedAt",
        "?owner=me", "?team=" + made.id_in("/teams"), "?updatedSince=2026-01-01", "?fields=name", "?trash=true",
        "?trash=true&status=draft&search=plan", "?trash=true&sort=name"}},
      {"listTeams", {"?search=quill", "?mine=true"}},
      {"findGrantees", {"?search=ada"}},
      {"findReaders", {"?search=ada"}},
      {"listThreads", {"?state=resolved", "?state=all&node=h1"}},
      {"getPermissions", {"?page=" + page}},
      {"listVersions", {"?branch=autumn", "?tag=launch", "?branch=main&tag=launch"}},
      {"listUsers", {"?search=ada", "?role=admin", "?search=ada&role=admin"}},
      {"listJobs", {"?state=failed", "?kind=mail.send", "?state=failed&kind=mail.send"}},
      {"listDeliveries", {"?state=failed", "?event=page.created", "?event=page.*"}},
      {"listAuditLog",
       {"?action=page.created", "?action=page.*", "?subject=" + page, "?actor=" + page, "?from=2026-01-01",
        "?cursor=5"}},
      {"listTemplates",
       {"?search=plan", "?category=News", "?tag=plan", "?source=organization", "?source=marketplace", "?sort=-name",
        "?sort=-installs", "?sort=-createdAt", "?source=organization&sort=-installs"}},
      {"listComponents",
       {"?search=quill", "?source=custom&category=content", "?visibility=organization", "?trash=true", "?limit=1"}},
      {"listGalleryComponents", {"?search=quill", "?category=content"}},
      {"listReleases",
       {"?environmentId=" + environment, "?pageId=" + page, "?environmentId=" + environment + "&pageId=" + page}},
      {"listFormSubmissions", {"?pageId=" + page, "?formId=ask", "?pageId=" + page + "&formId=ask"}},
      {"listAssets", {"?search=quill", "?kind=picture", "?kind=picture&search=quill", "?cursor=" + page}},
      {"getPage", {"?branch=autumn"}},
      {"exportDesignTokens", {"?format=css"}},
  };
  for (const http::Route& route : installation.application().routes()) {
    if (route.method != Method::get || route.operation == "collaborate") continue;
    const std::string path = made.path(route);
    std::vector<std::string> variants{""};
    if (const auto found = queries.find(route.operation); found != queries.end())
      variants.insert(variants.end(), found->second.begin(), found->second.end());
    for (const std::string& query : variants) {
      const Answer answer = installation.get(As::admin, path + query);
      EXPECT_EQ(answer.status, 200U) << route.operation << " " << path << query
                                     << " needs an example here: " << answer.body.substr(0, 200);
      // What not everybody may see is left out by other statements.
      if (http::usual_role(route.access) == http::Role::viewer)
        EXPECT_LT(installation.get(As::viewer, path + query).status, 500U);
      if (http::usual_role(route.access) <= http::Role::editor)
        EXPECT_LT(installation.get(As::editor, path + query).status, 500U);
    }
  }
}

void change_and_remove_everything(Installation& installation, const OneOfEach& made) {
  const std::string page = "/pages/" + made.page();
  const std::string job = "/jobs/" + made.id_in("/jobs");
  const std::string webhook = "/webhooks/" + made.id_in("/webhooks");
  const auto remove = [&](const std::string& path) {
    const Answer answer = installation.request(As::admin, Method::delete_, path);
    EXPECT_LT(answer.status, 300U) << path << " " << answer.body;
  };
  EXPECT_EQ(installation.post(As::admin, job + "/retry", "").status, 200U);
  EXPECT_EQ(installation.post(As::admin, job + "/cancel", "").status, 200U);
  const Answer signed_in = installation.post(
      As::nobody, "/auth/login", R"({"email":"viewer@riverside.example","password":")" + std::string(password) + "\"}");
  EXPECT_EQ(
      installation.request(As::nobody, Method::post, "/auth/refresh", "", {{"Cookie", signed_in.refresh_cookie()}})
          .status,
      200U);
  EXPECT_EQ(installation.post(As::admin, webhook + "/secret").status, 200U);
  EXPECT_EQ(installation.request(As::admin, Method::patch, webhook, R"({"events":["page.*"]})").status, 200U);
  remove(page + "/tags/launch");
  const std::string team = "/teams/" + made.id_in("/teams");
  EXPECT_EQ(installation.request(As::admin, Method::patch, team, R"({"name":"Quills"})").status, 200U);
  EXPECT_EQ(installation.put(As::admin, page + "/access", R"({"access":"restricted"})").status, 200U);
  EXPECT_EQ(installation.get(As::viewer, page).status, 200U);
  EXPECT_EQ(installation.put(As::admin, page + "/access", R"({"access":"open"})").status, 200U);
  EXPECT_EQ(installation.put(As::admin, page + "/team", R"({"teamId":null})").status, 200U);
  EXPECT_EQ(
      installation.request(As::admin, Method::patch, page + "/branches/autumn", R"({"isProtected":false})").status,
      200U);
  remove(page + "/branches/autumn");
  EXPECT_EQ(installation
                .put(As::admin, page + "/owner",
                     R"({"ownerId":")" + installation.get(As::viewer, page).text("ownerId") + "\"}")
                .status,
            200U);
  const std::string ids = R"({"status":"archived","ids":[")" + made.page() + "\"]}";
  EXPECT_EQ(installation.post(As::admin, "/pages/bulk-status", ids).status, 200U);
  remove(page);
  EXPECT_EQ(installation.post(As::admin, page + "/restore").status, 200U);
  remove(page);
  remove(page + "?permanent=true");
  EXPECT_EQ(installation.request(As::admin, Method::patch, "/components/promo", R"({"visibility":"private"})").status,
            200U);
  remove("/components/promo");
  EXPECT_EQ(installation.post(As::admin, "/components/promo/restore").status, 200U);
  EXPECT_EQ(installation.post(As::admin, "/component-gallery/" + made.id_in("/component-gallery") + "/install").status,
            201U);
  remove("/auth/sessions");
  remove("/api-tokens/" + made.id_in("/api-tokens"));
  remove(webhook);
  remove(team);
  remove("/assets/" + made.id_in("/assets"));
  installation.pass(std::chrono::hours(24 * 60));
  installation.restart_abruptly();
}

TEST(QueryPlans, EveryStatementFindsItsRowsByAnIndex) {
  Installation installation({.is_explained = true, .webhooks = {.reach = outgoing::Reach::anywhere}});
  const OneOfEach made(installation);
  look_at_everything(installation, made);
  auto scans = installation.explained().scans();
  change_and_remove_everything(installation, made);
  const auto later = installation.explained().scans();
  scans.insert(scans.end(), later.begin(), later.end());
  for (const auto& [step, sql] : scans) {
    const bool is_meant =
        std::ranges::any_of(whole_tables, [&](const auto& known) { return sql.starts_with(known.first); });
    EXPECT_TRUE(is_meant) << step << "\n" << sql;
  }
}

// The test above proves nothing unless a statement without an index is seen.
TEST(QueryPlans, AStatementWithoutAnIndexIsSeen) {
  Installation installation({.people = false, .is_explained = true});
  const auto before = installation.explained().scans().size();
  installation.count("SELECT COUNT(*) FROM pages WHERE id = 'x'");
  EXPECT_EQ(installation.explained().scans().size(), before);
  const std::string unindexed = "SELECT COUNT(*) FROM pages WHERE description = 'x'";
  installation.count(unindexed);
  ASSERT_EQ(installation.explained().scans().size(), before + 1);
  EXPECT_EQ(installation.explained().scans().back().sql, unindexed);
}

}  // namespace
}  // namespace pagewright::scenarios
