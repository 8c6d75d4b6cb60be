#include "server/audit/audit_service.hpp"

namespace pagewright::audit {

Task<Outcome<Found>> AuditService::search(Query query) {
  co_return co_await database_.read([&](database::Connection& connection) { return audit::search(connection, query); });
}

Task<Outcome<std::string>> AuditService::export_csv(Query query) {
  query.limit = most_exported;
  query.offset = 0;
  // Written on the database's thread: it may be some megabytes.
  co_return co_await database_.read(
      [&](database::Connection& connection) -> Outcome<std::string> { return to_csv(TRY(list(connection, query))); });
}

}  // namespace pagewright::audit
