// The published versions of an organisation's design tokens, and its draft, in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::tokens {

struct TokenVersion {
  std::string organization_id;
  std::int64_t number = 0;
  std::optional<std::string> author_id = {};  // nothing: the program's own first one
  std::string author_name = {};
  Milliseconds created_at = 0;
  std::optional<std::int64_t> restored_from = {};
  std::string message = {};
  std::string tokens = {};  // empty in lists

  // With `tokens` where they are there.
  [[nodiscard]] std::string to_json() const;
};

struct TokenVersionList {
  std::vector<TokenVersion> items;
  std::int64_t total = 0;
};

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const TokenVersion& version);
// Newest first, without tokens.
[[nodiscard]] Outcome<TokenVersionList> list_versions(database::Connection& connection,
                                                      std::string_view organization_id, std::int64_t limit,
                                                      std::int64_t offset);
// not_found where there is none of that number.
[[nodiscard]] Outcome<TokenVersion> must_find_version(database::Connection& connection,
                                                      std::string_view organization_id, std::int64_t number);

// What is to become the next version.
struct TokenDraft {
  std::string organization_id;
  std::string revision;           // another one with each change: the ETag
  std::int64_t base_version = 0;  // that it began with
  std::string author_id;          // who changed it last
  std::string author_name = {};
  Milliseconds updated_at = 0;
  std::string tokens;

  [[nodiscard]] std::string to_json() const;
};

[[nodiscard]] Outcome<std::optional<TokenDraft>> find_draft(database::Connection& connection,
                                                            std::string_view organization_id);
[[nodiscard]] Outcome<void> put(database::Connection& connection, const TokenDraft& draft);
[[nodiscard]] Outcome<void> remove_draft(database::Connection& connection, std::string_view organization_id);

}  // namespace pagewright::tokens
