#include "server/audit/audit_store.hpp"

#include "server/base/uuid.hpp"

namespace pagewright::audit {

Outcome<void> append(database::Connection& connection, const Entry& entry, Milliseconds now) {
  const database::Parameter actor =
      entry.actor_id.empty() ? database::Parameter(nullptr) : database::Parameter(entry.actor_id);
  TRY(connection.execute(
      "INSERT INTO audit_log (id, organization_id, actor_id, action, subject_id, created_at, detail) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      {new_uuid(), entry.organization_id, actor, entry.action, entry.subject_id, now, entry.detail}));
  return {};
}

}  // namespace pagewright::audit
