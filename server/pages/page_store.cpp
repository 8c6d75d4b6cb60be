#include "server/pages/page_store.hpp"

#include "server/base/fold.hpp"
#include "server/collaboration/slug.hpp"

namespace pagewright::pages {
namespace {

std::string_view column_of(std::string_view sort) {
  if (sort == "name") return "search_text";
  if (sort == "createdAt") return "created_at";
  return sort == "deletedAt" ? "deleted_at" : "updated_at";
}

std::string order_by(const PageQuery& query) {
  std::string_view sort = query.sort;
  if (sort.empty()) sort = query.is_trash ? "-deletedAt" : "-updatedAt";
  const bool descending = sort.starts_with('-');
  if (descending) sort.remove_prefix(1);
  const std::string column(column_of(sort));
  const std::string direction = descending ? " DESC" : " ASC";
  return " ORDER BY " + column + direction + ", id" + direction;
}

}  // namespace

Outcome<PageList> list(database::Connection& connection, const PageQuery& query) {
  // A condition that is not asked for is left out, so that an index fits; its parameter must stand somewhere all the
  // same.
  std::string where = " FROM pages WHERE organization_id = $1";
  where += query.is_trash ? " AND deleted_at IS NOT NULL" : " AND deleted_at IS NULL";
  where += query.status.empty() ? " AND $2 = ''" : " AND status = $2";
  where += query.search.empty() ? " AND $3 = ''" : " AND search_text LIKE $3 ESCAPE '\\'";
  const std::string pattern = query.search.empty() ? std::string() : contains_pattern(fold(query.search));

  PageList list;
  list.total = TRY(connection.query("SELECT COUNT(*)" + where, {query.organization_id, query.status, pattern}))
                   .front()
                   .integer(0);
  const auto rows = TRY(connection.query(
      "SELECT " + std::string(collaboration::page_columns) + where + order_by(query) + " LIMIT $4 OFFSET $5",
      {query.organization_id, query.status, pattern, query.limit, query.offset}));
  for (const auto row : rows) list.items.push_back(collaboration::read_page(row));
  return list;
}

Outcome<std::string> holder_of_slug(database::Connection& connection, std::string_view organization_id,
                                    std::string_view slug, std::string_view page_id) {
  const auto rows = TRY(connection.query(
      "SELECT id FROM pages WHERE organization_id = $1 AND deleted_at IS NULL AND slug = $2 AND id <> $3",
      {organization_id, slug, page_id}));
  return rows.empty() ? std::string() : rows.front().text(0);
}

Outcome<std::string> free_slug(database::Connection& connection, std::string_view organization_id,
                               std::string_view slug, std::string_view page_id) {
  if (TRY(holder_of_slug(connection, organization_id, slug, page_id)).empty()) return std::string(slug);
  // Beginnings only: the number may have taken the place of the end. As a range, since no index serves LIKE; "~" is
  // behind all that slugs are made of.
  const std::string beginning(slug.substr(0, 240));
  const auto rows = TRY(
      connection.query("SELECT slug FROM pages WHERE organization_id = $1 AND deleted_at IS NULL AND slug >= $2 AND "
                       "slug < $3 AND id <> $4 ORDER BY slug",
                       {organization_id, beginning, beginning + "~", page_id}));
  std::vector<std::string> taken;
  for (const auto row : rows) taken.push_back(row.text(0));
  return collaboration::first_free(slug, taken);
}

Outcome<void> update_settings(database::Connection& connection, const collaboration::PageRecord& page) {
  TRY(
      connection.execute("UPDATE pages SET name = $2, slug = $3, slug_by_hand = $4, description = $5, metadata = $6, "
                         "status = $7, search_text = $8 WHERE id = $1",
                         {page.id, page.name, page.slug, page.slug_by_hand, page.description, page.metadata,
                          page.status, collaboration::search_text(page)}));
  return {};
}

Outcome<void> set_owner(database::Connection& connection, std::string_view page_id, std::string_view owner_id) {
  TRY(connection.execute("UPDATE pages SET owner_id = $2 WHERE id = $1", {page_id, owner_id}));
  return {};
}

}  // namespace pagewright::pages
