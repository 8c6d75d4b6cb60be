#include "server/branches/branch_store.hpp"

#include "server/base/json_text.hpp"
#include "server/collaboration/snapshot_store.hpp"

namespace pagewright::branches {
namespace {

using collaboration::BranchRecord;

// Of versions v, as read_head expects them after `column`.
constexpr std::string_view head_columns =
    "v.id, v.version_number, v.branch, v.sequence, v.component_set_id, v.snapshot_hash";

// A branch's last version, or the one where it began.
const std::string select_branches =
    "SELECT " + std::string(collaboration::branch_columns) + ", " + std::string(head_columns) +
    " FROM page_branches b JOIN pages p ON p.id = b.page_id JOIN page_versions v ON v.id = COALESCE("
    "(SELECT l.id FROM page_versions l WHERE l.page_id = b.page_id AND l.branch = b.id "
    "ORDER BY l.sequence DESC, l.version_number DESC LIMIT 1), b.base_version_id) "
    "WHERE b.page_id = $1 AND p.organization_id = $2 AND p.deleted_at IS NULL AND b.deleted_at IS NULL";

Head read_head(database::Row row, std::size_t column) {
  return {.version_id = row.text(column),
          .version_number = row.integer(column + 1),
          .branch = row.text(column + 2),
          .sequence = row.integer(column + 3),
          .component_set_id = row.optional_text(column + 4),
          .snapshot_hash = row.text(column + 5)};
}

Branch read(database::Row row) {
  return {.record = collaboration::read_branch(row), .head = read_head(row, 6)};
}

// A transaction on PostgreSQL does not survive a violated constraint: asked beforehand.
Outcome<void> check_name(database::Connection& connection, std::string_view page_id, const BranchRecord& branch) {
  const auto taken = TRY(connection.query(
      "SELECT 1 FROM page_branches WHERE page_id = $1 AND name = $2 AND id <> $3 AND deleted_at IS NULL",
      {page_id, branch.name, branch.id}));
  if (taken.empty()) return {};
  return std::unexpected(Problem::conflict("The branch was not saved", "The page has a branch " + branch.name + ".",
                                           {{"/name", "is the name of another branch", "taken"}}));
}

}  // namespace

bool Branch::has_unsaved_changes() const {
  return record.sequence > (head.branch == record.id ? head.sequence : 0);
}

std::string Branch::to_json() const {
  return JsonText()
      .text("name", record.name)
      .boolean("isMain", record.id == collaboration::main_branch)
      .boolean("isProtected", record.is_protected)
      .time("createdAt", record.created_at)
      .raw("baseVersionId", record.base_version_id.empty() ? "null" : "\"" + record.base_version_id + "\"")
      .text("headVersionId", head.version_id)
      .number("headVersionNumber", head.version_number)
      .boolean("hasUnsavedChanges", has_unsaved_changes())
      .take();
}

Outcome<std::vector<Branch>> all(database::Connection& connection, std::string_view page_id,
                                 std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      select_branches + " ORDER BY CASE WHEN b.id = 'main' THEN 0 ELSE 1 END, b.name", {page_id, organization_id}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such page, or it was deleted."));
  std::vector<Branch> branches;
  for (const auto row : rows) branches.push_back(read(row));
  return branches;
}

Outcome<Branch> find(database::Connection& connection, std::string_view page_id, std::string_view organization_id,
                     std::string_view name) {
  const auto rows = TRY(connection.query(select_branches + " AND b.name = $3", {page_id, organization_id, name}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such branch of this page."));
  return read(rows.front());
}

Outcome<Head> find_version(database::Connection& connection, std::string_view page_id, std::string_view organization_id,
                           std::string_view version) {
  const auto rows =
      TRY(connection.query("SELECT " + std::string(head_columns) +
                               " FROM page_versions v JOIN pages p ON p.id = v.page_id WHERE v.page_id = $1 AND "
                               "p.organization_id = $2 AND p.deleted_at IS NULL AND "
                               "(v.id = $3 OR CAST(v.version_number AS TEXT) = $3)",
                           {page_id, organization_id, version}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such version of this page."));
  return read_head(rows.front(), 0);
}

Outcome<void> insert(database::Connection& connection, std::string_view page_id, const BranchRecord& branch,
                     const Head& base) {
  TRY(check_name(connection, page_id, branch));
  const auto count =
      TRY(connection.query("SELECT COUNT(*) FROM page_branches WHERE page_id = $1 AND deleted_at IS NULL", {page_id}));
  if (count.front().integer(0) >= most_branches)
    return std::unexpected(Problem::conflict("The branch was not saved",
                                             "A page has at most 100 branches: delete one that is no longer needed."));
  TRY(
      connection.execute("INSERT INTO page_branches (page_id, id, name, sequence, snapshot_sequence, created_at, "
                         "base_version_id, component_set_id, snapshot_hash) VALUES ($1, $2, $3, 0, 0, $4, $5, $6, $7)",
                         {page_id, branch.id, branch.name, branch.created_at, base.version_id, base.component_set_id,
                          base.snapshot_hash}));
  return {};
}

Outcome<void> update(database::Connection& connection, std::string_view page_id, const BranchRecord& branch) {
  TRY(check_name(connection, page_id, branch));
  TRY(connection.execute("UPDATE page_branches SET name = $3, is_protected = $4 WHERE page_id = $1 AND id = $2",
                         {page_id, branch.id, branch.name, branch.is_protected}));
  return {};
}

Outcome<void> mark_deleted(database::Connection& connection, collaboration::BranchKey key, Milliseconds now) {
  TRY(connection.execute("UPDATE page_branches SET deleted_at = $3, snapshot_hash = '' WHERE page_id = $1 AND id = $2",
                         {key.page_id, key.branch, now}));
  TRY(connection.execute("DELETE FROM page_operations WHERE page_id = $1 AND branch = $2", {key.page_id, key.branch}));
  TRY(collaboration::drop_unused_snapshots(connection, key.page_id));
  return {};
}

}  // namespace pagewright::branches
