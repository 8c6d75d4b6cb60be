#include "server/releases/health_store.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::releases {

Outcome<std::optional<Release>> find_for_check(database::Connection& connection, std::string_view id) {
  const auto rows = TRY(connection.query(
      "SELECT id, organization_id, environment_id, created_by, created_at, rolls_back FROM releases WHERE id = $1",
      {id}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return Release{.id = row.text(0),
                 .organization_id = row.text(1),
                 .environment_id = row.text(2),
                 .author_id = row.text(3),
                 .created_at = row.integer(4),
                 .rolls_back = row.boolean(5)};
}

Outcome<std::vector<ReleasedPage>> still_shown(database::Connection& connection, std::string_view release_id) {
  std::vector<ReleasedPage> pages;
  const auto rows = TRY(connection.query(
      "SELECT page_id, slug, content_hash FROM environment_pages WHERE release_id = $1 ORDER BY slug", {release_id}));
  for (const auto row : rows)
    pages.push_back({.page_id = row.text(0), .page_name = {}, .path = "/" + row.text(1), .content_hash = row.text(2)});
  return pages;
}

Outcome<void> note_health(database::Connection& connection, std::string_view release_id, bool is_failing,
                          const std::vector<CheckedPage>& pages, Milliseconds now) {
  std::vector<std::string> texts;
  for (const CheckedPage& page : pages)
    texts.push_back(JsonText().text("path", page.path).number("status", page.status).boolean("ok", page.is_ok).take());
  TRY(connection.execute("UPDATE releases SET health = $2, checked_at = $3, checked_pages = $4 WHERE id = $1",
                         {release_id, is_failing ? "failing" : "healthy", now, json_array(texts)}));
  return {};
}

Outcome<void> add_to_log(database::Connection& connection, std::string_view release_id, Milliseconds now,
                         std::string_view sentence) {
  const auto rows = TRY(connection.query("SELECT log FROM releases WHERE id = $1", {release_id}));
  if (rows.empty()) return {};
  TRY(connection.execute("UPDATE releases SET log = $2 WHERE id = $1",
                         {release_id, with_line(rows.front().text(0), now, sentence)}));
  return {};
}

Outcome<std::string> release_before_newest(database::Connection& connection, const Release& release) {
  const auto rows =
      TRY(connection.query("SELECT id, is_thinned FROM releases WHERE environment_id = $1 ORDER BY id DESC LIMIT 2",
                           {release.environment_id}));
  bool is_newest = false;
  for (const auto row : rows) {
    if (is_newest) return row.boolean(1) ? std::string() : row.text(0);
    is_newest = row.text(0) == release.id;
    if (!is_newest) break;
  }
  return std::string();
}

}  // namespace pagewright::releases
