// The table of docs/access.md.
#include "server/access/page_access.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace pagewright::access {
namespace {

using http::PageRights;
using http::Role;

constexpr PageRights none{};
constexpr PageRights view{.view = true};
constexpr PageRights edit{.view = true, .edit = true};
constexpr PageRights owner{.view = true, .edit = true, .manage = true};
constexpr PageRights publish{.view = true, .edit = true, .publish = true};

enum class Who : std::uint8_t { owner, in_team, other };

struct Row {
  std::string_view access;
  Role role;
  Who who;
  PageRights without_grant;
};

// By access, role, and what the caller is to the page.
const std::vector<Row> table{
    {"open", Role::viewer, Who::other, view},         {"open", Role::viewer, Who::in_team, view},
    {"open", Role::viewer, Who::owner, view},         {"open", Role::editor, Who::other, edit},
    {"open", Role::editor, Who::in_team, edit},       {"open", Role::editor, Who::owner, owner},
    {"limited", Role::viewer, Who::other, view},      {"limited", Role::viewer, Who::in_team, view},
    {"limited", Role::viewer, Who::owner, view},      {"limited", Role::editor, Who::other, view},
    {"limited", Role::editor, Who::in_team, edit},    {"limited", Role::editor, Who::owner, owner},
    {"restricted", Role::viewer, Who::other, none},   {"restricted", Role::viewer, Who::in_team, view},
    {"restricted", Role::viewer, Who::owner, view},   {"restricted", Role::editor, Who::other, none},
    {"restricted", Role::editor, Who::in_team, edit}, {"restricted", Role::editor, Who::owner, owner},
};

http::Caller caller_of(const Row& row) {
  return {.user_id = row.who == Who::owner ? "owner" : "caller",
          .organization_id = "o",
          .name = {},
          .email = {},
          .role = row.role};
}

Door door_of(const Row& row) {
  return {.owner_id = "owner", .team_id = "team", .access = std::string(row.access)};
}

TEST(PageAccess, FollowsAccessRoleAndOwnership) {
  for (const Row& row : table) {
    SCOPED_TRACE(std::string(row.access) + " " + std::string(name_of(row.role)));
    const Standing standing{.is_in_team = row.who == Who::in_team};
    EXPECT_EQ(rights(caller_of(row), door_of(row), standing), row.without_grant);
  }
}

TEST(PageAccess, AGrantAddsAndNeverTakesAway) {
  const auto with = [](PageRights a, PageRights b) {
    return PageRights{.view = a.view || b.view,
                      .edit = a.edit || b.edit,
                      .publish = a.publish || b.publish,
                      .manage = a.manage || b.manage};
  };
  for (const Row& row : table)
    for (const auto& [level, gives] :
         {std::pair(Level::view, view), std::pair(Level::edit, edit), std::pair(Level::publish, publish)}) {
      const Standing standing{.is_in_team = row.who == Who::in_team, .granted = level};
      EXPECT_EQ(rights(caller_of(row), door_of(row), standing), with(row.without_grant, gives));
    }
}

TEST(PageAccess, AdministratorsAlwaysMay) {
  for (const std::string_view access : {"open", "limited", "restricted"})
    EXPECT_EQ(rights({.user_id = "a", .organization_id = "o", .name = {}, .email = {}, .role = Role::admin},
                     {.owner_id = "owner", .access = std::string(access)}, {}),
              PageRights::all());
}

// What is decided without asking the database must hold whatever it would say.
TEST(PageAccess, WhatIsCertainIsLeftByEveryStanding) {
  for (const Row& row : table) {
    const PageRights certain = certain_rights(caller_of(row), door_of(row));
    for (const bool is_in_team : {false, true}) {
      const PageRights all = rights(caller_of(row), door_of(row), {.is_in_team = is_in_team});
      for (const auto right :
           {http::PageRight::view, http::PageRight::edit, http::PageRight::publish, http::PageRight::manage})
        EXPECT_TRUE(!certain.allow(right) || all.allow(right));
    }
  }
}

// A team of nobody's page is none.
TEST(PageAccess, WithoutATeamNobodyIsInIt) {
  EXPECT_EQ(rights({.user_id = "c", .organization_id = "o", .name = {}, .email = {}, .role = Role::editor},
                   {.owner_id = "owner", .team_id = {}, .access = "restricted"}, {.is_in_team = true}),
            none);
}

TEST(PageAccess, WhoMayNotViewLearnsNothing) {
  for (const auto right :
       {http::PageRight::view, http::PageRight::edit, http::PageRight::publish, http::PageRight::manage})
    EXPECT_TRUE(check(none, right).error().is(ProblemKind::not_found));
  EXPECT_TRUE(check(view, http::PageRight::edit).error().is(ProblemKind::forbidden));
  EXPECT_TRUE(check(edit, http::PageRight::publish).error().is(ProblemKind::forbidden));
  EXPECT_TRUE(check(publish, http::PageRight::manage).error().is(ProblemKind::forbidden));
  EXPECT_TRUE(check(owner, http::PageRight::edit));
}

}  // namespace
}  // namespace pagewright::access
