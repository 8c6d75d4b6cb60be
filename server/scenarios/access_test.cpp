// Walks the table of routes: every role with every route, and every route as a member of another organisation. A new
// route is in here without being named.
#include <gtest/gtest.h>

#include <set>

#include "server/api/description.hpp"
#include "server/http/access_check.hpp"
#include "server/scenarios/api_tokens.hpp"
#include "server/scenarios/one_of_each.hpp"
#include "server/scenarios/people.hpp"

namespace pagewright::scenarios {
namespace {

constexpr std::array roles{std::pair(As::viewer, http::Role::viewer), std::pair(As::editor, http::Role::editor),
                           std::pair(As::admin, http::Role::admin)};

std::string name_of(const http::Route& route) {
  return std::string(http::name_of(route.method)) + " " + route.pattern;
}

std::vector<http::Route> routes_for_callers(Installation& installation) {
  auto routes = installation.application().routes();
  std::erase_if(routes, [](const http::Route& route) { return route.access == http::Access::anyone; });
  return routes;
}

void expect_let_in(const Answer& answer) {
  EXPECT_NE(answer.status, 401U) << answer.body;
  EXPECT_NE(answer.status, 403U) << answer.body;
  EXPECT_LT(answer.status, 500U) << answer.body;
}

// Whoever adds one here opens it to the whole world.
TEST(Access, OnlyTheseRoutesAreForAnyone) {
  Installation installation({.people = false});
  const std::set<std::string> expected{
      "getFirstRun",          "firstRun",      "logIn",        "refresh", "logOut", "collaborate", "acceptInvitation",
      "requestPasswordReset", "getInvitation", "resetPassword"};
  std::set<std::string> open;
  for (const http::Route& route : installation.application().routes())
    if (route.access == http::Access::anyone) open.insert(route.operation);
  EXPECT_EQ(open, expected);
}

// The things are real, so that a route which let somebody in would change them.
TEST(Access, WhoMayNotIsRefusedBeforeAnythingHappens) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const auto events = installation.events();
  for (const http::Route& route : routes_for_callers(installation)) {
    SCOPED_TRACE(name_of(route));
    const std::string path = made.path(route);
    const std::string body = OneOfEach::example_body(route);
    EXPECT_EQ(installation.request(As::nobody, route.method, path, body).status, 401U);
    for (const auto& [caller, role] : roles)
      if (role < http::usual_role(route.access))
        EXPECT_EQ(installation.request(caller, route.method, path, body).status, 403U);
  }
  EXPECT_EQ(installation.events(), events);
}

TEST(Access, WhoMayIsLetIn) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  unsigned checked = 0;
  for (const http::Route& route : routes_for_callers(installation)) {
    SCOPED_TRACE(name_of(route));
    for (const auto& [caller, role] : roles) {
      if (role < http::usual_role(route.access)) continue;
      expect_let_in(
          installation.request(caller, route.method, made.path_to_nothing(route), OneOfEach::example_body(route)));
      ++checked;
    }
  }
  EXPECT_GE(checked, 100U);
}

// The example of the operation, with an environment that the stranger has.
std::string body_of_stranger(Installation& installation, const http::Route& route) {
  json::Value body = json::parse(OneOfEach::example_body(route)).value_or(json::Value());
  if (!body.is_object() || !body.get_object().contains("environmentId")) return OneOfEach::example_body(route);
  const json::Value list = installation.get(As::stranger, "/environments").json();
  body.get_object()["environmentId"] = *json::find(json::find(list, "items")->get_array()[0], "id");
  return json::serialize(body);
}

// Not even the sentence tells what belongs to others from what does not exist.
TEST(Access, WhatBelongsToOthersIsNotThere) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const std::set<std::string> of_no_organisation{"getComponent",
                                                 "getComponentUpgrade",
                                                 "getDesignTokenVersion",
                                                 "compareDesignTokenVersions",
                                                 "restoreDesignTokenVersion",
                                                 "getGalleryComponent",
                                                 "installGalleryComponent"};
  const auto events = installation.events();
  unsigned checked = 0;
  for (const http::Route& route : routes_for_callers(installation)) {
    if (route.pattern.find("/:") == std::string::npos || of_no_organisation.contains(route.operation)) continue;
    SCOPED_TRACE(name_of(route));
    const std::string body = body_of_stranger(installation, route);
    const Answer theirs = installation.request(As::stranger, route.method, made.path(route), body);
    const Answer missing = installation.request(As::stranger, route.method, made.path_to_nothing(route), body);
    EXPECT_EQ(theirs.status, 404U) << theirs.body;
    EXPECT_EQ(missing.status, 404U) << missing.body;
    EXPECT_EQ(theirs.body, missing.body);
    ++checked;
  }
  EXPECT_GE(checked, 40U);
  EXPECT_EQ(installation.events(), events);
}

