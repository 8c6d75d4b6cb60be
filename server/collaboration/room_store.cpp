#include "server/collaboration/room_store.hpp"

#include "server/base/uuid.hpp"

namespace pagewright::collaboration {
namespace {

Problem deleted() {
  return Problem::not_found("There is no such page, or it was deleted.");
}

}  // namespace

Outcome<std::optional<StoredPage>> load(database::Connection& connection, std::string_view page_id) {
  const auto pages = TRY(connection.query(
      "SELECT " + std::string(page_columns) + " FROM pages WHERE id = $1 AND deleted_at IS NULL", {page_id}));
  if (pages.empty()) return std::nullopt;
  const auto branches = TRY(
      connection.query("SELECT b.sequence, b.snapshot_sequence, COALESCE(b.snapshot, v.snapshot), b.component_set_id "
                       "FROM page_branches b "
                       "LEFT JOIN page_versions v ON v.id = b.snapshot_version_id WHERE b.page_id = $1 AND b.name = $2",
                       {page_id, main_branch}));
  if (branches.empty() || branches.front().is_null(2))
    return std::unexpected(Problem::internal("the page " + std::string(page_id) + " has no snapshot"));
  StoredPage page{.record = read_page(pages.front()),
                  .snapshot = branches.front().blob(2),
                  .snapshot_sequence = branches.front().integer(1),
                  .sequence = branches.front().integer(0)};
  if (!branches.front().is_null(3)) {
    page.component_set_id = branches.front().text(3);
    page.pins = TRY(components::find_versions(connection, page.component_set_id));
  }
  page.tail = TRY(transactions_after(connection, page_id, page.snapshot_sequence));
  const auto known =
      TRY(connection.query("SELECT transaction_id, sequence, author_id FROM page_operations WHERE page_id = $1 AND "
                           "branch = $2 ORDER BY sequence",
                           {page_id, main_branch}));
  page.known.reserve(known.size());
  for (const auto row : known)
    page.known.push_back({.id = row.text(0), .sequence = row.integer(1), .author_id = row.text(2)});
  if (!page.known.empty()) {
    const std::string& id = page.known.back().author_id;
    const auto authors = TRY(connection.query("SELECT name FROM users WHERE id = $1", {id}));
    if (!authors.empty()) page.last_author = Author{.id = id, .name = authors.front().text(0)};
  }
  const auto versions = TRY(connection.query(
      "SELECT created_at, sequence FROM page_versions WHERE page_id = $1 ORDER BY version_number DESC LIMIT 1",
      {page_id}));
  if (!versions.empty()) {
    page.last_version_at = versions.front().integer(0);
    page.last_version_sequence = versions.front().integer(1);
  }
  return page;
}

Outcome<void> insert_page(database::Connection& connection, const PageRecord& page, std::string_view component_set_id) {
  TRY(connection.execute(
      "INSERT INTO pages (id, organization_id, owner_id, status, created_at, updated_at, latest_version_number, "
      "slug_by_hand, name, slug, search_text, description, metadata) VALUES ($1, $2, $3, $4, $5, $5, 0, $6, $7, $8, "
      "$9, $10, $11)",
      {page.id, page.organization_id, page.owner_id, page.status, page.created_at, page.slug_by_hand, page.name,
       page.slug, search_text(page), page.description, page.metadata}));
  TRY(
      connection.execute("INSERT INTO page_branches (page_id, name, sequence, snapshot_sequence, created_at, "
                         "component_set_id) VALUES ($1, $2, 0, -1, $3, $4)",
                         {page.id, main_branch, page.created_at, component_set_id}));
  return {};
}

Outcome<void> pin(database::Connection& connection, std::string_view page_id, std::string_view component_set_id) {
  TRY(connection.execute(
      "UPDATE page_branches SET component_set_id = $2 WHERE page_id = $1 AND component_set_id IS NULL",
      {page_id, component_set_id}));
  return {};
}

Outcome<void> append(database::Connection& connection, std::string_view page_id, const LoggedTransaction& transaction,
                     Milliseconds now) {
  const auto moved = TRY(
      connection.execute("UPDATE page_branches SET sequence = $3 WHERE page_id = $1 AND name = $2 AND sequence = $4",
                         {page_id, main_branch, transaction.sequence, transaction.sequence - 1}));
  if (moved != 1)
    return std::unexpected(Problem::unavailable("An earlier change of this page was not stored: send this one again."));
  TRY(
      connection.execute("INSERT INTO page_operations (page_id, branch, sequence, transaction_id, author_id, "
                         "created_at, label, operations) "
                         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                         {page_id, main_branch, transaction.sequence, transaction.id, transaction.author.id, now,
                          transaction.label, transaction.operations}));
  return {};
}

Outcome<VersionRecord> insert_version(database::Connection& connection, std::string_view page_id,
                                      const NewVersion& version, Milliseconds now) {
  const auto numbers = TRY(
      connection.query("UPDATE pages SET latest_version_number = latest_version_number + 1, current_version_id = $2 "
                       "WHERE id = $1 AND deleted_at IS NULL RETURNING latest_version_number",
                       {page_id, version.id}));
  if (numbers.empty()) return std::unexpected(deleted());
  VersionRecord record{.id = version.id,
                       .page_id = std::string(page_id),
                       .number = numbers.front().integer(0),
                       .message = version.message,
                       .author = version.author,
                       .is_published = version.is_published,
                       .created_at = now};
  TRY(
      connection.execute("INSERT INTO page_versions (id, page_id, version_number, branch, author_id, is_published, "
                         "created_at, sequence, commit_message, content_hash, snapshot, component_set_id) "
                         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, COALESCE(NULLIF($12, ''), "
                         "(SELECT component_set_id FROM page_branches WHERE page_id = $2 AND name = $4)))",
                         {version.id, page_id, record.number, record.branch, version.author.id, version.is_published,
                          now, version.sequence, version.message, version.texts.content_hash,
                          database::Blob{version.texts.snapshot}, version.component_set_id}));
  TRY(
      connection.execute("UPDATE page_branches SET snapshot_sequence = $3, snapshot_version_id = $4, snapshot = NULL "
                         "WHERE page_id = $1 AND name = $2 AND snapshot_sequence < $3",
                         {page_id, main_branch, version.sequence, version.id}));
  return record;
}

Outcome<PageRecord> touch(database::Connection& connection, std::string_view page_id, Milliseconds now) {
  const auto rows = TRY(connection.query(
      "UPDATE pages SET updated_at = $2 WHERE id = $1 AND deleted_at IS NULL RETURNING " + std::string(page_columns),
      {page_id, now}));
  if (rows.empty()) return std::unexpected(deleted());
  return read_page(rows.front());
}

Outcome<PageRecord> find_record(database::Connection& connection, std::string_view page_id) {
  const auto rows =
      TRY(connection.query("SELECT " + std::string(page_columns) + " FROM pages WHERE id = $1", {page_id}));
  if (rows.empty()) return std::unexpected(deleted());
  return read_page(rows.front());
}

Outcome<void> store_snapshot(database::Connection& connection, std::string_view page_id, std::string_view snapshot,
                             std::int64_t sequence) {
  TRY(
      connection.execute("UPDATE page_branches SET snapshot_sequence = $3, snapshot_version_id = NULL, snapshot = $4 "
                         "WHERE page_id = $1 AND name = $2 AND snapshot_sequence < $3",
                         {page_id, main_branch, sequence, database::Blob{snapshot}}));
  return {};
}

Outcome<void> replace_snapshot(database::Connection& connection, std::string_view page_id, std::string_view snapshot,
                               std::int64_t sequence) {
  TRY(
      connection.execute("UPDATE page_branches SET snapshot_sequence = $3, snapshot_version_id = NULL, snapshot = $4 "
                         "WHERE page_id = $1 AND name = $2",
                         {page_id, main_branch, sequence, database::Blob{snapshot}}));
  return {};
}

Outcome<void> compact(database::Connection& connection, std::string_view page_id) {
  TRY(connection.execute(
      "DELETE FROM page_operations WHERE page_id = $1 AND branch = $2 AND sequence <= (SELECT snapshot_sequence "
      "FROM page_branches WHERE page_id = $1 AND name = $2) - $3",
      {page_id, main_branch, kept_transactions}));
  return {};
}

Outcome<VersionDocument> load_version_document(database::Connection& connection, std::string_view page_id,
                                               std::int64_t number) {
  const auto rows = TRY(connection.query(
      "SELECT snapshot, component_set_id FROM page_versions WHERE page_id = $1 AND version_number = $2",
      {page_id, number}));
  if (rows.empty())
    return std::unexpected(Problem::not_found("The page has no version " + std::to_string(number) + "."));
  VersionDocument version{.document = TRY(read_snapshot(rows.front().blob(0))), .pins = {}};
  if (!rows.front().is_null(1)) version.pins = TRY(components::find_versions(connection, rows.front().text(1)));
  return version;
}

Outcome<std::vector<LoggedTransaction>> transactions_after(database::Connection& connection, std::string_view page_id,
                                                           std::int64_t since) {
  const auto rows = TRY(connection.query(
      "SELECT o.sequence, o.transaction_id, o.author_id, u.name, o.label, o.operations FROM page_operations o "
      "JOIN users u ON u.id = o.author_id WHERE o.page_id = $1 AND o.branch = $2 AND o.sequence > $3 ORDER BY "
      "o.sequence",
      {page_id, main_branch, since}));
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
