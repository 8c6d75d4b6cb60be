// API tokens: who makes them, what they open, what stays closed, and how they end.
#include <gtest/gtest.h>

#include "server/api/description.hpp"
#include "server/api_tokens/api_token_service.hpp"
#include "server/api_tokens/token_authenticator.hpp"
#include "server/api_tokens/token_text.hpp"
#include "server/scenarios/api_tokens.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;
using namespace std::chrono_literals;

constexpr const char* heading =
    R"("structure":{"components":[{"id":"h1","component":"heading","props":{"text":"One"}}]})";

Answer make(Installation& installation, As caller, const std::string& body) {
  return installation.post(caller, "/auth/api-tokens", body);
}

// Until what the server writes beside a request has been written.
void wait_for_writes(Installation& installation) {
  EXPECT_TRUE(installation.run_sql("UPDATE organisations SET name = name WHERE id = ''"));
}

TEST(ApiTokens, AreShownOnceAndKeptAsHashes) {
  Installation installation;
  const Answer made =
      make(installation, As::editor, R"({"name":" Import ","scopes":["pages:write","pages:read","pages:write"]})");
  ASSERT_EQ(made.status, 201U) << made.body;
  const std::string token = made.text("token");
  EXPECT_TRUE(api_tokens::is_token(token));
  EXPECT_NE(made.body.find(R"("name":"Import","prefix":")" + token.substr(0, 9) +
                           R"(","scopes":["pages:read","pages:write"],"owner":{)"),
            std::string::npos)
      << made.body;
  EXPECT_EQ(installation.events(), std::vector<std::string>{"api_token.created"});
  const std::string secret = token.substr(9);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM audit_log WHERE detail LIKE '%" + secret + "%'"), 0);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM outbox WHERE payload LIKE '%" + secret + "%'"), 0);
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM api_tokens WHERE token_hash LIKE '%" + secret + "%'"), 0);
  check(installation, {.name = "one's own list",
                       .caller = As::editor,
                       .path = "/auth/api-tokens",
                       .contains = {"Import", R"("expiresAt":null,"lastUsedAt":null)"},
                       .absent = {secret}});
  check(installation,
        {.name = "nobody else's", .caller = As::viewer, .path = "/auth/api-tokens", .absent = {"Import"}});
}

TEST(ApiTokens, BodiesAreChecked) {
  Installation installation;
  check(installation, {.name = "nothing",
                       .caller = As::viewer,
                       .method = Method::post,
                       .path = "/auth/api-tokens",
                       .body = "{}",
                       .status = 422,
                       .contains = {"/name", "/scopes", "is required"}});
  check(installation, {.name = "no scope, a past expiry",
                       .caller = As::viewer,
                       .method = Method::post,
                       .path = "/auth/api-tokens",
                       .body = R"({"name":"A","scopes":["pages:read","pages:*"],"expiresAt":"2001-01-01T00:00:00Z"})",
                       .status = 422,
                       .contains = {"/scopes/1", "invalid_scope", "/expiresAt", "must be in the future"},
                       .absent = {"/scopes/0"}});
  check(installation, {.name = "members that only the server sets",
                       .caller = As::viewer,
                       .method = Method::post,
                       .path = "/auth/api-tokens",
                       .body = R"({"name":"A","scopes":["pages:read"],"userId":"x","role":"admin"})",
                       .status = 422,
                       .contains = {"/userId", "/role"}});
}

TEST(ApiTokens, AMemberHasAtMostFifty) {
  Installation installation;
  const std::string body = R"({"name":"A","scopes":["pages:read"]})";
  for (int i = 0; i < 50; ++i) ASSERT_EQ(make(installation, As::viewer, body).status, 201U);
  EXPECT_EQ(make(installation, As::viewer, body).status, 409U);
  EXPECT_EQ(make(installation, As::editor, body).status, 201U);
}

