// What attackers try, on every route of the table.
#include <gtest/gtest.h>

#include <set>

#include "server/scenarios/one_of_each.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

using http::Method;

std::string name_of(const http::Route& route) {
  return std::string(http::name_of(route.method)) + " " + route.pattern;
}

As caller_of(const http::Route& route) {
  return route.access == http::Access::anyone ? As::nobody : As::admin;
}

bool changes_something(const http::Route& route) {
  return route.method != Method::get;
}

// A form or a script of another site, in the browser of somebody who is signed in.
TEST(Attacks, NothingIsChangedFromAnotherOrigin) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const auto events = installation.events();
  const std::vector<std::vector<http::Header>> origins{
      {{"Origin", "https://evil.example"}, {"Host", "pages.example"}},
      {{"Origin", "null"}, {"Host", "pages.example"}},
      {{"Sec-Fetch-Site", "cross-site"}},
      {{"Sec-Fetch-Site", "same-site"}},
  };
  for (const http::Route& route : installation.application().routes()) {
    if (!changes_something(route)) continue;
    SCOPED_TRACE(name_of(route));
    for (const auto& headers : origins) {
      const Answer answer = installation.request(caller_of(route), route.method, made.path(route),
                                                 OneOfEach::example_body(route), headers);
      EXPECT_EQ(answer.status, 403U) << answer.body;
    }
  }
  EXPECT_EQ(installation.events(), events);
}

// What browsers send for a page of another origin without asking first, and files.
TEST(Attacks, BodiesOfOtherTypesAreNotRead) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const auto events = installation.events();
  for (const http::Route& route : installation.application().routes()) {
    const std::string body = OneOfEach::example_body(route);
    if (body.empty()) continue;
    SCOPED_TRACE(name_of(route));
    for (const char* type : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
                             "image/svg+xml", "application/xml", "application/json-patch+json"}) {
      const Answer answer =
          installation.request(caller_of(route), route.method, made.path(route), body, {{"Content-Type", type}});
      EXPECT_EQ(answer.status, 415U) << type << " " << answer.body;
    }
  }
  EXPECT_EQ(installation.events(), events);
}

// Mass assignment: a body has the members that are described, and no others.
TEST(Attacks, MembersThatOnlyTheServerSetsAreRefused) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const std::set<std::string> takes_whole_pages{"createPage", "updatePage"};  // below
  unsigned checked = 0;
  for (const http::Route& route : installation.application().routes()) {
    const std::string body = OneOfEach::example_body(route);
    if (body.empty() || takes_whole_pages.contains(route.operation)) continue;
    SCOPED_TRACE(name_of(route));
    for (const std::string member : {"organizationId", "userId", "ownerId", "isAdmin", "passwordHash", "__proto__"}) {
      json::Value changed = json::parse(body).value();
      if (!changed.is_object() || changed.get_object().contains(member)) continue;
      changed.get_object()[member] = "x";
      const Answer answer =
          installation.request(caller_of(route), route.method, made.path(route), json::serialize(changed));
      EXPECT_EQ(answer.status, 422U) << answer.body;
      EXPECT_NE(answer.body.find("\"/" + member + "\""), std::string::npos) << answer.body;
      ++checked;
    }
  }
  EXPECT_GE(checked, 140U);
}

// A client may send a whole page back: what only the server sets stays as it is.
TEST(Attacks, APageKeepsItsOwnerAndItsOrganisation) {
  Installation installation;
  const Answer made = installation.post(
      As::editor, "/pages", R"({"name":"Plans","organizationId":"x","ownerId":")" + viewer_id(installation) + "\"}");
  ASSERT_EQ(made.status, 201U) << made.body;
  EXPECT_EQ(made.text("ownerId"), editor_id(installation));
  const std::string page = "/pages/" + made.text("id");
  const Answer before = installation.get(As::editor, page);
  EXPECT_EQ(before.text("name"), "Plans");
  const Answer after = installation.put(
      As::editor, page,
      R"({"name":"Mine","id":"x","ownerId":")" + viewer_id(installation) +
          R"(","organizationId":"x","publishedAt":"2026-01-01T00:00:00.000Z","latestVersionNumber":77})");
  ASSERT_EQ(after.status, 200U) << after.body;
  EXPECT_EQ(after.text("name"), "Mine");
  for (const char* member : {"id", "ownerId", "organizationId", "createdAt"})
    EXPECT_EQ(after.text(member), before.text(member)) << member;
  EXPECT_EQ(json::find(after.json(), "publishedAt")->is_null(), true);
  EXPECT_EQ(json::find(after.json(), "latestVersionNumber")->get_int64(), 1);
}

TEST(Attacks, PathsLeadNowhereElse) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  for (const http::Route& route : installation.application().routes()) {
    const auto first = route.pattern.find("/:");
    if (first == std::string::npos) continue;
    SCOPED_TRACE(name_of(route));
    for (const char* name : {"..%2F..%2Fetc%2Fpasswd", "..", "%2e%2e%2f", "..%5C..%5Cwindows", "a%00b", "%FF",
                             "'%20OR%20'1'='1", "%3Cscript%3E"}) {
      const Answer answer =
          installation.request(As::admin, route.method, made.path_with(route, name), OneOfEach::example_body(route));
      EXPECT_TRUE(answer.status == 400 || answer.status == 404 || answer.status == 405 || answer.status == 422)
          << name << " " << answer.status << " " << answer.body;
      EXPECT_EQ(answer.body.find("<script>"), std::string::npos) << answer.body;
    }
  }
}

// Each answers to whoever knows a secret: nobody may try them without end.
TEST(Attacks, GuessingIsSlowedDownWhereverASecretOpensADoor) {
  Installation installation(with_mail());
  for (const auto& [path, body] : std::vector<std::pair<std::string, std::string>>{
           {"/auth/login", R"({"email":"editor@riverside.example","password":"wrong guess"})"},
           {"/auth/first-run", R"({"token":"x","email":"a@example.org","password":"correct horse battery"})"},
           {"/auth/password-reset", R"({"email":"editor@riverside.example"})"},
           {"/auth/password-reset/complete", R"({"token":"x","password":"correct horse battery"})"},
           {"/auth/invitation", R"({"token":"x"})"},
           {"/auth/invitation/accept", R"({"token":"x","password":"correct horse battery"})"}}) {
    Answer answer;
    for (int i = 0; i < 40 && answer.status != 429; ++i) answer = installation.post(As::nobody, path, body);
    EXPECT_EQ(answer.status, 429U) << path << " " << answer.body;
    EXPECT_NE(answer.header("Retry-After"), "") << path;
  }
}

TEST(Attacks, EveryAnswerTellsBrowsersToBeCareful) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  for (const http::Route& route : installation.application().routes()) {
    SCOPED_TRACE(name_of(route));
    for (const As caller : {As::nobody, As::viewer, As::admin}) {
      if (caller == As::admin && changes_something(route)) continue;
      const Answer answer =
          installation.request(caller, route.method, made.path(route), OneOfEach::example_body(route));
      EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
      EXPECT_NE(answer.header("Content-Security-Policy").find("default-src 'none'"), std::string::npos);
      EXPECT_NE(answer.header("Content-Security-Policy").find("frame-ancestors"), std::string::npos);
      EXPECT_NE(answer.header("Cache-Control"), "");
      EXPECT_NE(answer.header("Referrer-Policy"), "");
      EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "");
      EXPECT_EQ(answer.header("Server"), "");
      if (!answer.body.empty()) EXPECT_NE(answer.header("Content-Type"), "");
    }
  }
}

}  // namespace
}  // namespace pagewright::scenarios
