// Teams and who is in them. Every query is bound to an organisation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::teams {

struct Team {
  std::string id;
  std::string organization_id;
  std::string name;
  std::int64_t members = 0;  // that may come in
  Milliseconds created_at = 0;
  Milliseconds updated_at = 0;
  [[nodiscard]] std::string to_json() const;
};

struct TeamQuery {
  std::string organization_id;
  std::string search = {};   // empty: any
  std::string user_id = {};  // empty: whoever is in it
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};
struct TeamList {
  std::vector<Team> items;
  std::int64_t total = 0;
};
// By name.
[[nodiscard]] Outcome<TeamList> list(database::Connection& connection, const TeamQuery& query);
[[nodiscard]] Outcome<std::optional<Team>> find(database::Connection& connection, std::string_view id,
                                                std::string_view organization_id);
[[nodiscard]] Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id);
// Those that belong to it and are not in the trash.
[[nodiscard]] Outcome<std::int64_t> count_pages(database::Connection& connection, const Team& team);
// Components that are kept for it and were not deleted.
[[nodiscard]] Outcome<std::int64_t> count_components(database::Connection& connection, const Team& team);
// The id of the organisation's other team with that name, in whatever case; empty where it is free.
[[nodiscard]] Outcome<std::string> holder_of_name(database::Connection& connection, const Team& team);

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Team& team);
[[nodiscard]] Outcome<void> update(database::Connection& connection, const Team& team);
// With its members and what it was granted.
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view id);

struct TeamMember {
  std::string id;  // the user's
  std::string name;
  std::string email;
  Milliseconds added_at = 0;
  [[nodiscard]] std::string to_json() const;
};
struct TeamMemberList {
  std::vector<TeamMember> items;
  std::int64_t total = 0;
};
// By name, those that may come in.
[[nodiscard]] Outcome<TeamMemberList> list_members(database::Connection& connection, std::string_view team_id,
                                                   std::int64_t limit, std::int64_t offset);
// All of their ids.
[[nodiscard]] Outcome<std::vector<std::string>> member_ids(database::Connection& connection, std::string_view team_id);
// False: they are in it already.
[[nodiscard]] Outcome<bool> add_member(database::Connection& connection, const Team& team, std::string_view user_id,
                                       Milliseconds now);
// False: they are not in it.
[[nodiscard]] Outcome<bool> remove_member(database::Connection& connection, std::string_view team_id,
                                          std::string_view user_id);

}  // namespace pagewright::teams
