// The table of API tokens, of which only hashes are kept.
#pragma once

#include "server/api_tokens/api_token_record.hpp"
#include "server/database/database.hpp"

namespace pagewright::api_tokens {

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const ApiTokenRecord& token,
                                   std::string_view token_hash);

// Those of one member, or of the whole organisation; newest first.
[[nodiscard]] Outcome<std::vector<ApiTokenRecord>> list_of(database::Connection& connection,
                                                           std::string_view organization_id, std::string_view user_id);
struct ApiTokenList {
  std::vector<ApiTokenRecord> items;
  std::int64_t total = 0;
};
[[nodiscard]] Outcome<ApiTokenList> list(database::Connection& connection, std::string_view organization_id,
                                         std::int64_t limit, std::int64_t offset);
[[nodiscard]] Outcome<std::int64_t> count_of(database::Connection& connection, std::string_view organization_id,
                                             std::string_view user_id);

[[nodiscard]] Outcome<std::optional<ApiTokenRecord>> find(database::Connection& connection, std::string_view id,
                                                          std::string_view organization_id);
[[nodiscard]] Outcome<std::optional<ApiTokenRecord>> find_by_hash(database::Connection& connection,
                                                                  std::string_view token_hash);
[[nodiscard]] Outcome<void> remove(database::Connection& connection, std::string_view id);

// How exactly the last use is kept: a token that is used all the time is written to once in this.
inline constexpr Milliseconds use_interval = 60'000;
[[nodiscard]] Outcome<void> note_use(database::Connection& connection, std::string_view id, Milliseconds now);

}  // namespace pagewright::api_tokens
