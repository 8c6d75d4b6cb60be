#include "server/releases/release_store.hpp"

#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"

namespace pagewright::releases {
namespace {

// content_hash, media_type, body, gzip, brotli
std::shared_ptr<const sites::Artifact> read_artifact(database::Row row) {
  return std::make_shared<const sites::Artifact>(sites::Artifact{.body = row.blob(2),
                                                                 .brotli = row.blob(4),
                                                                 .gzip = row.blob(3),
                                                                 .etag = row.text(0),
                                                                 .content_type = row.text(1)});
}

}  // namespace

std::string with_line(std::string log, Milliseconds at, std::string_view sentence) {
  const std::string line = JsonText().time("at", at).text("text", sentence).take();
  log.pop_back();
  return log + (log.size() > 1 ? "," : "") + line + "]";
}

Outcome<void> insert(database::Connection& connection, const Release& release) {
  TRY(connection.execute(
      "INSERT INTO releases (id, organization_id, environment_id, created_by, created_at, kind, message, source_id, "
      "rolls_back, log) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {release.id, release.organization_id, release.environment_id, release.author_id, release.created_at, release.kind,
       release.message, release.source_id, release.rolls_back, release.log}));
  return {};
}

Outcome<void> insert(database::Connection& connection, const sites::Artifact& artifact, Milliseconds now) {
  TRY(connection.execute(
      "INSERT INTO artifacts (content_hash, media_type, size, created_at, body, gzip, brotli) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (content_hash) DO NOTHING",
      {artifact.etag, artifact.content_type, artifact.body.size(), now, database::Blob{artifact.body},
       database::Blob{artifact.gzip}, database::Blob{artifact.brotli}}));
  return {};
}

Outcome<std::shared_ptr<const sites::Artifact>> load_artifact(database::Connection& connection,
                                                              std::string_view content_hash) {
  const auto rows = TRY(connection.query(
      "SELECT content_hash, media_type, body, gzip, brotli FROM artifacts WHERE content_hash = $1", {content_hash}));
  if (rows.empty()) return std::unexpected(Problem::internal("an artifact is missing: " + std::string(content_hash)));
  return read_artifact(rows.front());
}

Outcome<void> place(database::Connection& connection, const Release& release, const Placement& placement,
                    Milliseconds first_published_at) {
  const auto holders = TRY(connection.query(
      "SELECT page_id FROM environment_pages WHERE environment_id = $1 AND slug = $2 AND page_id <> $3",
      {release.environment_id, placement.slug, placement.page_id}));
  if (!holders.empty())
    return std::unexpected(Problem::conflict("The page was not published",
                                             "Another page is still shown at /" + placement.slug +
                                                 ", an address that it had before: publish that page again first."));
  TRY(connection.execute(
      "INSERT INTO release_artifacts (release_id, path, page_id, version_id, content_hash, is_home, "
      "design_version, settings_hash, component_set_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {release.id, "/" + placement.slug, placement.page_id, placement.version_id, placement.content_hash,
       placement.is_home, placement.design_version, placement.settings_hash, placement.component_set_id}));
  TRY(connection.execute(
      "INSERT INTO environment_pages (environment_id, page_id, release_id, content_hash, is_home, first_published_at, "
      "slug) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (environment_id, page_id) DO UPDATE SET "
      "release_id = excluded.release_id, content_hash = excluded.content_hash, is_home = excluded.is_home, slug = "
      "excluded.slug",
      {release.environment_id, placement.page_id, release.id, placement.content_hash, placement.is_home,
       first_published_at, placement.slug}));
  return {};
}

Outcome<void> take_off(database::Connection& connection, const Release& release, std::string_view page_id) {
  TRY(connection.execute("INSERT INTO release_removals (release_id, page_id) VALUES ($1, $2)", {release.id, page_id}));
  TRY(connection.execute("DELETE FROM environment_pages WHERE environment_id = $1 AND page_id = $2",
                         {release.environment_id, page_id}));
  return {};
}

Outcome<Milliseconds> first_published_at(database::Connection& connection, std::string_view environment_id,
                                         std::string_view page_id, Milliseconds otherwise) {
  const auto rows = TRY(
      connection.query("SELECT first_published_at FROM environment_pages WHERE environment_id = $1 AND page_id = $2",
                       {environment_id, page_id}));
  return rows.empty() ? otherwise : rows.front().integer(0);
}

Outcome<std::int64_t> shown_sequence(database::Connection& connection, std::string_view environment_id,
                                     std::string_view page_id) {
  const auto rows =
      TRY(connection.query("SELECT v.sequence FROM environment_pages p JOIN release_artifacts a ON a.release_id = "
                           "p.release_id AND a.page_id = p.page_id JOIN page_versions v ON v.id = a.version_id WHERE "
                           "p.environment_id = $1 AND p.page_id = $2",
                           {environment_id, page_id}));
  return rows.empty() ? -1 : rows.front().integer(0);
}

