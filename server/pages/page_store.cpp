#include "server/pages/page_store.hpp"

#include "server/base/fold.hpp"
#include "server/collaboration/slug.hpp"

namespace pagewright::pages {
namespace {

bool is_descending(const PageQuery& query) {
  return query.sort.starts_with('-');
}

std::string order_by(const PageQuery& query) {
  const std::string direction = is_descending(query) ? " DESC" : " ASC";
  return " ORDER BY " + std::string(column_of(query.sort)) + direction + ", id" + direction;
}

// A condition that is not asked for is left out, so that an index fits; its parameter must stand somewhere all the
// same.
std::string condition(const PageQuery& query) {
  std::string where = " FROM pages WHERE organization_id = $1";
  where += query.is_trash ? " AND deleted_at IS NOT NULL" : " AND deleted_at IS NULL";
  where += query.status.empty() ? " AND $2 = ''" : " AND status = $2";
  where += query.search.empty() ? " AND $3 = ''" : " AND search_text LIKE $3 ESCAPE '\\'";
  where += query.owner_id.empty() ? " AND $4 = ''" : " AND owner_id = $4";
  where += query.updated_since == 0 ? " AND $5 = 0" : " AND updated_at >= $5";
  where += query.team_id.empty() ? " AND $6 = ''" : " AND team_id = $6";
  return where + access::only_with(http::PageRight::view, query.reader, "pages", "$7");
}

// Behind the cursor: what is added meanwhile moves nothing.
std::string position(const PageQuery& query) {
  if (!query.cursor) return " AND $8 = 0 AND $9 = ''";
  return " AND (" + std::string(column_of(query.sort)) + ", id) " + (is_descending(query) ? "<" : ">") + " ($8, $9)";
}

database::Parameter value_of(const std::optional<PageCursor>& cursor) {
  if (!cursor) return 0;
  return std::visit([](const auto& value) { return database::Parameter(value); }, cursor->value);
}

}  // namespace

Outcome<PageList> list(database::Connection& connection, const PageQuery& query) {
  const std::string where = condition(query);
  const std::string pattern = query.search.empty() ? std::string() : contains_pattern(fold(query.search));
  PageList list;
  list.total =
      TRY(connection.query("SELECT COUNT(*)" + where, {query.organization_id, query.status, pattern, query.owner_id,
                                                       query.updated_since, query.team_id, query.reader.user_id}))
          .front()
          .integer(0);
  const std::string_view behind = query.cursor ? std::string_view(query.cursor->id) : std::string_view();
  // One more than was asked for says whether the list goes on.
  const auto rows = TRY(connection.query(
      "SELECT " + std::string(collaboration::page_columns) + where + position(query) + order_by(query) +
          " LIMIT $10 OFFSET $11",
      {query.organization_id, query.status, pattern, query.owner_id, query.updated_since, query.team_id,
       query.reader.user_id, value_of(query.cursor), behind, query.limit + 1, query.cursor ? 0 : query.offset}));
  for (const auto row : rows) list.items.push_back(collaboration::read_page(row));
  if (std::ssize(list.items) <= query.limit) return list;
  list.items.pop_back();
  list.next = PageCursor::behind(list.items.back(), query.sort);
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
