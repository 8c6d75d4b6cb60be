#include "server/retention/retention_store.hpp"

#include <limits>

#include "server/collaboration/room_store.hpp"
#include "server/collaboration/snapshot_store.hpp"

namespace pagewright::retention {
namespace {

// Nothing stands on the version $2 of the page $1. One successor: none has what is last on its branch, or was published
// from a point before the last.
constexpr std::string_view is_free =
    "v.page_id = $1 AND v.id = $2 AND v.is_automatic = 1 AND v.is_published = 0 AND v.merged_id IS NULL "
    "AND (SELECT COUNT(*) FROM page_versions s WHERE s.parent_id = v.id) = 1 "
    "AND NOT EXISTS (SELECT 1 FROM page_versions m WHERE m.merged_id = v.id) "
    "AND NOT EXISTS (SELECT 1 FROM page_branches b WHERE b.base_version_id = v.id) "
    "AND NOT EXISTS (SELECT 1 FROM page_tags t WHERE t.version_id = v.id) "
    "AND NOT EXISTS (SELECT 1 FROM release_artifacts a WHERE a.version_id = v.id) "
    "AND NOT EXISTS (SELECT 1 FROM pages p WHERE p.id = v.page_id AND p.current_version_id = v.id)";

// Of branch b and the first transaction o of its log: it may go.
constexpr std::string_view is_given_up =
    "o.sequence <= b.snapshot_sequence AND o.sequence <= (SELECT MAX(sequence) FROM page_versions WHERE page_id = "
    "b.page_id AND branch = b.id) AND (o.created_at < $1 OR (o.sequence <= b.snapshot_sequence - $2 AND o.sequence <= "
    "(SELECT MAX(sequence) FROM page_versions WHERE page_id = b.page_id AND branch = b.id) - $2))";

Milliseconds oldest_transaction(const Policy& policy, Milliseconds now) {
  return now - std::chrono::milliseconds(policy.transactions_for).count();
}

// The sequence of a log's first transaction since that time; one that there never is where it has none.
Outcome<std::int64_t> first_after(database::Connection& connection, const LogKey& log, Milliseconds time) {
  const auto rows = TRY(connection.query(
      "SELECT MIN(sequence) FROM page_operations WHERE page_id = $1 AND branch = $2 AND created_at >= $3",
      {log.page_id, log.branch, time}));
  return rows.front().optional_integer(0).value_or(std::numeric_limits<std::int64_t>::max());
}

}  // namespace

Outcome<std::vector<PageKey>> pages_with_auto_saves(database::Connection& connection, Milliseconds before,
                                                    std::string_view after, std::int64_t limit) {
  const auto rows = TRY(connection.query(
      "SELECT p.id, p.organization_id FROM pages p WHERE p.id > $1 AND EXISTS (SELECT 1 FROM page_versions v WHERE "
      "v.page_id = p.id AND v.is_automatic = 1 AND v.is_published = 0 AND v.created_at < $2) ORDER BY p.id LIMIT $3",
      {after, before, limit}));
  std::vector<PageKey> pages;
  for (const auto row : rows) pages.push_back({.id = row.text(0), .organization_id = row.text(1)});
  return pages;
}

Outcome<std::vector<AutoSave>> auto_saves_of(database::Connection& connection, std::string_view page_id) {
  const auto rows = TRY(connection.query(
      "SELECT id, branch, created_at FROM page_versions WHERE page_id = $1 AND is_automatic = 1 AND is_published = 0 "
      "ORDER BY branch, created_at DESC, version_number DESC",
      {page_id}));
  std::vector<AutoSave> saves;
  saves.reserve(rows.size());
  for (const auto row : rows) saves.push_back({.id = row.text(0), .branch = row.text(1), .created_at = row.integer(2)});
  return saves;
}

Outcome<std::vector<std::int64_t>> thin_out(database::Connection& connection, std::string_view page_id,
                                            std::span<const std::string> ids) {
  TRY(collaboration::lock_page(connection, page_id));
  std::vector<std::int64_t> numbers;
  for (const std::string& id : ids) {
    const auto rows = TRY(
        connection.query("SELECT v.version_number FROM page_versions v WHERE " + std::string(is_free), {page_id, id}));
    if (rows.empty()) continue;
    TRY(connection.execute(
        "UPDATE page_versions SET parent_id = (SELECT v.parent_id FROM page_versions v WHERE v.id = $1) WHERE "
        "parent_id = $1",
        {id}));
    TRY(connection.execute("DELETE FROM page_versions WHERE id = $1", {id}));
    numbers.push_back(rows.front().integer(0));
  }
  if (!numbers.empty()) TRY(collaboration::drop_unused_snapshots(connection, page_id));
  return numbers;
}

Outcome<std::vector<LogKey>> long_logs(database::Connection& connection, const Policy& policy, Milliseconds now,
                                       const LogKey& after, std::int64_t limit) {
  const auto rows = TRY(connection.query(
      "SELECT b.page_id, b.id FROM page_branches b JOIN page_operations o ON o.page_id = b.page_id AND o.branch = b.id "
      "AND o.sequence = (SELECT MIN(f.sequence) FROM page_operations f WHERE f.page_id = b.page_id AND f.branch = "
      "b.id) WHERE (b.page_id > $3 OR (b.page_id = $3 AND b.id > $4)) AND " +
          std::string(is_given_up) + " ORDER BY b.page_id, b.id LIMIT $5",
      {oldest_transaction(policy, now), policy.kept_transactions, after.page_id, after.branch, limit}));
  std::vector<LogKey> logs;
  for (const auto row : rows) logs.push_back({.page_id = row.text(0), .branch = row.text(1)});
  return logs;
}

Outcome<std::int64_t> shorten_log(database::Connection& connection, const LogKey& log, const Policy& policy,
                                  Milliseconds now) {
  const auto compacted = TRY(collaboration::compact(connection, {log.page_id, log.branch}, policy.kept_transactions));
  // Up to the first one that is young enough: a log has no gaps, whatever the clock did meanwhile.
  const auto forgotten = TRY(connection.execute(
      "DELETE FROM page_operations WHERE page_id = $1 AND branch = $2 AND sequence <= (SELECT snapshot_sequence FROM "
      "page_branches WHERE page_id = $1 AND id = $2) AND sequence <= (SELECT MAX(sequence) FROM page_versions WHERE "
      "page_id = $1 AND branch = $2) AND sequence < $3",
      {log.page_id, log.branch, TRY(first_after(connection, log, oldest_transaction(policy, now)))}));
  return compacted + forgotten;
}

Outcome<std::vector<LeftBranch>> left_branches(database::Connection& connection, Milliseconds before,
                                               std::int64_t limit) {
  const auto rows = TRY(connection.query(
      "SELECT p.id, p.organization_id, b.name FROM page_branches b JOIN pages p ON p.id = b.page_id WHERE "
      "b.deleted_at IS NULL AND p.deleted_at IS NULL AND p.updated_at < $1 AND b.sequence > COALESCE((SELECT "
      "MAX(v.sequence) FROM page_versions v WHERE v.page_id = b.page_id AND v.branch = b.id), 0) ORDER BY "
      "p.updated_at, b.id LIMIT $2",
      {before, limit}));
  std::vector<LeftBranch> branches;
  for (const auto row : rows)
    branches.push_back({.page = {.id = row.text(0), .organization_id = row.text(1)}, .name = row.text(2)});
  return branches;
}

}  // namespace pagewright::retention
