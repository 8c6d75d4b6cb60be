#include "server/people/member_store.hpp"

#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::people {
namespace {

constexpr std::string_view columns =
    "SELECT u.id, u.email, u.name, m.role, m.deactivated_at, m.created_at, u.last_sign_in_at, "
    "(SELECT count(*) FROM memberships o WHERE o.user_id = u.id)";
constexpr std::string_view members =
    " FROM memberships m JOIN users u ON u.id = m.user_id WHERE u.deleted_at IS NULL AND m.organization_id = $1";

std::string order_by(std::string_view sort) {
  const bool is_descending = sort.starts_with('-');
  const std::string_view key = is_descending ? sort.substr(1) : sort;
  const std::string column = key == "email" ? "u.email" : key == "joinedAt" ? "m.created_at" : "u.search_text";
  const std::string direction = is_descending ? " DESC" : "";
  return " ORDER BY " + column + direction + ", u.id" + direction;
}

Outcome<MemberRecord> read(database::Row row) {
  const auto role = http::parse_role(row.text(3));
  if (!role) return std::unexpected(Problem::internal("a membership has the unknown role " + row.text(3)));
  return MemberRecord{.id = row.text(0),
                      .email = row.text(1),
                      .name = row.text(2),
                      .role = *role,
                      .is_active = row.is_null(4),
                      .is_shared = row.integer(7) > 1,
                      .joined_at = row.integer(5),
                      .last_sign_in_at = row.optional_integer(6)};
}

Outcome<std::optional<MemberRecord>> first(const database::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return TRY(read(rows.front()));
}

}  // namespace

std::string MemberRecord::to_json() const {
  return JsonText()
      .text("id", id)
      .text("email", email)
      .text("name", name)
      .text("role", http::name_of(role))
      .boolean("isActive", is_active)
      .boolean("isShared", is_shared)
      .time("joinedAt", joined_at)
      .time("lastSignInAt", last_sign_in_at)
      .take();
}

Outcome<MemberList> list(database::Connection& connection, const MemberQuery& query) {
  std::string where(members);
  where += query.role ? " AND m.role = $2" : " AND $2 = ''";
  where += query.search.empty() ? " AND $3 = ''" : " AND u.search_text LIKE $3 ESCAPE '\\'";
  if (query.is_active)
    where += *query.is_active ? " AND m.deactivated_at IS NULL" : " AND m.deactivated_at IS NOT NULL";
  const std::string_view role = query.role ? http::name_of(*query.role) : "";
  const std::string pattern = query.search.empty() ? std::string() : contains_pattern(fold(query.search));

  MemberList list;
  list.total =
      TRY(connection.query("SELECT count(*)" + where, {query.organization_id, role, pattern})).front().integer(0);
  const auto rows = TRY(connection.query(std::string(columns) + where + order_by(query.sort) + " LIMIT $4 OFFSET $5",
                                         {query.organization_id, role, pattern, query.limit, query.offset}));
  for (const auto row : rows) list.items.push_back(TRY(read(row)));
  return list;
}

Outcome<std::optional<MemberRecord>> find_member(database::Connection& connection, std::string_view user_id,
                                                 std::string_view organization_id) {
  return first(TRY(
      connection.query(std::string(columns) + std::string(members) + " AND u.id = $2", {organization_id, user_id})));
}

Outcome<std::optional<MemberRecord>> find_member_by_email(database::Connection& connection, std::string_view email,
                                                          std::string_view organization_id) {
  return first(TRY(
      connection.query(std::string(columns) + std::string(members) + " AND u.email = $2", {organization_id, email})));
}

Outcome<std::int64_t> count_other_administrators(database::Connection& connection, std::string_view user_id,
                                                 std::string_view organization_id) {
  return TRY(connection.query("SELECT count(*)" + std::string(members) +
                                  " AND u.id <> $2 AND m.role = 'admin' AND m.deactivated_at IS NULL",
                              {organization_id, user_id}))
      .front()
      .integer(0);
}

Outcome<void> set_role(database::Connection& connection, std::string_view user_id, std::string_view organization_id,
                       http::Role role) {
  TRY(connection.execute("UPDATE memberships SET role = $3 WHERE user_id = $1 AND organization_id = $2",
                         {user_id, organization_id, http::name_of(role)}));
  return {};
}

Outcome<void> set_deactivated(database::Connection& connection, std::string_view user_id,
                              std::string_view organization_id, std::optional<Milliseconds> since) {
  TRY(connection.execute("UPDATE memberships SET deactivated_at = $3 WHERE user_id = $1 AND organization_id = $2",
                         {user_id, organization_id, since}));
  return {};
}

Outcome<void> remove(database::Connection& connection, std::string_view user_id, std::string_view organization_id) {
  TRY(connection.execute("DELETE FROM memberships WHERE user_id = $1 AND organization_id = $2",
                         {user_id, organization_id}));
  return {};
}

Outcome<std::vector<std::string>> organisations_of(database::Connection& connection, std::string_view user_id) {
  const auto rows = TRY(connection.query(
      "SELECT organization_id FROM memberships WHERE user_id = $1 AND deactivated_at IS NULL ORDER BY organization_id",
      {user_id}));
  std::vector<std::string> ids;
  for (const auto row : rows) ids.push_back(row.text(0));
  return ids;
}

}  // namespace pagewright::people
