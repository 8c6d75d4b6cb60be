// Invitations to an organisation. Of their tokens only hashes are kept; an accepted one is gone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"
#include "server/http/caller.hpp"

namespace pagewright::people {

inline constexpr Milliseconds invitation_lifetime = 7LL * 24 * 3600 * 1000;

struct Invitation {
  std::string id;
  std::string organization_id;
  std::string email;
  http::Role role = http::Role::viewer;
  std::string invited_by;  // a user's id
  Milliseconds created_at = 0;
  Milliseconds expires_at = 0;

  [[nodiscard]] std::string to_json() const;
};

struct InvitationList {
  std::vector<Invitation> items;
  std::int64_t total = 0;
};

// In place of one to the same address: its link is void. Gives what is stored, which keeps the older one's id.
[[nodiscard]] Outcome<Invitation> put_invitation(database::Connection& connection, const Invitation& invitation,
                                                 std::string_view token_hash);
// Newest first.
[[nodiscard]] Outcome<InvitationList> list_invitations(database::Connection& connection,
                                                       std::string_view organization_id, std::int64_t limit,
                                                       std::int64_t offset);
[[nodiscard]] Outcome<std::optional<Invitation>> find_invitation(database::Connection& connection, std::string_view id,
                                                                 std::string_view organization_id);
// Nothing where the link is unknown or has expired. take: nobody finds it again.
[[nodiscard]] Outcome<std::optional<Invitation>> find_invitation_by_token(database::Connection& connection,
                                                                          std::string_view token_hash,
                                                                          Milliseconds now);
[[nodiscard]] Outcome<std::optional<Invitation>> take_invitation(database::Connection& connection,
                                                                 std::string_view token_hash, Milliseconds now);
[[nodiscard]] Outcome<void> delete_invitation(database::Connection& connection, std::string_view id);

}  // namespace pagewright::people
