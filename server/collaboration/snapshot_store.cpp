#include "server/collaboration/snapshot_store.hpp"

namespace pagewright::collaboration {

Outcome<void> lock_page(database::Connection& connection, std::string_view page_id) {
  TRY(connection.execute("UPDATE pages SET updated_at = updated_at WHERE id = $1", {page_id}));
  return {};
}

Outcome<void> put_snapshot(database::Connection& connection, std::string_view page_id, const DocumentText& texts) {
  return connection.post(
      "INSERT INTO page_snapshots (page_id, hash, body) VALUES ($1, $2, $3) ON CONFLICT (page_id, hash) DO NOTHING",
      {page_id, texts.snapshot_hash, database::Blob{texts.snapshot}});
}

Outcome<std::int64_t> drop_unused_snapshots(database::Connection& connection, std::string_view page_id) {
  return connection.execute(
      "DELETE FROM page_snapshots WHERE page_id = $1 AND hash NOT IN (SELECT snapshot_hash FROM page_versions WHERE "
      "page_id = $1 UNION ALL SELECT snapshot_hash FROM page_branches WHERE page_id = $1)",
      {page_id});
}

}  // namespace pagewright::collaboration
