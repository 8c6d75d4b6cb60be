#include "server/teams/team_service.hpp"

#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::teams {
namespace {

constexpr const char* not_made = "The team was not made";
constexpr const char* not_changed = "The team was not changed";

Outcome<Team> must_find(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto team = TRY(find(connection, id, caller.organization_id));
  if (!team) return std::unexpected(Problem::not_found("There is no such team."));
  return std::move(*team);
}

Problem no_such_member() {
  return Problem::not_found("There is no such member of your organisation.");
}

Outcome<void> check_name(database::Connection& connection, const Team& team, const char* refusal) {
  if (TRY(holder_of_name(connection, team)).empty()) return {};
  return std::unexpected(Problem::conflict(refusal, "Another team has this name: choose another one.",
                                           {{"/name", "is taken by another team", "taken"}}));
}

Outcome<void> tell(database::Connection& connection, const http::Caller& caller, std::string type, const Team& team,
                   Milliseconds now) {
  return events::record(connection,
                        events::by(caller, std::move(type), team.id, JsonText().text("name", team.name).take()), now);
}

Outcome<void> tell_of_member(database::Connection& connection, const http::Caller& caller, std::string type,
                             const Team& team, std::string_view user_id, Milliseconds now) {
  return events::record(
      connection,
      events::by(caller, std::move(type), team.id, JsonText().text("name", team.name).text("userId", user_id).take()),
      now);
}

}  // namespace

Task<Outcome<TeamList>> TeamService::list(TeamQuery query) {
  co_return co_await database_.read([&](database::Connection& connection) { return teams::list(connection, query); });
}

Task<Outcome<Team>> TeamService::get(http::Caller caller, std::string id) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find(connection, caller, id); });
}

Task<Outcome<Team>> TeamService::create(http::Caller caller, std::string name) {
  const Milliseconds now = clock_();
  const Team team{.id = new_uuid(),
                  .organization_id = caller.organization_id,
                  .name = std::move(name),
                  .created_at = now,
                  .updated_at = now};
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    if (TRY(count(connection, caller.organization_id)) >= most_teams)
      return std::unexpected(Problem::conflict(
          not_made, "An organisation has at most " + std::to_string(most_teams) + " teams: delete one first."));
    TRY(check_name(connection, team, not_made));
    TRY(insert(connection, team));
    return tell(connection, caller, "team.created", team, now);
  }));
  co_return team;
}

Task<Outcome<Team>> TeamService::rename(http::Caller caller, std::string id, std::string name) {
  co_return co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<Team> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    Team team = TRY(must_find(connection, caller, id));
    if (team.name == name) return team;
    team.name = name;
    team.updated_at = now;
    TRY(check_name(connection, team, not_changed));
    TRY(update(connection, team));
    TRY(tell(connection, caller, "team.renamed", team, now));
    return team;
  });
}

Task<Outcome<void>> TeamService::remove(http::Caller caller, std::string id) {
  const auto members = CO_TRY(co_await database_.write(
      [&, now = clock_()](database::Connection& connection) -> Outcome<std::vector<std::string>> {
        // Whoever gives a page to a team waits here for this, or this for them.
        TRY(organisations::lock(connection, caller.organization_id, now));
        const Team team = TRY(must_find(connection, caller, id));
        if (const std::int64_t pages = TRY(count_pages(connection, team)); pages > 0)
          return std::unexpected(Problem::conflict("The team was not deleted",
                                                   std::to_string(pages) +
                                                       " pages belong to it: give them to another team, or to none, "
                                                       "first."));
        if (const std::int64_t components = TRY(count_components(connection, team)); components > 0)
          return std::unexpected(Problem::conflict(
              "The team was not deleted",
              std::to_string(components) + " components are kept for it: show them to others, or delete them, first."));
        auto ids = TRY(member_ids(connection, id));
        TRY(teams::remove(connection, id));
        TRY(tell(connection, caller, "team.deleted", team, now));
        return ids;
      }));
  for (const std::string& user_id : members) access_.changed(user_id, caller.organization_id);
  co_return Outcome<void>();
}

Task<Outcome<TeamMemberList>> TeamService::list_members(http::Caller caller, std::string id, std::int64_t limit,
                                                        std::int64_t offset) {
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<TeamMemberList> {
    TRY(must_find(connection, caller, id));
    return teams::list_members(connection, id, limit, offset);
  });
}

Task<Outcome<void>> TeamService::add_member(http::Caller caller, std::string id, std::string user_id) {
  const bool is_new =
      CO_TRY(co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<bool> {
        TRY(organisations::lock(connection, caller.organization_id, now));
        const Team team = TRY(must_find(connection, caller, id));
        if (!TRY(users::find(connection, user_id, caller.organization_id))) return std::unexpected(no_such_member());
        if (team.members >= most_team_members)
          return std::unexpected(Problem::conflict(
              not_changed, "A team has at most " + std::to_string(most_team_members) + " members: make another one."));
        if (!TRY(teams::add_member(connection, team, user_id, now))) return false;
        TRY(tell_of_member(connection, caller, "team.member_added", team, user_id, now));
        return true;
      }));
  if (is_new) access_.changed(user_id, caller.organization_id);
  co_return Outcome<void>();
}

Task<Outcome<void>> TeamService::remove_member(http::Caller caller, std::string id, std::string user_id) {
  CO_TRY(co_await database_.write([&, now = clock_()](database::Connection& connection) -> Outcome<void> {
    const Team team = TRY(must_find(connection, caller, id));
    if (!TRY(teams::remove_member(connection, id, user_id)))
      return std::unexpected(Problem::not_found("There is no such member of this team."));
    return tell_of_member(connection, caller, "team.member_removed", team, user_id, now);
  }));
  access_.changed(user_id, caller.organization_id);
  co_return Outcome<void>();
}

}  // namespace pagewright::teams
