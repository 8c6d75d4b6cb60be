#include "server/teams/team_store.hpp"

#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::teams {
namespace {

constexpr std::string_view columns =
    "SELECT t.id, t.organization_id, t.name, t.created_at, t.updated_at, "
    "(SELECT count(*) FROM team_members m JOIN memberships s ON s.organization_id = m.organization_id AND s.user_id = "
    "m.user_id WHERE m.team_id = t.id AND s.deactivated_at IS NULL)";

constexpr std::string_view present_members =
    " FROM team_members m JOIN memberships s ON s.organization_id = m.organization_id AND s.user_id = m.user_id JOIN "
    "users u ON u.id = m.user_id WHERE m.team_id = $1 AND s.deactivated_at IS NULL AND u.deleted_at IS NULL";

Team read(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .name = row.text(2),
          .members = row.integer(5),
          .created_at = row.integer(3),
          .updated_at = row.integer(4)};
}

}  // namespace

std::string Team::to_json() const {
  return JsonText()
      .text("id", id)
      .text("name", name)
      .number("members", members)
      .time("createdAt", created_at)
      .time("updatedAt", updated_at)
      .take();
}

std::string TeamMember::to_json() const {
  return JsonText().text("id", id).text("name", name).text("email", email).time("addedAt", added_at).take();
}

Outcome<TeamList> list(database::Connection& connection, const TeamQuery& query) {
  std::string where = " FROM teams t WHERE t.organization_id = $1";
  where += query.search.empty() ? " AND $2 = ''" : " AND t.search_text LIKE $2 ESCAPE '\\'";
  where += query.user_id.empty()
               ? " AND $3 = ''"
               : " AND EXISTS (SELECT 1 FROM team_members m WHERE m.team_id = t.id AND m.user_id = $3)";
  const std::string pattern = query.search.empty() ? std::string() : contains_pattern(fold(query.search));
  TeamList found;
  found.total = TRY(connection.query("SELECT count(*)" + where, {query.organization_id, pattern, query.user_id}))
                    .front()
                    .integer(0);
  const auto rows =
      TRY(connection.query(std::string(columns) + where + " ORDER BY t.search_text, t.id LIMIT $4 OFFSET $5",
                           {query.organization_id, pattern, query.user_id, query.limit, query.offset}));
  for (const auto row : rows) found.items.push_back(read(row));
  return found;
}

Outcome<std::optional<Team>> find(database::Connection& connection, std::string_view id,
                                  std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      std::string(columns) + " FROM teams t WHERE t.id = $1 AND t.organization_id = $2", {id, organization_id}));
  return rows.empty() ? std::nullopt : std::optional(read(rows.front()));
}

Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id) {
  return TRY(connection.query("SELECT count(*) FROM teams WHERE organization_id = $1", {organization_id}))
      .front()
      .integer(0);
}

Outcome<std::int64_t> count_pages(database::Connection& connection, const Team& team) {
  return TRY(connection.query(
                 "SELECT count(*) FROM pages WHERE organization_id = $1 AND team_id = $2 AND deleted_at IS NULL",
                 {team.organization_id, team.id}))
      .front()
      .integer(0);
}

Outcome<std::int64_t> count_components(database::Connection& connection, const Team& team) {
  return TRY(connection.query("SELECT count(*) FROM component_library WHERE team_id = $1 AND deleted_at IS NULL",
                              {team.id}))
      .front()
      .integer(0);
}

Outcome<std::string> holder_of_name(database::Connection& connection, const Team& team) {
  const auto rows =
      TRY(connection.query("SELECT id FROM teams WHERE organization_id = $1 AND search_text = $2 AND id <> $3",
                           {team.organization_id, fold(team.name), team.id}));
  return rows.empty() ? std::string() : rows.front().text(0);
}

Outcome<void> insert(database::Connection& connection, const Team& team) {
  TRY(connection.execute(
      "INSERT INTO teams (id, organization_id, created_at, updated_at, name, search_text) VALUES "
      "($1, $2, $3, $4, $5, $6)",
      {team.id, team.organization_id, team.created_at, team.updated_at, team.name, fold(team.name)}));
  return {};
}

Outcome<void> update(database::Connection& connection, const Team& team) {
  TRY(connection.execute("UPDATE teams SET name = $2, search_text = $3, updated_at = $4 WHERE id = $1",
                         {team.id, team.name, fold(team.name), team.updated_at}));
  return {};
}

Outcome<void> remove(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("DELETE FROM teams WHERE id = $1", {id}));
  return {};
}

Outcome<TeamMemberList> list_members(database::Connection& connection, std::string_view team_id, std::int64_t limit,
                                     std::int64_t offset) {
  TeamMemberList found;
  found.total = TRY(connection.query("SELECT count(*)" + std::string(present_members), {team_id})).front().integer(0);
  const auto rows = TRY(connection.query("SELECT u.id, u.name, u.email, m.created_at" + std::string(present_members) +
                                             " ORDER BY u.search_text, u.id LIMIT $2 OFFSET $3",
                                         {team_id, limit, offset}));
  for (const auto row : rows)
    found.items.push_back({.id = row.text(0), .name = row.text(1), .email = row.text(2), .added_at = row.integer(3)});
  return found;
}

Outcome<std::vector<std::string>> member_ids(database::Connection& connection, std::string_view team_id) {
  const auto rows = TRY(connection.query("SELECT user_id FROM team_members WHERE team_id = $1", {team_id}));
  std::vector<std::string> ids;
  for (const auto row : rows) ids.push_back(row.text(0));
  return ids;
}

Outcome<bool> add_member(database::Connection& connection, const Team& team, std::string_view user_id,
                         Milliseconds now) {
  return TRY(connection.execute("INSERT INTO team_members (team_id, organization_id, user_id, created_at) VALUES ($1, "
                                "$2, $3, $4) ON CONFLICT (team_id, user_id) DO NOTHING",
                                {team.id, team.organization_id, user_id, now})) > 0;
}

Outcome<bool> remove_member(database::Connection& connection, std::string_view team_id, std::string_view user_id) {
  return TRY(connection.execute("DELETE FROM team_members WHERE team_id = $1 AND user_id = $2", {team_id, user_id})) >
         0;
}

}  // namespace pagewright::teams