Outcome<std::optional<ShownVersion>> shown_version(database::Connection& connection, std::string_view environment_id,
                                                   std::string_view page_id) {
  const auto rows = TRY(connection.query(
      "SELECT g.organization_id, g.name, v.version_number FROM environment_pages p JOIN release_artifacts a ON "
      "a.release_id = p.release_id AND a.page_id = p.page_id JOIN page_versions v ON v.id = a.version_id JOIN pages g "
      "ON g.id = p.page_id WHERE p.environment_id = $1 AND p.page_id = $2",
      {environment_id, page_id}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return ShownVersion{.organization_id = row.text(0), .page_name = row.text(1), .number = row.integer(2)};
}

namespace {

// The act's release in an environment, which is written with the first of its pages.
Outcome<const Release*> release_of(database::Connection& connection, TakingOffline& act,
                                   const std::string& environment_id) {
  const auto [found, is_new] = act.releases.try_emplace(environment_id);
  if (!is_new) return &found->second;
  found->second = {.id = new_uuid(),
                   .organization_id = act.organization_id,
                   .environment_id = environment_id,
                   .author_id = act.author_id,
                   .created_at = act.at,
                   .message = act.message};
  TRY(insert(connection, found->second));
  return &found->second;
}

Outcome<std::vector<environments::Environment>> close_previews(database::Connection& connection,
                                                               std::string_view page_id,
                                                               std::string_view organization_id) {
  std::vector<environments::Environment> closed;
  const auto rows =
      TRY(connection.query("SELECT environment_id FROM preview_environments WHERE page_id = $1", {page_id}));
  for (const auto row : rows) {
    closed.push_back(TRY(environments::must_find(connection, row.text(0), organization_id)));
    TRY(environments::remove(connection, row.text(0)));
  }
  return closed;
}

}  // namespace

Outcome<void> unpublish(database::Connection& connection, std::string_view page_id, TakingOffline& act) {
  const auto rows =
      TRY(connection.query("SELECT p.environment_id FROM environment_pages p JOIN environments e ON e.id = "
                           "p.environment_id WHERE p.page_id = $1 AND e.kind <> 'preview' ORDER BY p.environment_id",
                           {page_id}));
  for (const auto row : rows) {
    const Release* release = TRY(release_of(connection, act, row.text(0)));
    TRY(take_off(connection, *release, page_id));
  }
  TRY(connection.execute("DELETE FROM environment_pages WHERE page_id = $1", {page_id}));
  return {};
}

Outcome<std::vector<environments::Environment>> forget(database::Connection& connection, std::string_view page_id,
                                                       std::string_view organization_id) {
  const auto artifacts =
      TRY(connection.query("SELECT DISTINCT content_hash FROM release_artifacts WHERE page_id = $1", {page_id}));
  auto previews = TRY(close_previews(connection, page_id, organization_id));
  TRY(connection.execute("DELETE FROM environment_pages WHERE page_id = $1", {page_id}));
  TRY(connection.execute(
      "DELETE FROM releases WHERE id IN (SELECT release_id FROM release_artifacts WHERE page_id = "
      "$1 UNION SELECT release_id FROM release_removals WHERE page_id = $1) AND NOT EXISTS (SELECT 1 FROM "
      "release_artifacts o WHERE o.release_id = releases.id AND "
      "o.page_id <> $1) AND NOT EXISTS (SELECT 1 FROM release_removals m WHERE m.release_id = releases.id AND "
      "m.page_id <> $1)",
      {page_id}));
  TRY(connection.execute("DELETE FROM release_artifacts WHERE page_id = $1", {page_id}));
  for (const auto artifact : artifacts)
    TRY(connection.execute(
        "DELETE FROM artifacts WHERE content_hash = $1 AND NOT EXISTS (SELECT 1 FROM release_artifacts WHERE "
        "content_hash = $1) AND NOT EXISTS (SELECT 1 FROM environment_pages WHERE content_hash = $1)",
        {artifact.text(0)}));
  return previews;
}

Outcome<std::vector<Pointer>> load_pointers(database::Connection& connection) {
  std::map<std::string, std::shared_ptr<const sites::Artifact>> artifacts;
  const auto bodies =
      TRY(connection.query("SELECT content_hash, media_type, body, gzip, brotli FROM artifacts "
                           "WHERE content_hash IN (SELECT content_hash FROM environment_pages)"));
  for (const auto row : bodies) artifacts[row.text(0)] = read_artifact(row);
  const auto rows = TRY(connection.query(
      "SELECT environment_id, page_id, slug, is_home, first_published_at, content_hash FROM environment_pages"));
  std::vector<Pointer> pointers;
  for (const auto row : rows)
    pointers.push_back({.environment_id = row.text(0),
                        .page_id = row.text(1),
                        .slug = row.text(2),
                        .is_home = row.boolean(3),
                        .first_published_at = row.integer(4),
                        .artifact = artifacts[row.text(5)]});
  return pointers;
}

}  // namespace pagewright::releases
