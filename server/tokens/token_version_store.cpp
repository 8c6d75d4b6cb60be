#include "server/tokens/token_version_store.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::tokens {
namespace {

constexpr std::string_view columns =
    "SELECT v.organization_id, v.number, v.author_id, u.name, v.created_at, v.restored_from, v.message";
constexpr std::string_view from_versions = " FROM design_token_versions v LEFT JOIN users u ON u.id = v.author_id ";

TokenVersion read_version(database::Row row) {
  return {.organization_id = row.text(0),
          .number = row.integer(1),
          .author_id = row.optional_text(2),
          .author_name = row.optional_text(3).value_or(""),
          .created_at = row.integer(4),
          .restored_from = row.optional_integer(5),
          .message = row.text(6)};
}

std::string person_json(const std::string& id, const std::string& name) {
  return JsonText().text("id", id).text("name", name).take();
}

}  // namespace

std::string TokenVersion::to_json() const {
  JsonText text;
  text.number("number", number)
      .text("message", message)
      .raw("author", author_id ? person_json(*author_id, author_name) : "null")
      .time("createdAt", created_at)
      .raw("restoredFrom", restored_from ? std::to_string(*restored_from) : "null");
  if (!tokens.empty()) text.raw("tokens", tokens);
  return text.take();
}

std::string TokenDraft::to_json() const {
  return JsonText()
      .raw("tokens", tokens)
      .number("baseVersion", base_version)
      .raw("author", person_json(author_id, author_name))
      .time("updatedAt", updated_at)
      .take();
}

Outcome<void> insert(database::Connection& connection, const TokenVersion& version) {
  TRY(
      connection.execute("INSERT INTO design_token_versions (organization_id, number, author_id, created_at, "
                         "restored_from, message, tokens) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                         {version.organization_id, version.number, version.author_id, version.created_at,
                          version.restored_from, version.message, version.tokens}));
  return {};
}

Outcome<TokenVersionList> list_versions(database::Connection& connection, std::string_view organization_id,
                                        std::int64_t limit, std::int64_t offset) {
  TokenVersionList found;
  found.total =
      TRY(connection.query("SELECT count(*) FROM design_token_versions WHERE organization_id = $1", {organization_id}))
          .front()
          .integer(0);
  const auto rows = TRY(connection.query(std::string(columns) + std::string(from_versions) +
                                             "WHERE v.organization_id = $1 ORDER BY v.number DESC LIMIT $2 OFFSET $3",
                                         {organization_id, limit, offset}));
  for (const auto row : rows) found.items.push_back(read_version(row));
  return found;
}

Outcome<TokenVersion> must_find_version(database::Connection& connection, std::string_view organization_id,
                                        std::int64_t number) {
  const auto rows = TRY(connection.query(std::string(columns) + ", v.tokens" + std::string(from_versions) +
                                             "WHERE v.organization_id = $1 AND v.number = $2",
                                         {organization_id, number}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such version of the design tokens."));
  TokenVersion version = read_version(rows.front());
  version.tokens = rows.front().text(7);
  return version;
}

Outcome<std::optional<TokenDraft>> find_draft(database::Connection& connection, std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      "SELECT d.organization_id, d.revision, d.base_version, d.author_id, u.name, d.updated_at, d.tokens FROM "
      "design_token_drafts d JOIN users u ON u.id = d.author_id WHERE d.organization_id = $1",
      {organization_id}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return TokenDraft{.organization_id = row.text(0),
                    .revision = row.text(1),
                    .base_version = row.integer(2),
                    .author_id = row.text(3),
                    .author_name = row.text(4),
                    .updated_at = row.integer(5),
                    .tokens = row.text(6)};
}

Outcome<void> put(database::Connection& connection, const TokenDraft& draft) {
  TRY(connection.execute(
      "INSERT INTO design_token_drafts (organization_id, revision, base_version, author_id, updated_at, tokens) VALUES "
      "($1, $2, $3, $4, $5, $6) ON CONFLICT (organization_id) DO UPDATE SET revision = excluded.revision, base_version "
      "= excluded.base_version, author_id = excluded.author_id, updated_at = excluded.updated_at, tokens = "
      "excluded.tokens",
      {draft.organization_id, draft.revision, draft.base_version, draft.author_id, draft.updated_at, draft.tokens}));
  return {};
}

Outcome<void> remove_draft(database::Connection& connection, std::string_view organization_id) {
  TRY(connection.execute("DELETE FROM design_token_drafts WHERE organization_id = $1", {organization_id}));
  return {};
}

}  // namespace pagewright::tokens
