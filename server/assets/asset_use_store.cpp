#include "server/assets/asset_use_store.hpp"

#include <set>

#include "server/compression/zstd.hpp"

namespace pagewright::assets {
namespace {

constexpr std::int64_t pages_at_once = 500;
constexpr std::int64_t documents_at_once = 50;

// What the last page of a part is: the parts of one page stay together.
Outcome<Part> next_pages(database::Connection& connection, const UseQuery& query, const Part& before) {
  const auto rows = TRY(connection.query(
      "SELECT id FROM pages WHERE organization_id = $1 AND deleted_at IS NULL AND id > $2 ORDER BY id LIMIT $3",
      {query.organization_id, before.behind, pages_at_once}));
  return Part{.behind = rows.empty() ? before.behind : rows[rows.size() - 1].text(0),
              .is_last = rows.size() < static_cast<std::size_t>(pages_at_once)};
}

// The branches on which something that names an asset was changed since their last snapshot.
Outcome<std::set<std::string>> changed_branches(database::Connection& connection, const UseQuery& query,
                                                const Part& before, const Part& part) {
  const auto rows = TRY(connection.query(
      "SELECT o.page_id, o.branch, o.operations FROM pages p JOIN page_branches b ON b.page_id = p.id JOIN "
      "page_operations o ON o.page_id = b.page_id AND o.branch = b.id AND o.sequence > b.snapshot_sequence WHERE "
      "p.organization_id = $1 AND p.deleted_at IS NULL AND b.deleted_at IS NULL AND p.id > $2 AND p.id <= $3 AND "
      "o.operations LIKE '%assets%'",
      {query.organization_id, before.behind, part.behind}));
  std::set<std::string> changed;
  for (const auto row : rows)
    if (mentions(row.text(2), query.addresses)) changed.insert(row.text(0) + row.text(1));
  return changed;
}

bool snapshot_mentions(std::string_view snapshot, const std::vector<std::string>& addresses) {
  const auto text = compression::unpack_zstd(snapshot);
  return text && mentions(*text, addresses);
}

}  // namespace

Outcome<Part> look_through_branches(database::Connection& connection, const UseQuery& query, const Part& before,
                                    std::vector<Candidate>& found) {
  Part part = TRY(next_pages(connection, query, before));
  const auto changed = TRY(changed_branches(connection, query, before, part));
  const auto rows = TRY(connection.query(
      "SELECT b.page_id, b.id, b.name, p.name, p.metadata, s.body FROM pages p JOIN page_branches b ON b.page_id = "
      "p.id "
      "JOIN page_snapshots s ON s.page_id = b.page_id AND s.hash = b.snapshot_hash WHERE p.organization_id = $1 AND "
      "p.deleted_at IS NULL AND b.deleted_at IS NULL AND p.id > $2 AND p.id <= $3" +
          access::only_with(http::PageRight::view, query.reader, "p", "$4") + " ORDER BY p.id, b.id",
      {query.organization_id, before.behind, part.behind, query.reader.user_id}));
  for (const auto row : rows) {
    const bool is_in_settings = row.text(1) == "main" && mentions(row.text(4), query.addresses);
    if (is_in_settings || changed.contains(row.text(0) + row.text(1)) ||
        snapshot_mentions(row.blob(5), query.addresses))
      found.push_back({.page_id = row.text(0),
                       .branch_id = row.text(1),
                       .branch = row.text(2),
                       .page_name = row.text(3),
                       .is_in_settings = is_in_settings});
  }
  return part;
}

Outcome<Part> look_through_published(database::Connection& connection, const UseQuery& query, const Part& before,
                                     std::vector<AssetUse>& found) {
  const auto rows = TRY(connection.query(
      "SELECT s.page_id || s.environment_id, s.page_id, p.name, e.name, a.body FROM environments e JOIN "
      "environment_pages s ON s.environment_id = e.id JOIN pages p ON p.id = s.page_id JOIN artifacts a ON "
      "a.content_hash = s.content_hash WHERE e.organization_id = $1 AND s.page_id || s.environment_id > $2" +
          access::only_with(http::PageRight::view, query.reader, "p", "$4") +
          " ORDER BY s.page_id, s.environment_id LIMIT $3",
      {query.organization_id, before.behind, documents_at_once, query.reader.user_id}));
  Part part{.behind = before.behind, .is_last = static_cast<std::int64_t>(rows.size()) < documents_at_once};
  for (const auto row : rows) {
    part.behind = row.text(0);
    if (mentions(row.blob(4), query.addresses))
      found.push_back(
          {.kind = AssetUse::Kind::published, .id = row.text(1), .name = row.text(2), .environment = row.text(3)});
  }
  return part;
}

Outcome<Part> look_through_templates(database::Connection& connection, const UseQuery& query, const Part& before,
                                     std::vector<AssetUse>& found) {
  const auto rows =
      TRY(connection.query("SELECT name, id, display_name, document FROM page_templates WHERE organization_id = $1 AND "
                           "name > $2 ORDER BY name LIMIT $3",
                           {query.organization_id, before.behind, documents_at_once}));
  Part part{.behind = before.behind, .is_last = static_cast<std::int64_t>(rows.size()) < documents_at_once};
  for (const auto row : rows) {
    part.behind = row.text(0);
    if (mentions(row.text(3), query.addresses))
      found.push_back({.kind = AssetUse::Kind::template_, .id = row.text(1), .name = row.text(2)});
  }
  return part;
}

}  // namespace pagewright::assets
