// Copies everything from one database to another one, of whichever kind: the way from SQLite to PostgreSQL.
#pragma once

#include <string>
#include <vector>

#include "server/database/exclusive_connection.hpp"
#include "server/database/migrations.hpp"

namespace pagewright::database {

struct CopiedTable {
  std::string name;
  std::int64_t rows = 0;
};

// Copies all rows of a consistent snapshot of `from` in one transaction of `to`, counts them on both sides, and
// commits. `to` is brought to the present schema first. Refused, with what to do in `cause`, where `from` has another
// schema than this program, or `to` has any rows.
Outcome<std::vector<CopiedTable>> copy_database(ExclusiveConnection& from, ExclusiveConnection& to,
                                                const std::vector<Migration>& migrations);

}  // namespace pagewright::database
