#include "server/releases/preview_store.hpp"

namespace pagewright::releases {
namespace {

constexpr std::string_view columns =
    "SELECT v.environment_id, g.organization_id, v.page_id, v.branch_id, b.name, v.expires_at, CASE WHEN b.deleted_at "
    "IS "
    "NULL AND g.deleted_at IS NULL THEN 0 ELSE 1 END, (SELECT a.version_id FROM environment_pages p JOIN "
    "release_artifacts a ON a.release_id = p.release_id AND a.page_id = p.page_id WHERE p.environment_id = "
    "v.environment_id AND p.page_id = v.page_id), (SELECT x.id FROM page_versions x WHERE x.page_id = v.page_id AND "
    "x.branch = v.branch_id ORDER BY x.sequence DESC, x.version_number DESC LIMIT 1) FROM preview_environments v JOIN "
    "pages g ON g.id = v.page_id JOIN page_branches b ON b.page_id = v.page_id AND b.id = v.branch_id ";

Outcome<Preview> read(database::Connection& connection, database::Row row) {
  Preview preview{.environment_id = row.text(0),
                  .organization_id = row.text(1),
                  .page_id = row.text(2),
                  .branch_id = row.text(3),
                  .branch_name = row.text(4),
                  .expires_at = row.integer(5),
                  .is_orphan = row.boolean(6),
                  .shown = row.optional_text(7),
                  .version_id = row.optional_text(8).value_or("")};
  const auto rows =
      TRY(connection.query("SELECT version_number, author_id FROM page_versions WHERE id = $1", {preview.version_id}));
  if (!rows.empty()) {
    preview.version_number = rows.front().integer(0);
    preview.author_id = rows.front().text(1);
  }
  return preview;
}

}  // namespace

Outcome<std::vector<Preview>> due_previews(database::Connection& connection, Milliseconds now) {
  std::vector<Preview> due;
  const auto rows = TRY(connection.query(std::string(columns) + "ORDER BY v.environment_id"));
  for (const auto row : rows) {
    Preview preview = TRY(read(connection, row));
    const bool is_old = preview.version_number != 0 && preview.shown != preview.version_id;
    if (preview.is_orphan || preview.expires_at <= now || is_old) due.push_back(std::move(preview));
  }
  return due;
}

Outcome<std::optional<Preview>> find_preview(database::Connection& connection, std::string_view page_id,
                                             std::string_view branch_name) {
  const auto rows = TRY(connection.query(
      std::string(columns) + "WHERE v.page_id = $1 AND b.name = $2 AND b.deleted_at IS NULL", {page_id, branch_name}));
  if (rows.empty()) return std::nullopt;
  return TRY(read(connection, rows.front()));
}

Outcome<std::int64_t> count_previews(database::Connection& connection, std::string_view organization_id) {
  return TRY(connection.query("SELECT count(*) FROM environments WHERE organization_id = $1 AND kind = 'preview'",
                              {organization_id}))
      .front()
      .integer(0);
}

Outcome<void> insert(database::Connection& connection, const Preview& preview) {
  TRY(connection.execute(
      "INSERT INTO preview_environments (environment_id, page_id, branch_id, expires_at) VALUES ($1, $2, $3, $4)",
      {preview.environment_id, preview.page_id, preview.branch_id, preview.expires_at}));
  return {};
}

Outcome<void> set_end(database::Connection& connection, std::string_view environment_id, Milliseconds expires_at) {
  TRY(connection.execute("UPDATE preview_environments SET expires_at = $2 WHERE environment_id = $1",
                         {environment_id, expires_at}));
  return {};
}

Outcome<std::string> branch_id_of(database::Connection& connection, std::string_view page_id,
                                  std::string_view branch_name) {
  const auto rows = TRY(connection.query(
      "SELECT id FROM page_branches WHERE page_id = $1 AND name = $2 AND deleted_at IS NULL", {page_id, branch_name}));
  return rows.empty() ? std::string() : rows.front().text(0);
}

}  // namespace pagewright::releases
