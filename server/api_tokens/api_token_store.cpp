#include "server/api_tokens/api_token_store.hpp"

#include "server/base/text_list.hpp"

namespace pagewright::api_tokens {
namespace {

constexpr std::string_view select_tokens =
    "SELECT t.id, t.organization_id, t.user_id, u.name, u.email, t.name, t.prefix, t.scopes, t.created_at, "
    "t.expires_at, t.last_used_at FROM api_tokens t JOIN users u ON u.id = t.user_id WHERE ";

ApiTokenRecord read(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .owner = {.id = row.text(2), .name = row.text(3), .email = row.text(4)},
          .name = row.text(5),
          .prefix = row.text(6),
          .scopes = read_text_list(row.text(7)),
          .created_at = row.integer(8),
          .expires_at = row.optional_integer(9),
          .last_used_at = row.optional_integer(10)};
}

std::vector<ApiTokenRecord> read_all(const database::Rows& rows) {
  std::vector<ApiTokenRecord> tokens;
  for (const auto row : rows) tokens.push_back(read(row));
  return tokens;
}

std::optional<ApiTokenRecord> read_first(const database::Rows& rows) {
  return rows.empty() ? std::nullopt : std::optional(read(rows.front()));
}

}  // namespace

Outcome<void> insert(database::Connection& connection, const ApiTokenRecord& token, std::string_view token_hash) {
  TRY(connection.execute(
      "INSERT INTO api_tokens (id, organization_id, user_id, name, scopes, token_hash, prefix, created_at, expires_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {token.id, token.organization_id, token.owner.id, token.name, text_list_json(token.scopes), token_hash,
       token.prefix, token.created_at, token.expires_at}));
  return {};
}

Outcome<std::vector<ApiTokenRecord>> list_of(database::Connection& connection, std::string_view organization_id,
                                             std::string_view user_id) {
  return read_all(
      TRY(connection.query(std::string(select_tokens) + "t.organization_id = $1 AND t.user_id = $2 ORDER BY t.id DESC",
                           {organization_id, user_id})));
}

Outcome<ApiTokenList> list(database::Connection& connection, std::string_view organization_id, std::int64_t limit,
                           std::int64_t offset) {
  const auto total =
      TRY(connection.query("SELECT count(*) FROM api_tokens WHERE organization_id = $1", {organization_id}));
  const auto rows =
      TRY(connection.query(std::string(select_tokens) + "t.organization_id = $1 ORDER BY t.id DESC LIMIT $2 OFFSET $3",
                           {organization_id, limit, offset}));
  return ApiTokenList{.items = read_all(rows), .total = total.front().integer(0)};
}

Outcome<std::int64_t> count_of(database::Connection& connection, std::string_view organization_id,
                               std::string_view user_id) {
  return TRY(connection.query("SELECT count(*) FROM api_tokens WHERE organization_id = $1 AND user_id = $2",
                              {organization_id, user_id}))
      .front()
      .integer(0);
}

Outcome<std::optional<ApiTokenRecord>> find(database::Connection& connection, std::string_view id,
                                            std::string_view organization_id) {
  return read_first(TRY(
      connection.query(std::string(select_tokens) + "t.id = $1 AND t.organization_id = $2", {id, organization_id})));
}

Outcome<std::optional<ApiTokenRecord>> find_by_hash(database::Connection& connection, std::string_view token_hash) {
  return read_first(TRY(connection.query(std::string(select_tokens) + "t.token_hash = $1", {token_hash})));
}

Outcome<void> remove(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("DELETE FROM api_tokens WHERE id = $1", {id}));
  return {};
}

Outcome<void> note_use(database::Connection& connection, std::string_view id, Milliseconds now) {
  TRY(connection.execute(
      "UPDATE api_tokens SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $3)",
      {id, now, now - use_interval}));
  return {};
}

}  // namespace pagewright::api_tokens
