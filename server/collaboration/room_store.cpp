#include "server/collaboration/room_store.hpp"

#include <cassert>

#include "server/collaboration/snapshot_store.hpp"

namespace pagewright::collaboration {
namespace {

Problem deleted() {
  return access::no_such_page();
}

// Of the branch: the transactions that the log still has, who made the last one, and the last version.
Outcome<void> load_history(database::Connection& connection, BranchKey key, StoredPage& page) {
  const auto known =
      TRY(connection.query("SELECT transaction_id, sequence, author_id FROM page_operations WHERE page_id = $1 AND "
                           "branch = $2 ORDER BY sequence",
                           {key.page_id, key.branch}));
  page.known.reserve(known.size());
  for (const auto row : known)
    page.known.push_back({.id = row.text(0), .sequence = row.integer(1), .author_id = row.text(2)});
  if (!page.known.empty()) {
    const std::string& id = page.known.back().author_id;
    const auto authors = TRY(connection.query("SELECT name FROM users WHERE id = $1", {id}));
    if (!authors.empty()) page.last_author = Author{.id = id, .name = authors.front().text(0)};
  }
  const auto versions =
      TRY(connection.query("SELECT created_at, sequence FROM page_versions WHERE page_id = $1 AND branch = $2 ORDER BY "
                           "sequence DESC, version_number DESC LIMIT 1",
                           {key.page_id, key.branch}));
  page.last_version_at = versions.empty() ? page.branch.created_at : versions.front().integer(0);
  page.last_version_sequence = versions.empty() ? 0 : versions.front().integer(1);
  return {};
}

Problem not_the_head() {
  return Problem::unavailable("An earlier change of this page was not stored: send this one again.");
}

Outcome<void> insert_transaction(database::Connection& connection, BranchKey key, const LoggedTransaction& transaction,
                                 Milliseconds now) {
  return connection.post(
      "INSERT INTO page_operations (page_id, branch, sequence, transaction_id, author_id, created_at, label, "
      "operations) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      {key.page_id, key.branch, transaction.sequence, transaction.id, transaction.author.id, now, transaction.label,
       transaction.operations});
}

// What is known of a version beside what the caller wants of it.
struct VersionPlace {
  std::int64_t number = 0;
  std::string branch;  // its name
};

Outcome<VersionRecord> insert_row(database::Connection& connection, BranchKey key, const NewVersion& version,
                                  VersionPlace place, Milliseconds now) {
  TRY(put_snapshot(connection, key.page_id, version.texts));
  const auto inserted = TRY(connection.query(
      "INSERT INTO page_versions (id, page_id, version_number, branch, author_id, is_published, is_automatic, "
      "created_at, sequence, commit_message, snapshot_hash, merged_id, component_set_id, parent_id) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULLIF($12, ''), COALESCE(NULLIF($13, ''), "
      "(SELECT component_set_id FROM page_branches WHERE page_id = $2 AND id = $4)), COALESCE("
      "(SELECT id FROM page_versions WHERE page_id = $2 AND branch = $4 AND sequence <= $9 "
      "ORDER BY sequence DESC, version_number DESC LIMIT 1), "
      "(SELECT base_version_id FROM page_branches WHERE page_id = $2 AND id = $4))) RETURNING parent_id",
      {version.id, key.page_id, place.number, key.branch, version.author.id, version.is_published, version.is_automatic,
       now, version.sequence, version.message, version.texts.snapshot_hash, version.merged_id,
       version.component_set_id}));
  return VersionRecord{.id = version.id,
                       .page_id = std::string(key.page_id),
                       .number = place.number,
                       .branch = std::move(place.branch),
                       .message = version.message,
                       .author = version.author,
                       .is_published = version.is_published,
                       .is_automatic = version.is_automatic,
                       .created_at = now,
                       .parent_id = inserted.front().optional_text(0).value_or(""),
                       .merged_id = version.merged_id};
}

Outcome<PageRecord> changed_page(Outcome<database::Rows> rows) {
  if (!rows) return std::unexpected(std::move(rows).error());
  if (rows->empty()) return std::unexpected(deleted());
  return read_page(rows->front());
}

}  // namespace

