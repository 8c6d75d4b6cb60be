// The audit log: append(), in the transaction of what it tells of, and what its organisation's administrators read.
#pragma once

#include "server/audit/audit_search.hpp"
#include "server/audit/audit_store.hpp"

namespace pagewright::audit {

class AuditService {
 public:
  explicit AuditService(database::Database& database) : database_(database) {}

  Task<Outcome<Found>> search(Query query);

  static constexpr std::int64_t most_exported = 50'000;
  // The newest of what fits, as CSV.
  Task<Outcome<std::string>> export_csv(Query query);

 private:
  database::Database& database_;
};

}  // namespace pagewright::audit
