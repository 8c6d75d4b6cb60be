#include "server/sharing/grant_store.hpp"

#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::sharing {
namespace {

JsonText members_of(const Grantee& grantee) {
  JsonText text;
  text.text("id", grantee.id)
      .text("kind", name_of(grantee.kind))
      .text("name", grantee.name)
      .text("email", grantee.email)
      .text("role", grantee.role);
  return text;
}

// kind, id, name, email, role, …; what stands behind differs.
Grantee read_grantee(database::Row row) {
  const bool is_user = row.text(0) == "user";
  return {.kind = is_user ? Kind::user : Kind::team,
          .id = row.text(1),
          .name = row.text(2),
          .email = is_user ? row.optional_text(3) : std::nullopt,
          .role = is_user ? row.optional_text(4) : std::nullopt};
}

Outcome<Grant> read_grant(database::Row row) {
  const auto level = access::parse_level(row.text(5));
  if (!level) return std::unexpected(Problem::internal("a grant has the unknown level " + row.text(5)));
  return Grant{.grantee = read_grantee(row), .level = *level, .created_at = row.integer(6)};
}

// Of the page $1.
constexpr std::string_view granted_to_users =
    "SELECT 'user' AS kind, u.id AS id, u.name AS name, u.email AS email, s.role AS role, g.level AS level, "
    "g.created_at AS created_at, u.search_text AS search_text FROM page_grants g JOIN memberships s ON "
    "s.organization_id = g.organization_id AND s.user_id = g.user_id JOIN users u ON u.id = g.user_id WHERE "
    "g.page_id = $1 AND s.deactivated_at IS NULL AND u.deleted_at IS NULL";
constexpr std::string_view granted_to_teams =
    "SELECT 'team' AS kind, t.id AS id, t.name AS name, '' AS email, '' AS role, g.level AS level, g.created_at AS "
    "created_at, t.search_text AS search_text FROM page_grants g JOIN teams t ON t.id = g.team_id WHERE g.page_id = $1";

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::user:
      return "user";
    case Kind::team:
      return "team";
  }
  __builtin_unreachable();
}

std::string Grantee::to_json() const {
  return members_of(*this).take();
}

std::string Grant::to_json() const {
  return members_of(grantee).text("level", access::name_of(level)).time("createdAt", created_at).take();
}

Outcome<std::vector<Grant>> list(database::Connection& connection, std::string_view page_id) {
  const auto rows = TRY(connection.query(
      std::string(granted_to_teams) + " UNION ALL " + std::string(granted_to_users) + " ORDER BY kind, search_text, id",
      {page_id}));
  std::vector<Grant> grants;
  for (const auto row : rows) grants.push_back(TRY(read_grant(row)));
  return grants;
}

Outcome<std::optional<Grant>> find(database::Connection& connection, std::string_view page_id,
                                   std::string_view grantee_id) {
  const auto rows = TRY(connection.query(std::string(granted_to_teams) + " AND g.grantee_id = $2 UNION ALL " +
                                             std::string(granted_to_users) + " AND g.grantee_id = $2",
                                         {page_id, grantee_id}));
  if (rows.empty()) return std::nullopt;
  return TRY(read_grant(rows.front()));
}

Outcome<std::int64_t> count(database::Connection& connection, std::string_view page_id) {
  return TRY(connection.query("SELECT count(*) FROM page_grants WHERE page_id = $1", {page_id})).front().integer(0);
}

Outcome<void> put(database::Connection& connection, const PageOf& page, const Grant& grant) {
  const std::string user = grant.grantee.kind == Kind::user ? grant.grantee.id : std::string();
  const std::string team = grant.grantee.kind == Kind::team ? grant.grantee.id : std::string();
  TRY(
      connection.execute("INSERT INTO page_grants (page_id, grantee_id, organization_id, user_id, team_id, level, "
                         "created_at) VALUES ($1, $2, $3, NULLIF($4, ''), NULLIF($5, ''), $6, $7) ON CONFLICT "
                         "(page_id, grantee_id) DO UPDATE SET level = excluded.level",
                         {page.page_id, grant.grantee.id, page.organization_id, user, team,
                          access::name_of(grant.level), grant.created_at}));
  return {};
}

Outcome<void> remove(database::Connection& connection, std::string_view page_id, std::string_view grantee_id) {
  TRY(connection.execute("DELETE FROM page_grants WHERE page_id = $1 AND grantee_id = $2", {page_id, grantee_id}));
  return {};
}

Outcome<std::optional<Grantee>> find_grantee(database::Connection& connection, std::string_view id,
                                             std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      "SELECT 'user', u.id, u.name, u.email, s.role FROM memberships s JOIN users u ON u.id = s.user_id WHERE "
      "s.user_id = $1 AND s.organization_id = $2 AND s.deactivated_at IS NULL AND u.deleted_at IS NULL UNION ALL "
      "SELECT 'team', t.id, t.name, '', '' FROM teams t WHERE t.id = $1 AND t.organization_id = $2",
      {id, organization_id}));
  return rows.empty() ? std::nullopt : std::optional(read_grantee(rows.front()));
}

Outcome<std::vector<std::string>> users_behind(database::Connection& connection, const Grantee& grantee) {
  if (grantee.kind == Kind::user) return std::vector{grantee.id};
  const auto rows = TRY(connection.query("SELECT user_id FROM team_members WHERE team_id = $1", {grantee.id}));
  std::vector<std::string> ids;
  for (const auto row : rows) ids.push_back(row.text(0));
  return ids;
}

Outcome<std::vector<Grantee>> find_candidates(database::Connection& connection, const PageOf& page,
                                              const std::string& search, std::int64_t limit) {
  const std::string pattern = contains_pattern(fold(search));
  const auto teams = TRY(connection.query(
      "SELECT 'team', t.id, t.name, '', '' FROM teams t WHERE t.organization_id = $1 AND t.search_text LIKE $2 ESCAPE "
      "'\\' AND NOT EXISTS (SELECT 1 FROM page_grants g WHERE g.page_id = $3 AND g.grantee_id = t.id) ORDER BY "
      "t.search_text, t.id LIMIT $4",
      {page.organization_id, pattern, page.page_id, limit}));
  const auto people = TRY(connection.query(
      "SELECT 'user', u.id, u.name, u.email, s.role FROM memberships s JOIN users u ON u.id = s.user_id WHERE "
      "s.organization_id = $1 AND u.search_text LIKE $2 ESCAPE '\\' AND s.role <> 'admin' AND s.deactivated_at IS NULL "
      "AND u.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM page_grants g WHERE g.page_id = $3 AND g.grantee_id = "
      "u.id) AND NOT EXISTS (SELECT 1 FROM pages p WHERE p.id = $3 AND p.owner_id = u.id) ORDER BY u.search_text, u.id "
      "LIMIT $4",
      {page.organization_id, pattern, page.page_id, limit}));
  std::vector<Grantee> found;
  for (const auto row : teams) found.push_back(read_grantee(row));
  for (const auto row : people) found.push_back(read_grantee(row));
  return found;
}

Outcome<void> set_access(database::Connection& connection, std::string_view page_id, std::string_view access) {
  TRY(connection.execute("UPDATE pages SET access = $2 WHERE id = $1", {page_id, access}));
  return {};
}

Outcome<void> set_team(database::Connection& connection, std::string_view page_id,
                       const std::optional<std::string>& team_id) {
  TRY(connection.execute("UPDATE pages SET team_id = NULLIF($2, '') WHERE id = $1", {page_id, team_id.value_or("")}));
  return {};
}

}  // namespace pagewright::sharing
