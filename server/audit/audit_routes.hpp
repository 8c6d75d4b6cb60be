// GET /audit-log, GET /audit-log/export
#pragma once

#include "server/audit/audit_service.hpp"
#include "server/http/router.hpp"

namespace pagewright::audit {

class AuditRoutes {
 public:
  explicit AuditRoutes(AuditService& service) : service_(service) {}

  Task<Outcome<http::Response>> list(http::Request& request);
  Task<Outcome<http::Response>> export_file(http::Request& request);

 private:
  AuditService& service_;
};

}  // namespace pagewright::audit