Outcome<std::optional<StoredPage>> load(database::Connection& connection, BranchKey key) {
  const auto pages = TRY(connection.query(
      "SELECT " + std::string(page_columns) + " FROM pages WHERE id = $1 AND deleted_at IS NULL", {key.page_id}));
  if (pages.empty()) return std::nullopt;
  const auto branches =
      TRY(connection.query("SELECT " + std::string(branch_columns) +
                               ", b.snapshot_sequence, s.body, b.component_set_id FROM page_branches b LEFT JOIN "
                               "page_snapshots s ON s.page_id = b.page_id AND s.hash = b.snapshot_hash "
                               "WHERE b.page_id = $1 AND b.id = $2 AND b.deleted_at IS NULL",
                           {key.page_id, key.branch}));
  if (branches.empty()) return std::nullopt;
  const auto head = branches.front();
  if (head.is_null(7))
    return std::unexpected(Problem::internal("the page " + std::string(key.page_id) + " has no snapshot"));
  StoredPage page{.record = read_page(pages.front()),
                  .branch = read_branch(head),
                  .snapshot = head.blob(7),
                  .snapshot_sequence = head.integer(6)};
  if (!head.is_null(8)) {
    page.component_set_id = head.text(8);
    page.pins = TRY(components::find_versions(connection, page.component_set_id));
  }
  page.tail = TRY(transactions_after(connection, key, page.snapshot_sequence));
  TRY(load_history(connection, key, page));
  return page;
}

Outcome<void> insert_page(database::Connection& connection, const PageRecord& page, std::string_view component_set_id) {
  TRY(connection.execute(
      "INSERT INTO pages (id, organization_id, owner_id, status, created_at, updated_at, latest_version_number, "
      "slug_by_hand, name, slug, search_text, description, metadata, access, team_id) VALUES ($1, $2, $3, $4, $5, $5, "
      "0, $6, $7, $8, $9, $10, $11, $12, $13)",
      {page.id, page.organization_id, page.owner_id, page.status, page.created_at, page.slug_by_hand, page.name,
       page.slug, search_text(page), page.description, page.metadata, page.access, page.team_id}));
  TRY(
      connection.execute("INSERT INTO page_branches (page_id, id, name, sequence, snapshot_sequence, created_at, "
                         "component_set_id, snapshot_hash) VALUES ($1, $2, $2, 0, -1, $3, $4, '')",
                         {page.id, main_branch, page.created_at, component_set_id}));
  return {};
}

Outcome<void> pin(database::Connection& connection, BranchKey key, std::string_view component_set_id) {
  TRY(connection.execute(
      "UPDATE page_branches SET component_set_id = $3 WHERE page_id = $1 AND id = $2 AND component_set_id IS NULL",
      {key.page_id, key.branch, component_set_id}));
  return {};
}

Outcome<void> append(database::Connection& connection, BranchKey key, const LoggedTransaction& transaction,
                     Milliseconds now) {
  const auto moved =
      TRY(connection.execute("UPDATE page_branches SET sequence = $3 WHERE page_id = $1 AND id = $2 AND sequence = $4 "
                             "AND deleted_at IS NULL",
                             {key.page_id, key.branch, transaction.sequence, transaction.sequence - 1}));
  if (moved != 1) return std::unexpected(not_the_head());
  return insert_transaction(connection, key, transaction, now);
}

Outcome<VersionRecord> append(database::Connection& connection, BranchKey key, const LoggedTransaction& transaction,
                              const NewVersion& version, std::int64_t number, Milliseconds now) {
  assert(version.sequence == transaction.sequence && "the version is of the document after the transaction");
  const auto branches = TRY(connection.query(
      "UPDATE page_branches SET sequence = $3, snapshot_sequence = $3, snapshot_hash = $5 WHERE "
      "page_id = $1 AND id = $2 AND sequence = $4 AND deleted_at IS NULL RETURNING name",
      {key.page_id, key.branch, transaction.sequence, transaction.sequence - 1, version.texts.snapshot_hash}));
  if (branches.empty()) return std::unexpected(not_the_head());
  TRY(insert_transaction(connection, key, transaction, now));
  return insert_row(connection, key, version, {.number = number, .branch = branches.front().text(0)}, now);
}

Outcome<VersionRecord> insert_version(database::Connection& connection, BranchKey key, const NewVersion& version,
                                      std::int64_t number, Milliseconds now) {
  const auto branches = TRY(connection.query(
      "UPDATE page_branches SET snapshot_hash = CASE WHEN snapshot_sequence < $3 THEN $4 ELSE snapshot_hash END, "
      "snapshot_sequence = CASE WHEN snapshot_sequence < $3 THEN $3 ELSE snapshot_sequence END "
      "WHERE page_id = $1 AND id = $2 AND deleted_at IS NULL RETURNING name",
      {key.page_id, key.branch, version.sequence, version.texts.snapshot_hash}));
  if (branches.empty()) return std::unexpected(deleted());
  return insert_row(connection, key, version, {.number = number, .branch = branches.front().text(0)}, now);
}

Outcome<PageRecord> touch(database::Connection& connection, std::string_view page_id, Milliseconds now) {
  return changed_page(connection.query(
      "UPDATE pages SET updated_at = $2 WHERE id = $1 AND deleted_at IS NULL RETURNING " + std::string(page_columns),
      {page_id, now}));
}

