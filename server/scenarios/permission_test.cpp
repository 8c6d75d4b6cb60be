// GET /auth/permissions says what the routes themselves then do.
#include <gtest/gtest.h>

#include "server/http/access_check.hpp"
#include "server/scenarios/api_tokens.hpp"

namespace pagewright::scenarios {
namespace {

const std::string path = "/auth/permissions";

bool is_true(const Answer& permissions, std::string_view group, std::string_view name) {
  const json::Value body = permissions.json();
  const json::Value* value = json::find(*json::find(body, group), name);
  EXPECT_NE(value, nullptr) << group << " " << name;
  return value != nullptr && value->get_bool();
}

TEST(Permissions, FollowTheRole) {
  Installation installation;
  EXPECT_EQ(installation.get(As::nobody, path).status, 401U);
  for (const auto& [caller, role] :
       {std::pair(As::viewer, http::Role::viewer), std::pair(As::editor, http::Role::editor),
        std::pair(As::admin, http::Role::admin)}) {
    const Answer permissions = installation.get(caller, path);
    ASSERT_EQ(permissions.status, 200U);
    for (const http::Route& route : installation.application().routes())
      EXPECT_EQ(is_true(permissions, "operations", route.operation), http::usual_role(route.access) <= role)
          << route.operation;
  }
  EXPECT_EQ(installation.get(As::viewer, path).text("role"), "viewer");
  EXPECT_FALSE(is_true(installation.get(As::editor, path), "scopes", "publish"));
  EXPECT_TRUE(is_true(installation.get(As::admin, path), "scopes", "publish"));
}

TEST(Permissions, FollowTheApiToken) {
  Installation installation;
  const TokenCaller token(installation, As::editor, {"pages:read", "publish"});
  const Answer permissions = token.get(path);
  ASSERT_EQ(permissions.status, 200U) << permissions.body;
  EXPECT_TRUE(is_true(permissions, "operations", "listPages"));
  EXPECT_TRUE(is_true(permissions, "operations", "getMe"));
  EXPECT_FALSE(is_true(permissions, "operations", "updatePage"));    // the scope is missing
  EXPECT_FALSE(is_true(permissions, "operations", "publishPage"));   // the role is too little
  EXPECT_FALSE(is_true(permissions, "operations", "listSessions"));  // closed to tokens
  EXPECT_TRUE(is_true(permissions, "scopes", "pages:read"));
  EXPECT_FALSE(is_true(permissions, "scopes", "pages:write"));
  EXPECT_FALSE(is_true(permissions, "scopes", "publish"));
}

}  // namespace
}  // namespace pagewright::scenarios
