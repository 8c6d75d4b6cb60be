// The audit log: who did what, when. Rows are only ever added, each chained to the one before.
#pragma once

#include <string_view>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::audit {

struct Entry {
  std::string_view organization_id;
  std::string_view actor_id;  // empty: the program itself
  std::string_view action;    // "page.updated"
  std::string_view subject_id;
  std::string_view detail;  // a JSON object
};

// Nobody else appends to the same organisation's log until the transaction has ended.
[[nodiscard]] Outcome<void> append(database::Connection& connection, const Entry& entry, Milliseconds now);

// Once, before anything is appended: chains the rows of organisations that have no chain yet, in the order of their
// ids. A log that had one and lost its end stays as it is: verify() tells.
[[nodiscard]] Outcome<void> chain_older_rows(database::Connection& connection);

}  // namespace pagewright::audit