Outcome<PageRecord> count_version(database::Connection& connection, BranchKey key, std::string_view version_id,
                                  Milliseconds updated_at) {
  return changed_page(connection.query(
      "UPDATE pages SET updated_at = $4, latest_version_number = latest_version_number + 1, current_version_id = CASE "
      "WHEN $3 = 'main' THEN $2 ELSE current_version_id END WHERE id = $1 AND deleted_at IS NULL RETURNING " +
          std::string(page_columns),
      {key.page_id, version_id, key.branch, updated_at}));
}

Outcome<PageRecord> find_record(database::Connection& connection, std::string_view page_id) {
  const auto rows =
      TRY(connection.query("SELECT " + std::string(page_columns) + " FROM pages WHERE id = $1", {page_id}));
  if (rows.empty()) return std::unexpected(deleted());
  return read_page(rows.front());
}

Outcome<std::int64_t> last_sequence(database::Connection& connection, BranchKey key) {
  const auto rows = TRY(
      connection.query("SELECT sequence FROM page_branches WHERE page_id = $1 AND id = $2", {key.page_id, key.branch}));
  if (rows.empty()) return std::unexpected(deleted());
  return rows.front().integer(0);
}

Outcome<void> store_snapshot(database::Connection& connection, BranchKey key, const DocumentText& texts,
                             std::int64_t sequence) {
  TRY(lock_page(connection, key.page_id));
  TRY(put_snapshot(connection, key.page_id, texts));
  TRY(
      connection.execute("UPDATE page_branches SET snapshot_sequence = $3, snapshot_hash = $4 "
                         "WHERE page_id = $1 AND id = $2 AND snapshot_sequence < $3 AND deleted_at IS NULL",
                         {key.page_id, key.branch, sequence, texts.snapshot_hash}));
  TRY(drop_unused_snapshots(connection, key.page_id));
  return {};
}

Outcome<void> replace_snapshot(database::Connection& connection, BranchKey key, const DocumentText& texts,
                               std::int64_t sequence) {
  TRY(lock_page(connection, key.page_id));
  TRY(put_snapshot(connection, key.page_id, texts));
  TRY(
      connection.execute("UPDATE page_branches SET snapshot_sequence = $3, snapshot_hash = $4 "
                         "WHERE page_id = $1 AND id = $2",
                         {key.page_id, key.branch, sequence, texts.snapshot_hash}));
  return {};
}

Outcome<std::int64_t> compact(database::Connection& connection, BranchKey key, std::int64_t kept) {
  return connection.execute(
      "DELETE FROM page_operations WHERE page_id = $1 AND branch = $2 AND sequence <= (SELECT snapshot_sequence "
      "FROM page_branches WHERE page_id = $1 AND id = $2) - $3 AND sequence <= (SELECT MAX(sequence) FROM "
      "page_versions WHERE page_id = $1 AND branch = $2) - $3",
      {key.page_id, key.branch, kept});
}

Outcome<VersionDocument> load_version_document(database::Connection& connection, std::string_view page_id,
                                               std::int64_t number) {
  const auto rows =
      TRY(connection.query("SELECT s.body, v.component_set_id FROM page_versions v JOIN page_snapshots s ON s.page_id "
                           "= v.page_id AND s.hash "
                           "= v.snapshot_hash WHERE v.page_id = $1 AND v.version_number = $2",
                           {page_id, number}));
  if (rows.empty())
    return std::unexpected(Problem::not_found("The page has no version " + std::to_string(number) + "."));
  VersionDocument version{.document = TRY(read_snapshot(rows.front().blob(0))), .pins = {}};
  if (!rows.front().is_null(1)) version.pins = TRY(components::find_versions(connection, rows.front().text(1)));
  return version;
}

Outcome<std::vector<LoggedTransaction>> transactions_after(database::Connection& connection, BranchKey key,
                                                           std::int64_t since) {
  const auto rows = TRY(connection.query(
      "SELECT o.sequence, o.transaction_id, o.author_id, u.name, o.label, o.operations FROM page_operations o "
      "JOIN users u ON u.id = o.author_id WHERE o.page_id = $1 AND o.branch = $2 AND o.sequence > $3 ORDER BY "
      "o.sequence",
      {key.page_id, key.branch, since}));
  std::vector<LoggedTransaction> transactions;
  transactions.reserve(rows.size());
  for (const auto row : rows)
    transactions.push_back({.sequence = row.integer(0),
                            .id = row.text(1),
                            .author = {.id = row.text(2), .name = row.text(3)},
                            .label = row.text(4),
                            .operations = row.text(5)});
  return transactions;
}

}  // namespace pagewright::collaboration