// Nor is it in any list, nor on any other page that shows the organisation's own.
TEST(Access, WhatBelongsToOthersIsInNoList) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  for (const http::Route& route : routes_for_callers(installation)) {
    if (route.method != http::Method::get || route.pattern.find("/:") != std::string::npos) continue;
    SCOPED_TRACE(name_of(route));
    const Answer answer = installation.get(As::stranger, made.path(route));
    EXPECT_EQ(answer.status, 200U);
    EXPECT_EQ(answer.body.find("riverside.example"), std::string::npos) << answer.body;
    EXPECT_EQ(answer.body.find("Quillfeather"), std::string::npos) << answer.body;
    for (const std::string_view kind : {"/pages", "/templates", "/webhooks", "/form-submissions", "/assets", "/users",
                                        "/jobs", "/invitations", "/api-tokens", "/auth/sessions", "/teams"})
      EXPECT_EQ(answer.body.find(made.id_in(kind)), std::string::npos) << kind << " " << answer.body;
  }
}

TEST(Access, WhoIsNoMemberAnyMoreIsLetInNowhere) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const Answer deactivated = invite_and_accept(installation, "ada@riverside.example", "admin");
  const Answer removed = invite_and_accept(installation, "eve@riverside.example", "admin");
  const Answer token = with_token(installation, removed, http::Method::post, "/auth/api-tokens",
                                  R"({"name":"Test","scopes":["pages:read"]})");
  const TokenCaller program(installation, token);
  EXPECT_EQ(program.get("/pages").status, 200U);
  EXPECT_EQ(patch(installation, As::admin, "/users/" + user_id(installation, "ada@riverside.example"),
                  R"({"isActive":false})")
                .status,
            200U);
  EXPECT_EQ(installation.remove(As::admin, "/users/" + user_id(installation, "eve@riverside.example")).status, 204U);
  for (const http::Route& route : routes_for_callers(installation)) {
    SCOPED_TRACE(name_of(route));
    const std::string path = made.path(route);
    const std::string body = OneOfEach::example_body(route);
    EXPECT_EQ(with_token(installation, deactivated, route.method, path, body).status, 401U);
    EXPECT_EQ(with_token(installation, removed, route.method, path, body).status, 401U);
    EXPECT_EQ(program.request(route.method, path, body).status, 401U);
  }
}

TEST(Access, EveryRouteAsksApiTokensForItsScope) {
  Installation installation(OneOfEach::options());
  const OneOfEach made(installation);
  const auto scopes = api::Description::of_program().scopes();
  const auto routes = routes_for_callers(installation);
  for (const std::string& scope : scopes) {
    std::vector<std::string> others(scopes.begin(), scopes.end());
    std::erase(others, scope);
    const TokenCaller with_only(installation, As::admin, {scope});
    const TokenCaller with_all_but(installation, As::admin, others);
    for (const http::Route& route : routes) {
      if (route.scope != scope) continue;
      SCOPED_TRACE(name_of(route));
      const std::string body = OneOfEach::example_body(route);
      EXPECT_EQ(with_all_but.request(route.method, made.path(route), body).status, 403U);
      expect_let_in(with_only.request(route.method, made.path_to_nothing(route), body));
    }
    // A member has a limited number of them.
    for (const std::string& id : {with_only.id(), with_all_but.id()})
      EXPECT_EQ(installation.remove(As::admin, "/auth/api-tokens/" + id).status, 204U);
  }
  const TokenCaller with_one(installation, As::admin, {*scopes.begin()});
  const TokenCaller with_all = TokenCaller::with_every_scope(installation, As::admin);
  for (const http::Route& route : routes) {
    SCOPED_TRACE(name_of(route));
    const std::string body = OneOfEach::example_body(route);
    if (route.scope == http::any_scope)
      expect_let_in(with_one.request(route.method, made.path_to_nothing(route), body));
    if (route.scope.empty()) EXPECT_EQ(with_all.request(route.method, made.path(route), body).status, 403U);
  }
}

TEST(Access, AnEnvironmentOfOthersIsNotThere) {
  Installation installation;
  const std::string id = installation.create_page("Mine");
  const auto environments = installation.get(As::stranger, "/environments").json();
  const std::string other(json::find_string(json::find(environments, "items")->get_array()[0], "id").value());
  check(installation, {.name = "publish to another organisation's environment",
                       .caller = As::admin,
                       .method = http::Method::post,
                       .path = "/pages/" + id + "/publish",
                       .body = R"({"environmentId":")" + other + "\"}",
                       .status = 422,
                       .contains = {"/environmentId"}});
}

TEST(Access, TokensBelongToTheOrganisation) {
  Installation installation;
  EXPECT_NE(installation.get(As::admin, "/design-tokens").text("id"),
            installation.get(As::stranger, "/design-tokens").text("id"));
  EXPECT_EQ(installation.get(As::stranger, "/organization").text("name"), "Elsewhere");
}

}  // namespace
}  // namespace pagewright::scenarios
