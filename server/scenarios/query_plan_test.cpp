// Every statement that the server runs finds its rows by an index, on both databases.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

// Statements that read a whole table on purpose: the beginning of each, and why.
const std::map<std::string, std::string, std::less<>> whole_tables{
    {"SELECT id, name, slug FROM organisations ORDER BY", "once, when the server starts"},
    {"SELECT o.id FROM organisations o WHERE NOT EXISTS (SELECT 1 FROM audit_heads", "once, when the server starts"},
    {"SELECT content_hash, media_type, body, gzip, brotli FROM artifacts", "once, when the server starts"},
    {"SELECT p.environment_id, e.kind, p.page_id, p.slug, p.is_home", "once, when the server starts"},
    {"SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.role = 'admin'",
     "ends at the first administrator, who is the first user too"},
    {"SELECT id, kind FROM (SELECT id, kind, run_at AS due_at FROM jobs", "reads what two searches by indexes found"},
    {"SELECT l.page_id, p.name, l.form_id, l.form_title", "reads what a search by an index counted"},
    {"DELETE FROM first_run_tokens", "it has one row at most"},
};

constexpr std::string_view a_job = "01945ec3-0000-7000-8000-000000000001";

// A path with values in place of its parameters.
std::string filled(std::string path, const std::map<std::string, std::string>& values) {
  for (const auto& [name, value] : values)
    for (auto at = path.find(':' + name); at != std::string::npos; at = path.find(':' + name))
      path.replace(at, name.size() + 1, value);
  return path;
}

// Makes something of everything that can be listed, and changes it.
std::string make_one_of_each(Installation& installation) {
  const auto expect = [&](As caller, Method method, const std::string& path, const std::string& body, unsigned status) {
    const Answer answer = installation.request(caller, method, path, body);
    EXPECT_EQ(answer.status, status) << path << " " << answer.body;
    return answer;
  };
  const std::string heading = R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":")";
  const std::string id = installation.create_page("Plans", heading + "One\"}}]}");
  const std::string page = "/pages/" + id;
  expect(As::editor, Method::put, page, "{" + heading + "Two\"}}]}}", 200);
  EXPECT_EQ(
      installation.request(As::editor, Method::post, page + "/duplicate", "{}", {{"Idempotency-Key", "k"}}).status,
      201U);
  expect(As::editor, Method::put, page, R"({"name":"Plans and more","description":"New"})", 200);
  expect(As::editor, Method::post, page + "/versions", R"({"message":"Named"})", 201);
  expect(As::editor, Method::post, page + "/branches", R"({"name":"summer"})", 201);
  expect(As::editor, Method::put, page + "?branch=summer", "{" + heading + "Summer\"}}]}}", 200);
  expect(As::admin, Method::patch, page + "/branches/summer", R"({"name":"autumn","isProtected":true})", 200);
  expect(As::editor, Method::put, page + "/tags/launch", R"({"version":1})", 200);
  expect(As::editor, Method::post, page + "/versions/1/restore", "", 201);
  expect(As::editor, Method::post, "/templates", R"({"displayName":"Plans","tags":["plan"],"pageId":")" + id + "\"}",
         201);
  const auto environments = installation.get(As::admin, "/environments").json();
  const std::string environment(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
  expect(As::admin, Method::post, page + "/publish", R"({"environmentId":")" + environment + "\"}", 200);
  const std::string asking = installation.create_page(
      "Ask", R"("structure":{"components":[{"id":"ask","component":"form","children":{"content":[)"
             R"({"id":"name","component":"input","props":{"name":"name"}}]}}]})");
  expect(As::admin, Method::post, "/pages/" + asking + "/publish", R"({"environmentId":")" + environment + "\"}", 200);
  EXPECT_EQ(installation.send_form("/ask?form=ask", "name=Ada").status, 303U);
  expect(As::admin, Method::post, "/webhooks", R"({"url":"http://127.0.0.1:1/hook","events":["*"]})", 201);
  installation.work();
  EXPECT_TRUE(installation.run_sql("INSERT INTO jobs SELECT '" + std::string(a_job) +
                                   "', id, 'mail.send', 'failed', 1, 1, 1, NULL, 1, 1, '', "
                                   "'' FROM organisations WHERE slug <> 'elsewhere'"));
  return id;
}

