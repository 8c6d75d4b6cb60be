#include "server/users/user_store.hpp"

#include <algorithm>

#include "server/base/fields.hpp"
#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::users {
namespace {

constexpr std::string_view select_member =
    "SELECT u.id, u.email, u.name, u.password_hash, m.role, o.id, o.name, o.slug FROM users u "
    "JOIN memberships m ON m.user_id = u.id JOIN organisations o ON o.id = m.organization_id WHERE u.deleted_at IS "
    "NULL AND m.deactivated_at IS NULL ";

Outcome<Member> read(database::Row row) {
  const auto role = http::parse_role(row.text(4));
  if (!role) return std::unexpected(Problem::internal("a membership has the unknown role " + row.text(4)));
  return Member{.id = row.text(0),
                .email = row.text(1),
                .name = row.text(2),
                .password_hash = row.text(3),
                .role = *role,
                .organisation = {.id = row.text(5), .name = row.text(6), .slug = row.text(7)}};
}

Outcome<std::optional<Member>> first(const database::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return TRY(read(rows.front()));
}

// What searching people looks through.
std::string search_text(std::string_view name, std::string_view email) {
  return fold(name) + " " + std::string(email);
}

}  // namespace

std::string Member::to_json() const {
  return JsonText()
      .text("id", id)
      .text("email", email)
      .text("name", name)
      .text("role", http::name_of(role))
      .raw("organization", organisation.to_json())
      .take();
}

std::string normalized_email(std::string_view email) {
  std::string out(trimmed(email));
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::string fault_of_email(std::string_view email) {
  const std::size_t at = email.rfind('@');
  const bool has_space = std::ranges::any_of(email, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  if (at == std::string_view::npos || at == 0 || at + 1 == email.size() || has_space || email.size() > 254)
    return "must be an e-mail address such as ada@example.org";
  return {};
}

Outcome<std::optional<Account>> find_account(database::Connection& connection, std::string_view email) {
  const auto rows = TRY(
      connection.query("SELECT id, name, password_hash FROM users WHERE email = $1 AND deleted_at IS NULL", {email}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return Account{.id = row.text(0), .name = row.text(1), .password_hash = row.text(2)};
}

Outcome<std::optional<Member>> find_by_email(database::Connection& connection, std::string_view email) {
  return first(TRY(
      connection.query(std::string(select_member) + "AND u.email = $1 ORDER BY m.created_at, o.id LIMIT 1", {email})));
}

Outcome<std::optional<Member>> find(database::Connection& connection, std::string_view user_id,
                                    std::string_view organization_id) {
  return first(
      TRY(connection.query(std::string(select_member) + "AND u.id = $1 AND o.id = $2", {user_id, organization_id})));
}

Outcome<std::vector<Member>> memberships_of(database::Connection& connection, std::string_view user_id) {
  const auto rows =
      TRY(connection.query(std::string(select_member) + "AND u.id = $1 ORDER BY o.name, o.id", {user_id}));
  std::vector<Member> members;
  for (const auto row : rows) members.push_back(TRY(read(row)));
  return members;
}

Outcome<void> insert_account(database::Connection& connection, const Member& member, Milliseconds now) {
  TRY(connection.execute(
      "INSERT INTO users (id, email, name, password_hash, created_at, updated_at, search_text) "
      "VALUES ($1, $2, $3, $4, $5, $5, $6)",
      {member.id, member.email, member.name, member.password_hash, now, search_text(member.name, member.email)}));
  return {};
}

Outcome<bool> add_membership(database::Connection& connection, std::string_view organization_id,
                             std::string_view user_id, http::Role role, Milliseconds now) {
  return TRY(connection.execute(
             "INSERT INTO memberships (organization_id, user_id, role, created_at) VALUES ($1, $2, $3, $4) "
             "ON CONFLICT (organization_id, user_id) DO NOTHING",
             {organization_id, user_id, http::name_of(role), now})) == 1;
}

Outcome<void> insert(database::Connection& connection, const Member& member, Milliseconds now) {
  TRY(insert_account(connection, member, now));
  TRY(add_membership(connection, member.organisation.id, member.id, member.role, now));
  return {};
}

Outcome<void> set_profile(database::Connection& connection, std::string_view user_id, const Profile& profile,
                          Milliseconds now) {
  const auto owner = TRY(find_account(connection, profile.email));
  if (owner && owner->id != user_id)
    return std::unexpected(Problem::conflict("The e-mail address was not changed", "It has another account already.",
                                             {{"/email", "has another account already", "taken"}}));
  TRY(connection.execute("UPDATE users SET name = $2, email = $3, search_text = $4, updated_at = $5 WHERE id = $1",
                         {user_id, profile.name, profile.email, search_text(profile.name, profile.email), now}));
  return {};
}

Outcome<void> set_password(database::Connection& connection, std::string_view user_id, std::string_view password_hash,
                           Milliseconds now) {
  TRY(connection.execute("UPDATE users SET password_hash = $2, updated_at = $3 WHERE id = $1",
                         {user_id, password_hash, now}));
  return {};
}

Outcome<void> record_sign_in(database::Connection& connection, std::string_view user_id, Milliseconds now) {
  TRY(connection.execute("UPDATE users SET last_sign_in_at = $2 WHERE id = $1", {user_id, now}));
  return {};
}

Outcome<bool> has_administrator(database::Connection& connection) {
  return !TRY(connection.query("SELECT 1 FROM memberships m JOIN users u ON u.id = m.user_id "
                               "WHERE m.role = 'admin' AND m.deactivated_at IS NULL AND u.deleted_at IS NULL AND "
                               "u.password_hash <> '' LIMIT 1"))
              .empty();
}

}  // namespace pagewright::users