// Deleting a published page takes it off its sites, which is what the scope "publish" is for.
TEST(ApiTokens, TakeNothingOffItsSitesWithoutTheScope) {
  Installation installation;
  const TokenCaller deleter(installation, As::admin, {"pages:delete"});
  const TokenCaller publisher(installation, As::admin, {"pages:delete", "publish"});
  const std::string draft = "/pages/" + installation.create_page("Draft", heading);
  const std::string page = "/pages/" + installation.create_page("Plans", heading);
  const auto environments = installation.get(As::admin, "/environments").json();
  const std::string production(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
  ASSERT_EQ(installation.post(As::admin, page + "/publish", R"({"environmentId":")" + production + "\"}").status, 200U);
  EXPECT_EQ(deleter.request(Method::delete_, draft).status, 204U);
  EXPECT_EQ(deleter.request(Method::delete_, page).status, 403U);
  EXPECT_TRUE(installation.sites().current()->artifacts().contains("/plans"));
  EXPECT_EQ(publisher.request(Method::delete_, page).status, 204U);
}

TEST(ApiTokens, OpenWhatTheirScopesName) {
  Installation installation;
  const TokenCaller reader(installation, As::admin, {"pages:read"});
  const TokenCaller writer(installation, As::admin, {"pages:write"});
  const std::string page = "/pages/" + installation.create_page("Plans", heading);
  EXPECT_EQ(reader.get(page).text("name"), "Plans");
  EXPECT_EQ(writer.get(page).status, 403U);
  EXPECT_EQ(writer.request(Method::put, page, R"({"name":"More"})").status, 200U);
  const Answer refused = reader.request(Method::put, page, R"({"name":"Less"})");
  EXPECT_EQ(refused.status, 403U);
  EXPECT_NE(refused.body.find("pages:write"), std::string::npos) << refused.body;
  EXPECT_EQ(reader.get(page).text("name"), "More");
  EXPECT_EQ(reader.get("/auth/me").text("email"), "admin@riverside.example");  // every token may
}

TEST(ApiTokens, FindOnlyWhatTheirScopesNameInASearch) {
  Installation installation;
  const std::string page = installation.create_page("Heading north");
  const std::string by_admin = installation.get(As::admin, "/search?q=e").body;
  const std::string by_token = TokenCaller(installation, As::admin, {"pages:read"}).get("/search?q=e").body;
  EXPECT_NE(by_admin.find(page), std::string::npos) << by_admin;
  EXPECT_NE(by_admin.find("editor@riverside.example"), std::string::npos) << by_admin;
  EXPECT_NE(by_token.find(page), std::string::npos) << by_token;
  EXPECT_EQ(by_token.find("riverside.example"), std::string::npos) << by_token;
  EXPECT_EQ(by_token.find(R"("kind":"component")"), std::string::npos) << by_token;
}

TEST(ApiTokens, NeverAllowMoreThanTheirOwnerMayNow) {
  Installation installation;
  const TokenCaller token(installation, As::editor, {"pages:read", "pages:write", "members:read", "publish"});
  EXPECT_EQ(token.get("/users").status, 403U);
  EXPECT_EQ(token.request(Method::post, "/pages", R"({"name":"One"})").status, 201U);
  const std::string editor = "/users/" + editor_id(installation);
  EXPECT_EQ(patch(installation, As::admin, editor, R"({"role":"viewer"})").status, 200U);
  EXPECT_EQ(token.request(Method::post, "/pages", R"({"name":"Two"})").status, 403U);
  EXPECT_EQ(token.get("/pages").status, 200U);
  EXPECT_EQ(patch(installation, As::admin, editor, R"({"isActive":false})").status, 200U);
  EXPECT_EQ(token.get("/pages").status, 401U);
  EXPECT_EQ(patch(installation, As::admin, editor, R"({"isActive":true})").status, 200U);
  EXPECT_EQ(token.get("/pages").status, 200U);
}

TEST(ApiTokens, EndWithTheMembershipForGood) {
  Installation installation;
  const TokenCaller token(installation, As::editor, {"pages:read"});
  EXPECT_EQ(token.get("/pages").status, 200U);
  const std::string id = editor_id(installation);
  EXPECT_EQ(installation.remove(As::admin, "/users/" + id).status, 204U);
  EXPECT_EQ(token.get("/pages").status, 401U);
  ASSERT_TRUE(installation.run_sql("INSERT INTO memberships SELECT id, '" + id +
                                   "', 'editor', 1, NULL FROM organisations WHERE slug <> 'elsewhere'"));
  installation.pass(10s);
  EXPECT_EQ(token.get("/pages").status, 401U);
}

