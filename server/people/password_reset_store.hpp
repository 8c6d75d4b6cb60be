// Links to a new password, of which only hashes are kept.
#pragma once

#include <optional>
#include <string>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::people {

inline constexpr Milliseconds reset_lifetime = 3600LL * 1000;

// Who a link is for.
struct ResetAccount {
  std::string user_id;
  std::string name;
  std::string email;
};

// Nothing where no active member of any organisation has that address.
[[nodiscard]] Outcome<std::optional<ResetAccount>> find_account(database::Connection& connection,
                                                                std::string_view email);

// A user has at most three links at once: the oldest goes.
[[nodiscard]] Outcome<void> insert_reset(database::Connection& connection, std::string_view token_hash,
                                         std::string_view user_id, Milliseconds now);
// Nothing where the link is unknown, was used, or has expired.
[[nodiscard]] Outcome<std::optional<ResetAccount>> find_reset(database::Connection& connection,
                                                              std::string_view token_hash, Milliseconds now);
// As find_reset, and nobody finds it again: of two at once, one gets it.
[[nodiscard]] Outcome<std::optional<ResetAccount>> take_reset(database::Connection& connection,
                                                              std::string_view token_hash, Milliseconds now);
[[nodiscard]] Outcome<void> delete_resets_of(database::Connection& connection, std::string_view user_id);

}  // namespace pagewright::people
