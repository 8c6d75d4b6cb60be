#include "server/versions/version_store.hpp"

#include <algorithm>
#include <span>

namespace pagewright::versions {

namespace {

using collaboration::VersionRecord;

// The tags of all these versions of a page.
Outcome<void> add_tags(database::Connection& connection, std::string_view page_id, std::span<VersionRecord> versions) {
  const auto rows =
      TRY(connection.query("SELECT version_id, name FROM page_tags WHERE page_id = $1 ORDER BY name", {page_id}));
  for (const auto row : rows) {
    const auto version = std::ranges::find(versions, row.text(0), &VersionRecord::id);
    if (version != versions.end()) version->tags.push_back(row.text(1));
  }
  return {};
}

Outcome<VersionRecord> find_one(database::Connection& connection, std::string_view page_id,
                                std::string_view organization_id, std::string_view condition,
                                database::Parameter parameter) {
  const auto rows = TRY(connection.query(
      std::string(collaboration::select_versions) +
          "JOIN pages p ON p.id = v.page_id WHERE v.page_id = $1 AND p.organization_id = $2 AND p.deleted_at IS NULL " +
          std::string(condition),
      {page_id, organization_id, parameter}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such version of this page."));
  VersionRecord version = collaboration::read_version(rows.front());
  TRY(add_tags(connection, page_id, {&version, 1}));
  return version;
}

}  // namespace

Outcome<VersionList> list(database::Connection& connection, const VersionQuery& query) {
  const auto pages = TRY(connection.query(
      "SELECT latest_version_number FROM pages WHERE id = $1 AND organization_id = $2 AND deleted_at IS NULL",
      {query.page_id, query.organization_id}));
  if (pages.empty()) return std::unexpected(Problem::not_found("There is no such page, or it was deleted."));
  // A condition that is not asked for is left out, so that an index fits; its parameter must stand somewhere all the
  // same.
  std::string where = "WHERE v.page_id = $1";
  where += query.branch.empty() ? " AND $2 = ''"
                                : " AND v.branch IN (SELECT id FROM page_branches WHERE page_id = $1 AND name = $2 AND "
                                  "deleted_at IS NULL)";
  where += query.tag.empty() ? " AND $3 = ''"
                             : " AND v.id IN (SELECT version_id FROM page_tags WHERE page_id = $1 AND name = $3)";
  VersionList list;
  list.total =
      TRY(connection.query("SELECT COUNT(*) FROM page_versions v " + where, {query.page_id, query.branch, query.tag}))
          .front()
          .integer(0);
  const auto rows = TRY(connection.query(
      std::string(collaboration::select_versions) + where + " ORDER BY v.version_number DESC LIMIT $4 OFFSET $5",
      {query.page_id, query.branch, query.tag, query.limit, query.offset}));
  for (const auto row : rows) list.items.push_back(collaboration::read_version(row));
  TRY(add_tags(connection, query.page_id, list.items));
  return list;
}

Outcome<VersionRecord> find(database::Connection& connection, std::string_view page_id,
                            std::string_view organization_id, std::int64_t number) {
  return find_one(connection, page_id, organization_id, "AND v.version_number = $3", number);
}

Outcome<VersionRecord> find_by_id(database::Connection& connection, std::string_view page_id,
                                  std::string_view organization_id, std::string_view id) {
  return find_one(connection, page_id, organization_id, "AND v.id = $3", id);
}

}  // namespace pagewright::versions
