// The SQL behind the rules: what was granted to whom.
#pragma once

#include "server/access/membership.hpp"
#include "server/access/page_access.hpp"
#include "server/database/database.hpp"

namespace pagewright::access {

// Of a page of that organisation that was not deleted.
[[nodiscard]] Outcome<std::optional<Door>> find_door(database::Connection& connection, std::string_view page_id,
                                                     std::string_view organization_id);
// What a user was given on a page, and whether they are in its team: one query.
[[nodiscard]] Outcome<Standing> find_standing(database::Connection& connection, std::string_view page_id,
                                              const Door& door, std::string_view user_id);
// All that the caller may do with a page of the organisation.
[[nodiscard]] Outcome<http::PageRights> find_rights(database::Connection& connection, const http::Caller& caller,
                                                    std::string_view page_id, const Door& door);
// check(), which asks for the standing only where it counts.
[[nodiscard]] Outcome<void> check(database::Connection& connection, const http::Caller& caller,
                                  std::string_view page_id, const Door& door, http::PageRight needed);

// A member with their teams, in order.
[[nodiscard]] Outcome<Membership> find_membership(database::Connection& connection, std::string_view organization_id,
                                                  std::string_view user_id);

// Whose pages a list is for.
struct Reader {
  std::string user_id = {};
  http::Role role = http::Role::viewer;

  // For the program's own work: all pages.
  [[nodiscard]] static Reader of_everything() { return {.role = http::Role::admin}; }
  [[nodiscard]] static Reader of(const http::Caller& caller) { return {caller.user_id, caller.role}; }
};
// A condition, " AND (…)", that leaves of a list of pages those to which the reader has the right, view or edit.
// `pages` is the name that the table has in the statement, `user` the place of the reader's id: "$8".
[[nodiscard]] std::string only_with(http::PageRight right, const Reader& reader, std::string_view pages,
                                    std::string_view user);

// The same the other way about: a condition that leaves of many users those who may view a page. `pages` is the name
// that the page's table has in the statement; `user` and `role` are the columns of a member's id and role.
[[nodiscard]] std::string viewable_by(std::string_view pages, std::string_view user, std::string_view role);

}  // namespace pagewright::access
