#include "server/http/router.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pagewright::http {
namespace {

Router router_of(std::initializer_list<std::pair<Method, const char*>> routes) {
  std::vector<Route> made;
  for (const auto& [method, pattern] : routes)
    made.push_back({.method = method, .pattern = pattern, .access = Access::anyone, .handler = {}});
  return Router(std::move(made));
}

std::string pattern_of(const Router& router, Method method, std::string_view path) {
  const auto match = router.find(method, path);
  return match.route ? match.route->pattern : "";
}

TEST(Router, TheMoreLiteralPatternWins) {
  const Router router = router_of({{Method::get, "/*"},
                                   {Method::get, "/api/:kind/:id"},
                                   {Method::get, "/api/pages/:id"},
                                   {Method::get, "/api/pages/*"},
                                   {Method::get, "/api/:kind/all"},
                                   {Method::get, "/api/pages/all"},
                                   {Method::get, "/"}});
  EXPECT_EQ(pattern_of(router, Method::get, "/"), "/");
  EXPECT_EQ(pattern_of(router, Method::get, "/api/pages/all"), "/api/pages/all");
  EXPECT_EQ(pattern_of(router, Method::get, "/api/pages/7"), "/api/pages/:id");
  EXPECT_EQ(pattern_of(router, Method::get, "/api/teams/all"), "/api/:kind/all");
  EXPECT_EQ(pattern_of(router, Method::get, "/api/teams/7"), "/api/:kind/:id");
  EXPECT_EQ(pattern_of(router, Method::get, "/api/pages/7/more"), "/api/pages/*");
  EXPECT_EQ(pattern_of(router, Method::get, "/api/teams/7/more"), "/*");
  EXPECT_EQ(pattern_of(router, Method::get, "/api/pages/"), "/api/pages/*");
}

TEST(Router, ParametersHaveTheNamesOfTheirOwnPattern) {
  const Router router = router_of({{Method::get, "/components/:name"},
                                   {Method::delete_, "/components/:id"},
                                   {Method::get, "/components/:name/versions/:version"},
                                   {Method::get, "/files/:folder/*"}});
  EXPECT_THAT(router.find(Method::get, "/components/promo").parameters,
              testing::ElementsAre(testing::Pair("name", "promo")));
  EXPECT_THAT(router.find(Method::delete_, "/components/promo").parameters,
              testing::ElementsAre(testing::Pair("id", "promo")));
  EXPECT_THAT(router.find(Method::get, "/components/promo/versions/1.0.0").parameters,
              testing::ElementsAre(testing::Pair("name", "promo"), testing::Pair("version", "1.0.0")));
  EXPECT_THAT(router.find(Method::get, "/files/a/b/c.png").parameters,
              testing::ElementsAre(testing::Pair("folder", "a"), testing::Pair("*", "b/c.png")));
}

TEST(Router, SaysWhichMethodsAPathHas) {
  const Router router = router_of({{Method::get, "/pages/:id"},
                                   {Method::put, "/pages/:id"},
                                   {Method::post, "/pages/all"},
                                   {Method::get, "/pages"}});
  const auto refused = router.find(Method::delete_, "/pages/all");
  EXPECT_EQ(refused.route, nullptr);
  EXPECT_THAT(refused.allowed, testing::UnorderedElementsAre(Method::get, Method::put, Method::post));
  // A less literal pattern answers where the more literal one has not the method.
  EXPECT_EQ(pattern_of(router, Method::put, "/pages/all"), "/pages/:id");
  EXPECT_EQ(pattern_of(router, Method::head, "/pages/7"), "/pages/:id");
}

TEST(Router, KnowsNoOtherPaths) {
  const Router router = router_of({{Method::get, "/pages/:id"}, {Method::get, "/files/*"}});
  for (const char* path : {"/", "/pages", "/pages/", "/pages/7/", "/pages//", "/Pages/7", "/files", "//pages/7"}) {
    const auto match = router.find(Method::get, path);
    EXPECT_EQ(match.route, nullptr) << path;
    EXPECT_THAT(match.allowed, testing::IsEmpty()) << path;
  }
}

}  // namespace
}  // namespace pagewright::http
