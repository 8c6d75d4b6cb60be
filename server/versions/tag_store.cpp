#include "server/versions/tag_store.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::versions {
namespace {

constexpr std::string_view select_tags =
    "SELECT t.name, t.version_id, v.version_number, t.created_at FROM page_tags t JOIN page_versions v ON v.id = "
    "t.version_id JOIN pages p ON p.id = t.page_id WHERE t.page_id = $1 AND p.organization_id = $2 AND "
    "p.deleted_at IS NULL";

Tag read(database::Row row) {
  return {.name = row.text(0), .version = {.id = row.text(1), .number = row.integer(2)}, .created_at = row.integer(3)};
}

}  // namespace

std::string Tag::to_json() const {
  return JsonText()
      .text("name", name)
      .text("versionId", version.id)
      .number("versionNumber", version.number)
      .time("createdAt", created_at)
      .take();
}

Outcome<std::vector<Tag>> all_tags(database::Connection& connection, std::string_view page_id,
                                   std::string_view organization_id) {
  const auto pages = TRY(connection.query(
      "SELECT 1 FROM pages WHERE id = $1 AND organization_id = $2 AND deleted_at IS NULL", {page_id, organization_id}));
  if (pages.empty()) return std::unexpected(Problem::not_found("There is no such page, or it was deleted."));
  const auto rows = TRY(connection.query(std::string(select_tags) + " ORDER BY t.name", {page_id, organization_id}));
  std::vector<Tag> tags;
  for (const auto row : rows) tags.push_back(read(row));
  return tags;
}

Outcome<std::optional<Tag>> find_tag(database::Connection& connection, std::string_view page_id,
                                     std::string_view organization_id, std::string_view name) {
  const auto rows =
      TRY(connection.query(std::string(select_tags) + " AND t.name = $3", {page_id, organization_id, name}));
  if (rows.empty()) return std::nullopt;
  return read(rows.front());
}

Outcome<void> put_tag(database::Connection& connection, std::string_view page_id, const Tag& tag) {
  const auto others =
      TRY(connection.query("SELECT COUNT(*) FROM page_tags WHERE page_id = $1 AND name <> $2", {page_id, tag.name}));
  if (others.front().integer(0) >= most_tags)
    return std::unexpected(
        Problem::conflict("The tag was not set", "A page has at most 500 tags: delete one that is no longer needed."));
  TRY(
      connection.execute("INSERT INTO page_tags (page_id, name, version_id, created_at) VALUES ($1, $2, $3, $4) "
                         "ON CONFLICT (page_id, name) DO UPDATE SET version_id = excluded.version_id, created_at = "
                         "excluded.created_at",
                         {page_id, tag.name, tag.version.id, tag.created_at}));
  return {};
}

Outcome<void> delete_tag(database::Connection& connection, std::string_view page_id, std::string_view name) {
  TRY(connection.execute("DELETE FROM page_tags WHERE page_id = $1 AND name = $2", {page_id, name}));
  return {};
}

}  // namespace pagewright::versions
