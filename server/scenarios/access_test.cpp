// Every role with every route, and every route as a member of another organisation.
#include <gtest/gtest.h>

#include <map>

#include "server/scenarios/installation.hpp"

namespace pagewright::scenarios {
namespace {

const std::string nowhere = "01900000-0000-7000-8000-000000000000";

std::string fill(std::string pattern, const std::string& page_id) {
  pattern = pattern.substr(std::string_view("/api/v1").size());
  const std::map<std::string, std::string> values = {{":id", page_id},    {":number", "1"},   {":name", "card"},
                                                     {":branch", "main"}, {":tag", "launch"}, {":node", "h1"}};
  for (const auto& [name, value] : values)
    if (const auto at = pattern.find(name); at != std::string::npos) pattern.replace(at, name.size(), value);
  return pattern;
}

TEST(Access, EveryRouteAsksForTheRoleThatItNames) {
  Installation installation;
  unsigned checked = 0;
  const http::Router router = installation.router();
  for (const http::Route& route : router.routes()) {
    if (route.access == http::Access::anyone) continue;
    const std::string path = fill(route.pattern, nowhere);
    SCOPED_TRACE(std::string(http::name_of(route.method)) + " " + path);
    const std::string body = route.method == http::Method::get ? "" : "{}";
    EXPECT_EQ(installation.request(As::nobody, route.method, path, body).status, 401U);
    for (const auto& [caller, role] :
         {std::pair(As::viewer, http::Access::viewer), std::pair(As::editor, http::Access::editor),
          std::pair(As::admin, http::Access::admin)}) {
      const unsigned status = installation.request(caller, route.method, path, body).status;
      if (role < route.access) {
        EXPECT_EQ(status, 403U);
      } else {
        EXPECT_NE(status, 401U);
        EXPECT_NE(status, 403U);
        EXPECT_LT(status, 500U);
      }
      ++checked;
    }
  }
  EXPECT_GE(checked, 60U);
}

TEST(Access, OthersPagesAreNotThere) {
  Installation installation;
  const std::string id = installation.create_page("Secret plans");
  const http::Router router = installation.router();
  unsigned checked = 0;
  for (const http::Route& route : router.routes()) {
    if (route.pattern.find("/pages/:id") == std::string::npos) continue;
    SCOPED_TRACE(std::string(http::name_of(route.method)) + " " + route.pattern);
    std::string body = route.method == http::Method::get ? "" : R"({"name":"Mine"})";
    if (route.pattern.ends_with("/versions")) body = R"({"message":"Mine"})";
    if (route.pattern.ends_with("/publish")) body = R"({"environmentId":"x"})";
    if (route.pattern.ends_with("/merge")) body = R"({"into":"summer"})";
    if (route.pattern.ends_with("/duplicate") || route.pattern.ends_with("/restore")) body = "{}";
    if (route.pattern.ends_with("/owner")) body = R"({"ownerId":")" + nowhere + "\"}";
    if (route.pattern.ends_with("/:tag")) body = R"({"version":1})";
    if (route.method == http::Method::get) body.clear();
    const auto there = installation.request(As::stranger, route.method, fill(route.pattern, id), body);
    const auto nowhere_answer = installation.request(As::stranger, route.method, fill(route.pattern, nowhere), body);
    EXPECT_EQ(there.status, 404U) << there.body;
    EXPECT_EQ(there.body, nowhere_answer.body);  // not even the sentence tells them apart
    ++checked;
  }
  EXPECT_EQ(checked, 24U);
  check(installation, {.name = "lists show only one's own",
                       .caller = As::stranger,
                       .path = "/pages",
                       .contains = {"\"total\":0"},
                       .absent = {"Secret plans"}});
  EXPECT_EQ(installation.get(As::editor, "/pages/" + id).text("name"), "Secret plans");
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
