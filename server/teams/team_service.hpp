// The rules of teams: groups of members, whom pages can belong to and be shared with.
#pragma once

#include <functional>

#include "server/people/access_change.hpp"
#include "server/teams/team_store.hpp"

namespace pagewright::teams {

inline constexpr std::int64_t most_teams = 200;         // of an organisation
inline constexpr std::int64_t most_team_members = 500;  // of a team

class TeamService {
 public:
  TeamService(database::Database& database, people::AccessChange& access, std::function<Milliseconds()> clock)
      : database_(database), access_(access), clock_(std::move(clock)) {}

  Task<Outcome<TeamList>> list(TeamQuery query);
  Task<Outcome<Team>> get(http::Caller caller, std::string id);
  Task<Outcome<Team>> create(http::Caller caller, std::string name);
  Task<Outcome<Team>> rename(http::Caller caller, std::string id, std::string name);
  // Conflict while pages belong to it, or components are kept for it: who may see them would change without a word.
  Task<Outcome<void>> remove(http::Caller caller, std::string id);

  Task<Outcome<TeamMemberList>> list_members(http::Caller caller, std::string id, std::int64_t limit,
                                             std::int64_t offset);
  // What they have open connects anew, and is told what they may do now.
  Task<Outcome<void>> add_member(http::Caller caller, std::string id, std::string user_id);
  Task<Outcome<void>> remove_member(http::Caller caller, std::string id, std::string user_id);

 private:
  database::Database& database_;
  people::AccessChange& access_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::teams