TEST(ApiTokens, AreRevokedAtOnceByTheirOwner) {
  Installation installation;
  const TokenCaller token(installation, As::editor, {"pages:read"});
  EXPECT_EQ(token.get("/pages").status, 200U);
  const std::string path = "/auth/api-tokens/" + token.id();
  EXPECT_EQ(installation.remove(As::admin, path).status, 404U);  // somebody else's, as one's own
  EXPECT_EQ(installation.remove(As::stranger, path).status, 404U);
  check(installation, {.name = "its owner's",
                       .caller = As::editor,
                       .method = Method::delete_,
                       .path = path,
                       .status = 204,
                       .events = {"api_token.revoked"}});
  EXPECT_EQ(token.get("/pages").status, 401U);
  EXPECT_EQ(installation.remove(As::editor, path).status, 404U);
}

TEST(ApiTokens, AreListedAndRevokedByAdministrators) {
  Installation installation;
  const TokenCaller token(installation, As::editor, {"pages:read"});
  const TokenCaller other(installation, As::stranger, {"pages:read"});
  check(installation, {.name = "the organisation's",
                       .caller = As::admin,
                       .path = "/api-tokens?limit=1",
                       .contains = {token.id(), "editor@riverside.example", "\"total\":1"},
                       .absent = {other.id()}});
  EXPECT_EQ(installation.get(As::editor, "/api-tokens").status, 403U);
  EXPECT_EQ(installation.remove(As::editor, "/api-tokens/" + token.id()).status, 403U);
  EXPECT_EQ(installation.remove(As::admin, "/api-tokens/" + other.id()).status, 404U);
  EXPECT_EQ(token.get("/pages").status, 200U);
  EXPECT_EQ(installation.remove(As::admin, "/api-tokens/" + token.id()).status, 204U);
  EXPECT_EQ(token.get("/pages").status, 401U);
  EXPECT_EQ(other.get("/pages").status, 200U);
}

TEST(ApiTokens, Expire) {
  Installation installation;
  const std::string expiry = to_iso8601(installation.now() + 3'600'000);
  const Answer made =
      make(installation, As::editor, R"({"name":"A","scopes":["pages:read"],"expiresAt":")" + expiry + "\"}");
  const TokenCaller token(installation, made);
  EXPECT_EQ(token.get("/pages").status, 200U);
  installation.pass(3'598s);
  EXPECT_EQ(token.get("/pages").status, 200U);  // known from now on, and still refused when its time has come
  installation.pass(3s);
  EXPECT_EQ(token.get("/pages").status, 401U);
}

TEST(ApiTokens, StayInTheirOrganisation) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Secret plans");
  const TokenCaller stranger(installation, As::stranger, {"pages:read", "pages:write"});
  EXPECT_EQ(stranger.get(page).status, 404U);
  EXPECT_EQ(stranger.request(Method::put, page, R"({"name":"Mine"})").status, 404U);
  EXPECT_EQ(stranger.get("/pages").body.find("Secret"), std::string::npos);
}

TEST(ApiTokens, UnknownAndDamagedOnesAreRefused) {
  Installation installation;
  const TokenCaller token(installation, As::admin, {"pages:read"});
  for (const std::string& text : {api_tokens::new_token(), std::string("pw_"), token.text() + "x",
                                  token.text().substr(0, 48), "P" + token.text()})
    EXPECT_EQ(installation.request(As::nobody, Method::get, "/pages", "", {{"Authorization", "Bearer " + text}}).status,
              401U);
}

// Whatever concerns the account itself needs somebody who is signed in.
TEST(ApiTokens, DoNotOpenTheAccount) {
  Installation installation;
  const TokenCaller token = TokenCaller::with_every_scope(installation, As::admin);
  const std::string mine = "/auth/api-tokens/" + token.id();
  for (const auto& [method, path, body] : std::vector<std::tuple<Method, std::string, std::string>>{
           {Method::patch, "/auth/me", R"({"name":"Eve"})"},
           {Method::put, "/auth/password", R"({"currentPassword":"x","newPassword":"a new long password"})"},
           {Method::get, "/auth/sessions", ""},
           {Method::delete_, "/auth/sessions", ""},
           {Method::get, "/auth/organizations", ""},
           {Method::get, "/auth/api-tokens", ""},
           {Method::post, "/auth/api-tokens", R"({"name":"More","scopes":["pages:read"]})"},
           {Method::delete_, mine, ""},
           {Method::get, "/api-tokens", ""},
           {Method::post, "/users/" + editor_id(installation) + "/password-reset", ""}}) {
    const Answer answer = token.request(method, path, body);
    EXPECT_EQ(answer.status, 403U) << path;
    EXPECT_NE(answer.body.find("sign in"), std::string::npos) << answer.body;
  }
}

