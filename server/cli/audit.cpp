#include "server/cli/audit.hpp"

#include <sodium.h>

#include <iostream>

#include "server/audit/verification.hpp"
#include "server/cli/data_directory.hpp"
#include "server/database/database_location.hpp"

namespace pagewright::cli {
namespace {

// One state, whatever a server writes meanwhile.
Outcome<std::vector<audit::Verification>> verify(const AuditCommand& command) {
  const auto location =
      TRY(database::DatabaseLocation::parse(command.database_url, command.data / DataDirectory::database_name));
  const auto connection = TRY(location.open_for_reading());
  std::vector<audit::Verification> found;
  TRY(connection->read_snapshot([&]() -> Outcome<void> {
    found = TRY(audit::verify(*connection));
    return {};
  }));
  return found;
}

// "riverside: 812 rows hold. The last one has the hash 3f0a…"
void print(const audit::Verification& found, std::ostream& out) {
  out << found.organization << ": " << found.rows << (found.rows == 1 ? " row holds." : " rows hold.");
  if (!found.fault.empty()) {
    out << " BROKEN: " << found.fault;
  } else if (found.rows > 0) {
    out << " The last has the hash " << found.hash;
  }
  out << '\n';
}

}  // namespace

int audit(const AuditCommand& command, std::ostream& out) {
  if (sodium_init() < 0) {
    std::cerr << "pagewright: The cryptographic library cannot be started.\n";
    return 2;
  }
  const auto verified = verify(command);
  if (!verified) {
    const Problem& problem = verified.error();
    std::cerr << "pagewright: " << (problem.cause.empty() ? problem.detail : problem.cause) << '\n';
    return 2;
  }
  bool holds = true;
  for (const auto& found : *verified) {
    print(found, out);
    holds = holds && found.fault.empty();
  }
  return holds ? 0 : 1;
}

}  // namespace pagewright::cli
