#include "server/templates/template_store.hpp"

#include "server/base/fold.hpp"
#include "server/base/text_list.hpp"
#include "server/collaboration/slug.hpp"

namespace pagewright::templates {
namespace {

constexpr std::string_view columns =
    "SELECT t.id, t.organization_id, o.name, t.author_id, u.name, t.name, t.display_name, t.description, t.category, "
    "t.tags, t.is_public, t.download_count, t.created_at, t.updated_at";
constexpr std::string_view all =
    " FROM page_templates t JOIN organisations o ON o.id = t.organization_id JOIN users u ON u.id = t.author_id";
constexpr std::string_view visible = "(t.organization_id = $1 OR t.is_public = 1)";

TemplateRecord read(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .publisher = row.text(2),
          .author = {.id = row.text(3), .name = row.text(4)},
          .name = row.text(5),
          .display_name = row.text(6),
          .description = row.text(7),
          .category = row.text(8),
          .tags = read_text_list(row.text(9)),
          .is_public = row.boolean(10),
          .install_count = row.integer(11),
          .created_at = row.integer(12),
          .updated_at = row.integer(13)};
}

std::string order_by(std::string_view sort) {
  if (sort == "-installs") return " ORDER BY t.download_count DESC, t.id";
  if (sort == "-createdAt") return " ORDER BY t.created_at DESC, t.id";
  return sort == "-name" ? " ORDER BY t.search_text DESC, t.id DESC" : " ORDER BY t.search_text, t.id";
}

// A condition that is not asked for is left out, so that an index fits; its parameter must stand somewhere all the
// same.
std::string condition(const TemplateQuery& query) {
  std::string where = " WHERE ";
  if (query.source == "organization")
    where += "t.organization_id = $1";
  else if (query.source == "marketplace")
    where += "t.is_public = 1 AND $1 <> ''";
  else
    where += visible;
  where += query.category.empty() ? " AND $2 = ''" : " AND t.category = $2";
  where += query.tag.empty() ? " AND $3 = ''" : " AND t.tag_text LIKE $3 ESCAPE '\\'";
  where += query.search.empty() ? " AND $4 = ''" : " AND t.search_text LIKE $4 ESCAPE '\\'";
  return where;
}

}  // namespace

Outcome<StoredTemplates> list(database::Connection& connection, const TemplateQuery& query) {
  const std::string where = condition(query);
  const std::string tag = query.tag.empty() ? std::string() : contains_pattern("\n" + fold(query.tag) + "\n");
  const std::string search = query.search.empty() ? std::string() : contains_pattern(fold(query.search));
  StoredTemplates found;
  found.total = TRY(connection.query("SELECT COUNT(*) FROM page_templates t" + where,
                                     {query.organization_id, query.category, tag, search}))
                    .front()
                    .integer(0);
  const auto rows = TRY(
      connection.query(std::string(columns) + std::string(all) + where + order_by(query.sort) + " LIMIT $5 OFFSET $6",
                       {query.organization_id, query.category, tag, search, query.limit, query.offset}));
  for (const auto row : rows) found.items.push_back(read(row));
  return found;
}

Outcome<void> count_facets(database::Connection& connection, std::string_view organization_id, Facets& facets) {
  const auto rows = TRY(connection.query(
      "SELECT t.category, t.tags FROM page_templates t WHERE " + std::string(visible), {organization_id}));
  for (const auto row : rows) {
    ++facets.categories[row.text(0)];
    for (const std::string& tag : read_text_list(row.text(1))) ++facets.tags[tag];
  }
  return {};
}

Outcome<std::optional<TemplateWithDocument>> find(database::Connection& connection, std::string_view id,
                                                  std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      std::string(columns) + ", t.document" + std::string(all) + " WHERE t.id = $2 AND " + std::string(visible),
      {organization_id, id}));
  if (rows.empty()) return std::nullopt;
  return TemplateWithDocument{.record = read(rows.front()), .document = rows.front().text(14)};
}

Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id) {
  return TRY(connection.query("SELECT COUNT(*) FROM page_templates WHERE organization_id = $1", {organization_id}))
      .front()
      .integer(0);
}

Outcome<std::string> free_name(database::Connection& connection, std::string_view organization_id,
                               std::string_view name, std::string_view template_id) {
  const std::string beginning(name.substr(0, 240));
  const auto rows = TRY(
      connection.query("SELECT name FROM page_templates WHERE organization_id = $1 AND name >= $2 AND name < $3 AND id "
                       "<> $4 ORDER BY name",
                       {organization_id, beginning, beginning + "~", template_id}));
  std::vector<std::string> taken;
  for (const auto row : rows) taken.push_back(row.text(0));
  return collaboration::first_free(name, taken);
}

Outcome<void> insert(database::Connection& connection, const TemplateRecord& record, std::string_view document) {
  TRY(connection.execute(
      "INSERT INTO page_templates (id, organization_id, author_id, name, display_name, description, category, tags, "
      "is_public, download_count, created_at, updated_at, search_text, tag_text, document) VALUES ($1, $2, $3, $4, $5, "
      "$6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
      {record.id, record.organization_id, record.author.id, record.name, record.display_name, record.description,
       record.category, text_list_json(record.tags), record.is_public, record.install_count, record.created_at,
       record.updated_at, search_text(record), tag_text(record.tags), document}));
  return {};
}

Outcome<void> update(database::Connection& connection, const TemplateRecord& record) {
  TRY(connection.execute(
      "UPDATE page_templates SET name = $2, display_name = $3, description = $4, category = $5, "
      "tags = $6, is_public = $7, updated_at = $8, search_text = $9, tag_text = $10 WHERE id = $1",
      {record.id, record.name, record.display_name, record.description, record.category, text_list_json(record.tags),
       record.is_public, record.updated_at, search_text(record), tag_text(record.tags)}));
  return {};
}

Outcome<void> set_document(database::Connection& connection, std::string_view id, std::string_view document) {
  TRY(connection.execute("UPDATE page_templates SET document = $2 WHERE id = $1", {id, document}));
  return {};
}

Outcome<void> remove(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("DELETE FROM page_templates WHERE id = $1", {id}));
  return {};
}

Outcome<void> count_install(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("UPDATE page_templates SET download_count = download_count + 1 WHERE id = $1", {id}));
  return {};
}

}  // namespace pagewright::templates
