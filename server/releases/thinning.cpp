#include "server/releases/thinning.hpp"

#include <algorithm>

namespace pagewright::releases {
namespace {

// Pages of releases before the oldest kept one that a later release, up to that one, has said something else of.
constexpr std::string_view superseded =
    "DELETE FROM release_artifacts WHERE release_id IN (SELECT id FROM releases WHERE environment_id = $1 AND id < $2) "
    "AND NOT EXISTS (SELECT 1 FROM environment_pages p WHERE p.environment_id = $1 AND p.page_id = "
    "release_artifacts.page_id AND p.release_id = release_artifacts.release_id) AND (EXISTS (SELECT 1 FROM "
    "release_artifacts a JOIN releases r ON r.id = a.release_id WHERE a.page_id = release_artifacts.page_id AND "
    "r.environment_id = $1 AND r.id > release_artifacts.release_id AND r.id <= $2) OR EXISTS (SELECT 1 FROM "
    "release_removals m JOIN releases r ON r.id = m.release_id WHERE m.page_id = release_artifacts.page_id AND "
    "r.environment_id = $1 AND r.id > release_artifacts.release_id AND r.id <= $2)) RETURNING content_hash";
// That a page was taken off says nothing any more where there is nothing before it.
constexpr std::string_view removals =
    "DELETE FROM release_removals WHERE release_id IN (SELECT id FROM releases WHERE environment_id = $1 AND id < $2)";
constexpr std::string_view marking =
    "UPDATE releases SET is_thinned = 1 WHERE environment_id = $1 AND id < $2 AND is_thinned = 0";
constexpr std::string_view empty =
    "DELETE FROM releases WHERE environment_id = $1 AND id < $2 AND NOT EXISTS (SELECT 1 FROM release_artifacts a "
    "WHERE "
    "a.release_id = releases.id) AND NOT EXISTS (SELECT 1 FROM environment_pages p WHERE p.release_id = releases.id)";

}  // namespace

Outcome<std::vector<EnvironmentKey>> environments_with_releases(database::Connection& connection) {
  std::vector<EnvironmentKey> keys;
  const auto rows = TRY(connection.query("SELECT id, organization_id, kind FROM environments ORDER BY id"));
  for (const auto row : rows) keys.push_back({.id = row.text(0), .organization_id = row.text(1), .kind = row.text(2)});
  return keys;
}

Outcome<std::string> oldest_kept(database::Connection& connection, std::string_view environment_id, std::int64_t count,
                                 Milliseconds since) {
  const auto by_count =
      TRY(connection.query("SELECT id FROM releases WHERE environment_id = $1 ORDER BY id DESC LIMIT 1 OFFSET $2",
                           {environment_id, count - 1}));
  if (by_count.empty()) return std::string();
  const auto by_time =
      TRY(connection.query("SELECT id FROM releases WHERE environment_id = $1 AND created_at >= $2 ORDER BY id LIMIT 1",
                           {environment_id, since}));
  const std::string oldest = by_count.front().text(0);
  return by_time.empty() ? oldest : std::min(oldest, by_time.front().text(0));
}

Outcome<Thinned> thin_out(database::Connection& connection, std::string_view environment_id, std::string_view oldest) {
  Thinned thinned;
  std::vector<std::string> hashes;
  for (const auto row : TRY(connection.query(std::string(superseded), {environment_id, oldest})))
    hashes.push_back(row.text(0));
  thinned.pages = static_cast<std::int64_t>(hashes.size());
  TRY(connection.execute(std::string(removals), {environment_id, oldest}));
  TRY(connection.execute(std::string(marking), {environment_id, oldest}));
  thinned.releases = TRY(connection.execute(std::string(empty), {environment_id, oldest}));
  thinned.artifacts = TRY(drop_unused(connection, hashes));
  return thinned;
}

Outcome<std::int64_t> drop_unused(database::Connection& connection, const std::vector<std::string>& content_hashes) {
  std::int64_t dropped = 0;
  for (const std::string& hash : content_hashes)
    dropped += TRY(connection.execute(
        "DELETE FROM artifacts WHERE content_hash = $1 AND NOT EXISTS (SELECT 1 FROM release_artifacts WHERE "
        "content_hash = $1) AND NOT EXISTS (SELECT 1 FROM environment_pages WHERE content_hash = $1)",
        {hash}));
  return dropped;
}

}  // namespace pagewright::releases
