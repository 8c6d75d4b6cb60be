#include "server/collaboration/snapshot_store.hpp"

namespace pagewright::collaboration {

Outcome<void> lock_page(database::Connection& connection, std::string_view page_id) {
  TRY(connection.execute("UPDATE pages SET updated_at = updated_at WHERE id = $1", {page_id}));
  return {};
}

Outcome<void> put_snapshot(database::Connection& connection, std::string_view page_id, const DocumentText& texts) {
  TRY(
      connection.execute("INSERT INTO page_snapshots (page_id, hash, body) VALUES ($1, $2, $3) "
                         "ON CONFLICT (page_id, hash) DO NOTHING",
                         {page_id, texts.snapshot_hash, database::Blob{texts.snapshot}}));
  return {};
}

Outcome<std::int64_t> drop_unused_snapshots(database::Connection& connection, std::string_view page_id) {
  return connection.execute(
      "DELETE FROM page_snapshots WHERE page_id = $1 AND NOT EXISTS (SELECT 1 FROM page_versions v WHERE v.page_id = "
      "page_snapshots.page_id AND v.snapshot_hash = page_snapshots.hash) AND NOT EXISTS (SELECT 1 FROM page_branches b "
      "WHERE b.page_id = page_snapshots.page_id AND b.snapshot_hash = page_snapshots.hash)",
      {page_id});
}

}  // namespace pagewright::collaboration
