#include "server/people/invitation_store.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::people {
namespace {

constexpr std::string_view columns = "id, organization_id, email, role, invited_by, created_at, expires_at";

Outcome<Invitation> read(database::Row row) {
  const auto role = http::parse_role(row.text(3));
  if (!role) return std::unexpected(Problem::internal("an invitation has the unknown role " + row.text(3)));
  return Invitation{.id = row.text(0),
                    .organization_id = row.text(1),
                    .email = row.text(2),
                    .role = *role,
                    .invited_by = row.text(4),
                    .created_at = row.integer(5),
                    .expires_at = row.integer(6)};
}

Outcome<std::optional<Invitation>> first(const database::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  return TRY(read(rows.front()));
}

}  // namespace

std::string Invitation::to_json() const {
  return JsonText()
      .text("id", id)
      .text("email", email)
      .text("role", http::name_of(role))
      .text("invitedBy", invited_by)
      .time("createdAt", created_at)
      .time("expiresAt", expires_at)
      .take();
}

Outcome<Invitation> put_invitation(database::Connection& connection, const Invitation& invitation,
                                   std::string_view token_hash) {
  const auto rows = TRY(connection.query(
      "INSERT INTO invitations (id, organization_id, email, role, invited_by, created_at, expires_at, token_hash) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (organization_id, email) DO UPDATE SET role = "
      "excluded.role, "
      "invited_by = excluded.invited_by, created_at = excluded.created_at, expires_at = excluded.expires_at, "
      "token_hash = excluded.token_hash RETURNING " +
          std::string(columns),
      {invitation.id, invitation.organization_id, invitation.email, http::name_of(invitation.role),
       invitation.invited_by, invitation.created_at, invitation.expires_at, token_hash}));
  return read(rows.front());
}

Outcome<InvitationList> list_invitations(database::Connection& connection, std::string_view organization_id,
                                         std::int64_t limit, std::int64_t offset) {
  InvitationList list;
  list.total = TRY(connection.query("SELECT count(*) FROM invitations WHERE organization_id = $1", {organization_id}))
                   .front()
                   .integer(0);
  const auto rows =
      TRY(connection.query("SELECT " + std::string(columns) +
                               " FROM invitations WHERE organization_id = $1 ORDER BY created_at DESC, id "
                               "LIMIT $2 OFFSET $3",
                           {organization_id, limit, offset}));
  for (const auto row : rows) list.items.push_back(TRY(read(row)));
  return list;
}

Outcome<std::optional<Invitation>> find_invitation(database::Connection& connection, std::string_view id,
                                                   std::string_view organization_id) {
  return first(TRY(
      connection.query("SELECT " + std::string(columns) + " FROM invitations WHERE id = $1 AND organization_id = $2",
                       {id, organization_id})));
}

Outcome<std::optional<Invitation>> find_invitation_by_token(database::Connection& connection,
                                                            std::string_view token_hash, Milliseconds now) {
  return first(TRY(
      connection.query("SELECT " + std::string(columns) + " FROM invitations WHERE token_hash = $1 AND expires_at > $2",
                       {token_hash, now})));
}

Outcome<std::optional<Invitation>> take_invitation(database::Connection& connection, std::string_view token_hash,
                                                   Milliseconds now) {
  return first(TRY(connection.query(
      "DELETE FROM invitations WHERE token_hash = $1 AND expires_at > $2 RETURNING " + std::string(columns),
      {token_hash, now})));
}

Outcome<void> delete_invitation(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("DELETE FROM invitations WHERE id = $1", {id}));
  return {};
}

}  // namespace pagewright::people
