// Who was granted what on a page, and who could be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/access/page_access.hpp"
#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::sharing {

enum class Kind : std::uint8_t { user, team };
[[nodiscard]] std::string_view name_of(Kind kind);

// Somebody, or a team, that a page can be shared with.
struct Grantee {
  Kind kind = Kind::user;
  std::string id;
  std::string name;
  std::optional<std::string> email = {};  // a user's
  std::optional<std::string> role = {};   // a user's
  [[nodiscard]] std::string to_json() const;
};

struct Grant {
  Grantee grantee;
  access::Level level = access::Level::view;
  Milliseconds created_at = 0;
  [[nodiscard]] std::string to_json() const;
};

// Teams first, then people, by name. Members who may not come in at present are left out.
[[nodiscard]] Outcome<std::vector<Grant>> list(database::Connection& connection, std::string_view page_id);
[[nodiscard]] Outcome<std::optional<Grant>> find(database::Connection& connection, std::string_view page_id,
                                                 std::string_view grantee_id);
[[nodiscard]] Outcome<std::int64_t> count(database::Connection& connection, std::string_view page_id);

struct PageOf {
  std::string_view page_id;
  std::string_view organization_id;
};
// In place of what the grantee had.
[[nodiscard]] Outcome<void> put(database::Connection& connection, const PageOf& page, const Grant& grant);
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view page_id,
                                   std::string_view grantee_id);

// A member who may come in, or a team, of the organisation.
[[nodiscard]] Outcome<std::optional<Grantee>> find_grantee(database::Connection& connection, std::string_view id,
                                                           std::string_view organization_id);
// The ids of those: the user, or who is in the team.
[[nodiscard]] Outcome<std::vector<std::string>> users_behind(database::Connection& connection, const Grantee& grantee);
// Those whose name or address has `search` in it and to whom a grant would give something: not the page's owner,
// administrators, and who has one. Teams first; at most `limit` of each kind.
[[nodiscard]] Outcome<std::vector<Grantee>> find_candidates(database::Connection& connection, const PageOf& page,
                                                            const std::string& search, std::int64_t limit);

[[nodiscard]] Outcome<void> set_access(database::Connection& connection, std::string_view page_id,
                                       std::string_view access);
[[nodiscard]] Outcome<void> set_team(database::Connection& connection, std::string_view page_id,
                                     const std::optional<std::string>& team_id);

}  // namespace pagewright::sharing
