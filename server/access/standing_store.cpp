#include "server/access/standing_store.hpp"

#include <algorithm>
#include <cassert>

namespace pagewright::access {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

}  // namespace

Outcome<std::optional<Door>> find_door(database::Connection& connection, std::string_view page_id,
                                       std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      "SELECT owner_id, team_id, access FROM pages WHERE id = $1 AND organization_id = $2 AND deleted_at IS NULL",
      {page_id, organization_id}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return Door{.owner_id = row.text(0), .team_id = row.optional_text(1), .access = row.text(2)};
}

Outcome<Standing> find_standing(database::Connection& connection, std::string_view page_id, const Door& door,
                                std::string_view user_id) {
  const auto rows =
      TRY(connection.query("SELECT g.level FROM page_grants g WHERE g.page_id = $1 AND (g.user_id = $2 OR g.team_id IN "
                           "(SELECT m.team_id FROM team_members m WHERE m.user_id = $2)) UNION ALL "
                           "SELECT 'team' FROM team_members t WHERE t.team_id = $3 AND t.user_id = $2",
                           {page_id, user_id, door.team_id.value_or("")}));
  Standing standing;
  for (const auto row : rows) {
    const auto level = parse_level(row.text(0));
    if (!level)
      standing.is_in_team = true;
    else
      standing.granted = std::max(standing.granted.value_or(Level::view), *level);
  }
  return standing;
}

Outcome<http::PageRights> find_rights(database::Connection& connection, const http::Caller& caller,
                                      std::string_view page_id, const Door& door) {
  if (caller.role == http::Role::admin) return http::PageRights::all();
  return rights(caller, door, TRY(find_standing(connection, page_id, door, caller.user_id)));
}

Outcome<void> check(database::Connection& connection, const http::Caller& caller, std::string_view page_id,
                    const Door& door, http::PageRight needed) {
  if (certain_rights(caller, door).allow(needed)) return {};
  return check(TRY(find_rights(connection, caller, page_id, door)), needed);
}

Outcome<Membership> find_membership(database::Connection& connection, std::string_view organization_id,
                                    std::string_view user_id) {
  const auto rows = TRY(
      connection.query("SELECT team_id FROM team_members WHERE organization_id = $1 AND user_id = $2 ORDER BY team_id",
                       {organization_id, user_id}));
  Membership membership{.user_id = std::string(user_id)};
  for (const auto row : rows) membership.team_ids.push_back(row.text(0));
  return membership;
}

std::string only_with(http::PageRight right, const Reader& reader, std::string_view pages, std::string_view user) {
  assert((right == http::PageRight::view || right == http::PageRight::edit) && "lists are of what one views or edits");
  const bool edits = right == http::PageRight::edit;
  // Its parameter must stand somewhere all the same.
  if (reader.role == http::Role::admin) return " AND " + std::string(user) + " <> '-'";
  // The names of the tables are none that a statement around it gives to others.
  std::string condition = " AND (";
  if (!edits) condition += "<pages>.access <> 'restricted' OR ";
  if (edits && reader.role >= http::Role::editor) condition += "<pages>.access = 'open' OR ";
  if (!edits || reader.role >= http::Role::editor)
    condition +=
        "<pages>.owner_id = <user> OR EXISTS (SELECT 1 FROM team_members own_team WHERE own_team.team_id = "
        "<pages>.team_id "
        "AND own_team.user_id = <user>) OR ";
  condition += "EXISTS (SELECT 1 FROM page_grants given WHERE given.page_id = <pages>.id AND ";
  if (edits) condition += "given.level <> 'view' AND ";
  condition +=
      "(given.user_id = <user> OR given.team_id IN (SELECT own_team.team_id FROM team_members own_team WHERE "
      "own_team.user_id = <user>))))";
  return replaced(replaced(std::move(condition), "<pages>", pages), "<user>", user);
}

std::string viewable_by(std::string_view pages, std::string_view user, std::string_view role) {
  const std::string condition =
      "(<role> = 'admin' OR <pages>.access <> 'restricted' OR <pages>.owner_id = <user> OR EXISTS (SELECT 1 FROM "
      "team_members own_team WHERE own_team.team_id = <pages>.team_id AND own_team.user_id = <user>) OR EXISTS (SELECT "
      "1 FROM page_grants given WHERE given.page_id = <pages>.id AND (given.user_id = <user> OR given.team_id IN "
      "(SELECT own_team.team_id FROM team_members own_team WHERE own_team.user_id = <user>))))";
  return replaced(replaced(replaced(condition, "<pages>", pages), "<user>", user), "<role>", role);
}

}  // namespace pagewright::access