// Otherwise scopes would hold nobody: a new administrator has no token's limits.
TEST(ApiTokens, MakeNobodyAnAdministratorAndMoveNoAddress) {
  Installation installation;
  const TokenCaller token = TokenCaller::with_every_scope(installation, As::admin);
  const std::string editor = "/users/" + editor_id(installation);
  EXPECT_EQ(token.request(Method::patch, editor, R"({"role":"admin"})").status, 403U);
  EXPECT_EQ(token.request(Method::patch, editor, R"({"email":"eve@example.org"})").status, 403U);
  EXPECT_EQ(token.request(Method::post, "/invitations", R"({"email":"eve@example.org","role":"admin"})").status, 403U);
  const Answer invited = invite(installation, "grace@example.org", "admin");
  const json::Value body = invited.json();
  const std::string invitation(json::find_string(*json::find(body, "invitation"), "id").value_or(""));
  EXPECT_EQ(token.request(Method::post, "/invitations/" + invitation + "/send").status, 403U);

  EXPECT_EQ(token.request(Method::patch, editor, R"({"role":"viewer"})").status, 200U);
  EXPECT_EQ(token.request(Method::post, "/invitations", R"({"email":"eve@example.org","role":"editor"})").status, 201U);
}

TEST(ApiTokens, PublishOnlyWithThatScope) {
  Installation installation;
  const std::string page = "/pages/" + installation.create_page("Plans", heading);
  const auto environments = installation.get(As::admin, "/environments").json();
  const std::string environment(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
  const std::string publish = R"({"environmentId":")" + environment + "\"}";
  const TokenCaller writer(installation, As::admin, {"pages:write", "pages:delete"});
  const TokenCaller publisher(installation, As::admin, {"pages:write", "publish"});
  EXPECT_EQ(writer.request(Method::post, page + "/publish", publish).status, 403U);
  EXPECT_EQ(publisher.request(Method::post, page + "/publish", publish).status, 200U);
  EXPECT_EQ(writer.request(Method::put, page, R"({"status":"draft"})").status, 403U);
  EXPECT_EQ(publisher.request(Method::put, page, R"({"status":"draft"})").status, 200U);
  EXPECT_EQ(publisher.request(Method::delete_, page).status, 403U);
  EXPECT_EQ(writer.request(Method::delete_, page).status, 204U);
}

