#include "server/audit/audit_store.hpp"

#include "server/audit/chain.hpp"
#include "server/base/uuid.hpp"

namespace pagewright::audit {
namespace {

struct Place {
  std::int64_t sequence = 0;
  std::string previous;  // the hash of the row before
};

// The next place in the organisation's order, which is the transaction's own until it ends.
Outcome<Place> take_place(database::Connection& connection, std::string_view organization_id) {
  auto rows = TRY(connection.query(
      "UPDATE audit_heads SET sequence = sequence + 1 WHERE organization_id = $1 RETURNING sequence, hash",
      {organization_id}));
  // The organisation's first, or its head was taken away: the log then goes on, and verify() finds the break.
  if (rows.empty())
    rows = TRY(connection.query(
        "INSERT INTO audit_heads (organization_id, sequence, hash) SELECT $1, coalesce(max(sequence), 0) + 1, '' FROM "
        "audit_log WHERE organization_id = $1 ON CONFLICT (organization_id) DO UPDATE SET sequence = "
        "audit_heads.sequence + 1 RETURNING sequence, hash",
        {organization_id}));
  return Place{.sequence = rows.front().integer(0), .previous = rows.front().text(1)};
}

Outcome<void> set_head(database::Connection& connection, std::string_view organization_id, std::string_view hash) {
  TRY(connection.post("UPDATE audit_heads SET hash = $2 WHERE organization_id = $1", {organization_id, hash}));
  return {};
}

Outcome<database::Rows> older_rows(database::Connection& connection, std::string_view organization_id) {
  return connection.query(
      "SELECT id, actor_id, action, subject_id, created_at, detail FROM audit_log WHERE organization_id = $1 AND "
      "sequence IS NULL ORDER BY id LIMIT 1000",
      {organization_id});
}

Outcome<void> chain(database::Connection& connection, const std::string& organization_id) {
  std::int64_t sequence = 0;
  std::string hash;
  for (auto rows = TRY(older_rows(connection, organization_id)); !rows.empty();
       rows = TRY(older_rows(connection, organization_id))) {
    for (const auto row : rows) {
      const auto actor = row.optional_text(1);
      const ChainedRow chained{.organization_id = organization_id,
                               .sequence = ++sequence,
                               .id = row.text(0),
                               .actor_id = actor,
                               .action = row.text(2),
                               .subject_id = row.text(3),
                               .created_at = row.integer(4),
                               .detail = row.text(5)};
      hash = hash_of(chained, hash);
      TRY(connection.post("UPDATE audit_log SET sequence = $2, hash = $3 WHERE id = $1", {chained.id, sequence, hash}));
    }
  }
  TRY(connection.execute("INSERT INTO audit_heads (organization_id, sequence, hash) VALUES ($1, $2, $3)",
                         {organization_id, sequence, hash}));
  return {};
}

}  // namespace

Outcome<void> append(database::Connection& connection, const Entry& entry, Milliseconds now) {
  const Place place = TRY(take_place(connection, entry.organization_id));
  const std::string id = new_uuid();
  const auto actor = entry.actor_id.empty() ? std::nullopt : std::optional(entry.actor_id);
  const std::string hash = hash_of({.organization_id = entry.organization_id,
                                    .sequence = place.sequence,
                                    .id = id,
                                    .actor_id = actor,
                                    .action = entry.action,
                                    .subject_id = entry.subject_id,
                                    .created_at = now,
                                    .detail = entry.detail},
                                   place.previous);
  TRY(connection.post(
      "INSERT INTO audit_log (id, organization_id, actor_id, action, subject_id, created_at, detail, sequence, hash) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {id, entry.organization_id, actor, entry.action, entry.subject_id, now, entry.detail, place.sequence, hash}));
  return set_head(connection, entry.organization_id, hash);
}

Outcome<void> chain_older_rows(database::Connection& connection) {
  const auto organisations = TRY(connection.query(
      "SELECT o.id FROM organisations o WHERE "
      "NOT EXISTS (SELECT 1 FROM audit_heads h WHERE h.organization_id = o.id) AND "
      "NOT EXISTS (SELECT 1 FROM audit_log a WHERE a.organization_id = o.id AND a.sequence IS NOT NULL) AND "
      "EXISTS (SELECT 1 FROM audit_log a WHERE a.organization_id = o.id)"));
  for (const auto row : organisations) TRY(chain(connection, row.text(0)));
  return {};
}

}  // namespace pagewright::audit
