#include "server/pages/trash_store.hpp"

#include "server/collaboration/snapshot_store.hpp"

namespace pagewright::pages {

using collaboration::PageRecord;

Outcome<void> put_into_trash(database::Connection& connection, std::string_view page_id, Milliseconds now) {
  TRY(
      connection.execute("UPDATE pages SET deleted_at = $2, status = CASE WHEN status = 'published' THEN 'draft' ELSE "
                         "status END WHERE id = $1",
                         {page_id, now}));
  return {};
}

Outcome<std::optional<PageRecord>> lock_any(database::Connection& connection, std::string_view organization_id,
                                            std::string_view page_id) {
  TRY(collaboration::lock_page(connection, page_id));
  const auto rows = TRY(connection.query(
      "SELECT " + std::string(collaboration::page_columns) + " FROM pages WHERE id = $1 AND organization_id = $2",
      {page_id, organization_id}));
  if (rows.empty()) return std::nullopt;
  return collaboration::read_page(rows.front());
}

Outcome<PageRecord> take_out_of_trash(database::Connection& connection, const PageRecord& page, Milliseconds now) {
  const auto rows = TRY(connection.query(
      "UPDATE pages SET deleted_at = NULL, updated_at = $2, slug = $3, search_text = $4 WHERE id = $1 RETURNING " +
          std::string(collaboration::page_columns),
      {page.id, now, page.slug, collaboration::search_text(page)}));
  return collaboration::read_page(rows.front());
}

Outcome<std::vector<Trashed>> trashed_before(database::Connection& connection, Milliseconds time, const Trashed& after,
                                             std::int64_t limit) {
  const auto rows = TRY(connection.query(
      "SELECT p.id, p.organization_id, p.deleted_at FROM pages p WHERE p.deleted_at IS NOT NULL AND p.deleted_at <= $1 "
      "AND (p.deleted_at, p.id) > ($2, $3) AND NOT EXISTS (SELECT 1 FROM environment_pages e WHERE e.page_id = p.id) "
      "ORDER BY p.deleted_at, p.id LIMIT $4",
      {time, after.deleted_at, after.id, limit}));
  std::vector<Trashed> pages;
  for (const auto row : rows)
    pages.push_back({.id = row.text(0), .organization_id = row.text(1), .deleted_at = row.integer(2)});
  return pages;
}

Outcome<void> erase(database::Connection& connection, std::string_view page_id) {
  TRY(connection.execute("DELETE FROM pages WHERE id = $1", {page_id}));
  return {};
}

}  // namespace pagewright::pages