TEST(ApiTokens, AuditRowsNameThem) {
  Installation installation;
  const TokenCaller token = TokenCaller::with_every_scope(installation, As::admin);
  const std::string named = R"(%"apiToken":{"id":")" + token.id() + R"(","name":"Test"}})";
  const auto expect_named = [&](Method method, const std::string& path, const std::string& body,
                                const std::string& action) {
    SCOPED_TRACE(action);
    const auto of_action =
        "SELECT COUNT(*) FROM audit_log WHERE action = '" + action + "' AND detail LIKE '" + named + "'";
    const auto before = installation.count(of_action);
    const Answer answer = token.request(method, path, body);
    EXPECT_LT(answer.status, 300U) << answer.body;
    EXPECT_EQ(installation.count(of_action), before + 1);
    return answer;
  };
  const Answer page =
      expect_named(Method::post, "/pages", R"({"name":"Plans",)" + std::string(heading) + "}", "page.created");
  const std::string path = "/pages/" + page.text("id");
  expect_named(Method::put, path, R"({"name":"More"})", "page.updated");
  expect_named(Method::put, path, R"({"structure":{"components":[]}})", "page.updated");
  expect_named(Method::post, path + "/versions", R"({"message":"Named"})", "page.updated");
  expect_named(Method::post, path + "/branches", R"({"name":"summer"})", "branch.created");
  expect_named(Method::put, path + "?branch=summer", "{" + std::string(heading) + "}", "page.updated");
  expect_named(Method::post, path + "/branches/summer/merge", "{}", "branch.merged");
  expect_named(Method::put, path + "/tags/launch", R"({"version":1})", "tag.set");
  expect_named(Method::post, "/templates", R"({"displayName":"T","pageId":")" + page.text("id") + "\"}",
               "template.created");
  expect_named(Method::post, "/invitations", R"({"email":"eve@example.org","role":"editor"})", "member.invited");
  expect_named(Method::post, "/webhooks", R"({"url":"https://example.org/hook","events":["*"]})", "webhook.created");
  const std::string tokens(
      json::serialize(*json::find(installation.get(As::admin, "/design-tokens").json(), "tokens")));
  expect_named(Method::put, "/design-tokens", R"({"tokens":)" + tokens + "}", "design_tokens.updated");
  expect_named(Method::delete_, path, "", "page.deleted");
  EXPECT_EQ(installation.count("SELECT COUNT(*) FROM outbox WHERE payload LIKE '%apiToken%'"), 0);
  check(installation, {.name = "administrators read it",
                       .caller = As::admin,
                       .path = "/audit-log?action=page.deleted",
                       .contains = {R"("apiToken":{"id":")" + token.id()}});
}

TEST(ApiTokens, TheirLastUseIsNotedOnceAMinute) {
  Installation installation;
  const TokenCaller token(installation, As::editor, {"pages:read"});
  const std::string used = "SELECT COALESCE(MAX(last_used_at), 0) FROM api_tokens";
  EXPECT_EQ(token.get("/pages").status, 200U);
  wait_for_writes(installation);
  const auto first = installation.count(used);
  EXPECT_GT(first, 0);
  installation.pass(50s);
  EXPECT_EQ(token.get("/pages").status, 200U);
  wait_for_writes(installation);
  EXPECT_EQ(installation.count(used), first);
  installation.pass(11s);
  EXPECT_EQ(token.get("/pages").status, 200U);
  wait_for_writes(installation);
  EXPECT_GE(installation.count(used), first + 60'000);
}

// Nothing that a browser sends by itself makes a request with a bearer token; cookies it does send.
TEST(ApiTokens, NeedNoOriginCheck) {
  Installation installation;
  const TokenCaller token(installation, As::editor, {"pages:write"});
  const std::vector<http::Header> elsewhere{{"Origin", "https://evil.example"}, {"Host", "pages.example"}};
  const auto post = [&](const std::string& bearer, const std::string& path, const std::string& body) {
    auto headers = elsewhere;
    headers.push_back({"Authorization", "Bearer " + bearer});
    return installation.request(As::nobody, Method::post, path, body, headers).status;
  };
  EXPECT_EQ(post(token.text(), "/pages", R"({"name":"One"})"), 201U);
  EXPECT_EQ(post(installation.token(As::editor), "/pages", R"({"name":"Two"})"), 403U);
  EXPECT_EQ(post(token.text(), "/auth/refresh", ""), 403U);
  EXPECT_EQ(post(token.text(), "/auth/login", R"({"email":"a@example.org","password":"b"})"), 403U);
}

TEST(ApiTokens, RequestsAreCountedByToken) {
  Installation installation;
  const TokenCaller busy(installation, As::viewer, {"environments:read"});
  const TokenCaller other(installation, As::viewer, {"environments:read"});
  Answer answer;
  int allowed = 0;
  for (; allowed < 1000; ++allowed) {
    answer = busy.get("/environments");
    if (answer.status != 200) break;
  }
  EXPECT_EQ(answer.status, 429U);
  EXPECT_GE(allowed, 600);
  EXPECT_NE(answer.header("Retry-After"), "");
  EXPECT_EQ(other.get("/environments").status, 200U);
  EXPECT_EQ(installation.get(As::viewer, "/environments").status, 200U);
}

TEST(ApiTokens, ACheckedTokenIsKnownAfterARestart) {
  Installation installation;
  const TokenCaller token(installation, As::viewer, {"pages:read"});
  installation.restart_abruptly();
  EXPECT_EQ(token.get("/pages").status, 200U);
}

}  // namespace
}  // namespace pagewright::scenarios
