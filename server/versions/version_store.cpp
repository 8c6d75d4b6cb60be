#include "server/versions/version_store.hpp"

namespace pagewright::versions {

Outcome<VersionList> list(database::Connection& connection, std::string_view page_id, std::string_view organization_id,
                          std::int64_t limit, std::int64_t offset) {
  VersionList list;
  const auto pages = TRY(connection.query(
      "SELECT latest_version_number FROM pages WHERE id = $1 AND organization_id = $2 AND deleted_at IS NULL",
      {page_id, organization_id}));
  if (pages.empty()) return std::unexpected(Problem::not_found("There is no such page, or it was deleted."));
  list.total =
      TRY(connection.query("SELECT COUNT(*) FROM page_versions WHERE page_id = $1", {page_id})).front().integer(0);
  const auto rows =
      TRY(connection.query("SELECT " + std::string(collaboration::version_columns) +
                               " FROM page_versions v JOIN users u ON u.id = v.author_id WHERE v.page_id = $1 "
                               "ORDER BY v.version_number DESC LIMIT $2 OFFSET $3",
                           {page_id, limit, offset}));
  for (const auto row : rows) list.items.push_back(collaboration::read_version(row));
  return list;
}

Outcome<collaboration::VersionRecord> find(database::Connection& connection, std::string_view page_id,
                                           std::string_view organization_id, std::int64_t number) {
  const auto rows =
      TRY(connection.query("SELECT " + std::string(collaboration::version_columns) +
                               " FROM page_versions v JOIN users u ON u.id = v.author_id "
                               "JOIN pages p ON p.id = v.page_id WHERE v.page_id = $1 "
                               "AND p.organization_id = $2 AND p.deleted_at IS NULL AND v.version_number = $3",
                           {page_id, organization_id, number}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such version of this page."));
  return collaboration::read_version(rows.front());
}

}  // namespace pagewright::versions