// Each GET of the API, and each filter and order of the lists.
void look_at_everything(Installation& installation, const std::string& page) {
  const std::map<std::string, std::string> in_pages{{"id", page},         {"number", "1"},   {"other", "2"},
                                                    {"branch", "autumn"}, {"tag", "launch"}, {"node", "h1"}};
  const auto templates = installation.get(As::viewer, "/templates?source=organization").json();
  const std::string a_template(json::find_string(json::find(templates, "items")->get_array()[0], "id").value());
  const auto users = installation.get(As::admin, "/users").json();
  const std::string a_user(json::find_string(json::find(users, "items")->get_array()[0], "id").value());
  const auto webhooks = installation.get(As::admin, "/webhooks").json();
  const std::string a_webhook(json::find_string(json::find(webhooks, "items")->get_array()[0], "id").value());
  const auto deliveries = installation.get(As::admin, "/webhooks/" + a_webhook + "/deliveries").json();
  const std::string a_delivery(json::find_string(json::find(deliveries, "items")->get_array()[0], "id").value());
  const auto submissions = installation.get(As::admin, "/form-submissions").json();
  const std::string a_submission(json::find_string(json::find(submissions, "items")->get_array()[0], "id").value());
  const auto releases = installation.get(As::admin, "/releases").json();
  const json::Value& release = json::find(releases, "items")->get_array()[0];
  const std::string a_release(json::find_string(release, "id").value());
  const std::string an_environment(json::find_string(release, "environmentId").value());
  const std::map<std::string, std::vector<std::string>> queries{
      {"listPages",
       {"?status=draft", "?search=plan", "?status=draft&search=plan&sort=name", "?sort=name", "?sort=-name",
        "?sort=createdAt", "?sort=-createdAt", "?sort=updatedAt", "?sort=-updatedAt", "?status=draft&sort=-updatedAt",
        "?owner=me", "?updatedSince=2026-01-01", "?fields=name", "?trash=true", "?trash=true&status=draft&search=plan",
        "?trash=true&sort=name"}},
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
      {"listReleases",
       {"?environmentId=" + an_environment, "?pageId=" + page, "?environmentId=" + an_environment + "&pageId=" + page}},
      {"listFormSubmissions", {"?pageId=" + page, "?formId=ask", "?pageId=" + page + "&formId=ask"}},
      {"getPage", {"?branch=autumn"}},
      {"exportDesignTokens", {"?format=css"}},
  };
  for (const http::Route& route : installation.application().routes()) {
    constexpr std::string_view base = "/api/v1";
    if (route.method != Method::get || route.operation == "collaborate") continue;
    std::string path = route.pattern.substr(base.size());
    if (path.starts_with("/pages")) path = filled(path, in_pages);
    if (path.starts_with("/components")) path = filled(path, {{"name", "heading"}});
    if (path.starts_with("/templates")) path = filled(path, {{"id", a_template}});
    if (path.starts_with("/users")) path = filled(path, {{"id", a_user}});
    if (path.starts_with("/webhooks")) path = filled(path, {{"id", a_webhook}, {"delivery", a_delivery}});
    if (path.starts_with("/releases")) path = filled(path, {{"id", a_release}});
    if (path.starts_with("/environments")) path = filled(path, {{"id", an_environment}});
    if (path.starts_with("/form-submissions")) path = filled(path, {{"id", a_submission}});
    if (path.starts_with("/jobs")) path = filled(path, {{"id", std::string(a_job)}});
    if (path == "/search") path += "?q=plan";
    std::vector<std::string> variants{""};
    if (const auto found = queries.find(route.operation); found != queries.end())
      variants.insert(variants.end(), found->second.begin(), found->second.end());
    for (const std::string& query : variants) {
      const Answer answer = installation.get(As::admin, path + query);
      EXPECT_EQ(answer.status, 200U) << route.operation << " " << path << query
                                     << " needs an example here: " << answer.body.substr(0, 200);
    }
  }
}

void change_and_remove_everything(Installation& installation, const std::string& page) {
  const auto remove = [&](const std::string& path) {
    const Answer answer = installation.request(As::admin, Method::delete_, path);
    EXPECT_LT(answer.status, 300U) << path << " " << answer.body;
  };
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + std::string(a_job) + "/retry", "").status, 200U);
  EXPECT_EQ(installation.post(As::admin, "/jobs/" + std::string(a_job) + "/cancel", "").status, 200U);
  const Answer signed_in = installation.post(
      As::nobody, "/auth/login", R"({"email":"viewer@riverside.example","password":")" + std::string(password) + "\"}");
  EXPECT_EQ(
      installation.request(As::nobody, Method::post, "/auth/refresh", "", {{"Cookie", signed_in.refresh_cookie()}})
          .status,
      200U);
  const auto webhooks = installation.get(As::admin, "/webhooks").json();
  const std::string a_webhook(json::find_string(json::find(webhooks, "items")->get_array()[0], "id").value());
  EXPECT_EQ(installation.post(As::admin, "/webhooks/" + a_webhook + "/secret").status, 200U);
  EXPECT_EQ(installation.request(As::admin, Method::patch, "/webhooks/" + a_webhook, R"({"events":["page.*"]})").status,
            200U);
  remove("/pages/" + page + "/tags/launch");
  EXPECT_EQ(
      installation.request(As::admin, Method::patch, "/pages/" + page + "/branches/autumn", R"({"isProtected":false})")
          .status,
      200U);
  remove("/pages/" + page + "/branches/autumn");
  EXPECT_EQ(installation
                .put(As::admin, "/pages/" + page + "/owner",
                     R"({"ownerId":")" + installation.get(As::viewer, "/pages/" + page).text("ownerId") + "\"}")
                .status,
            200U);
  const std::string ids = R"({"status":"archived","ids":[")" + page + "\"]}";
  EXPECT_EQ(installation.post(As::admin, "/pages/bulk-status", ids).status, 200U);
  remove("/pages/" + page);
  EXPECT_EQ(installation.post(As::admin, "/pages/" + page + "/restore").status, 200U);
  remove("/pages/" + page);
  remove("/pages/" + page + "?permanent=true");
  remove("/auth/sessions");
  remove("/webhooks/" + a_webhook);
  installation.pass(std::chrono::hours(24 * 60));
  installation.restart_abruptly();
}

TEST(QueryPlans, EveryStatementFindsItsRowsByAnIndex) {
  Installation installation({.is_explained = true, .webhooks = {.reach = outgoing::Reach::anywhere}});
  const std::string page = make_one_of_each(installation);
  look_at_everything(installation, page);
  auto scans = installation.explained().scans();
  change_and_remove_everything(installation, page);
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
