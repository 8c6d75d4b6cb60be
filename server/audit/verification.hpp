// Whether the audit log is as it was written.
#pragma once

#include <string>
#include <vector>

#include "server/database/database.hpp"

namespace pagewright::audit {

// What was found of one organisation's log.
struct Verification {
  std::string organization;  // its slug
  std::int64_t rows = 0;     // that hold, from the first on
  std::string hash = {};     // of the last one that holds
  std::string fault = {};    // what is wrong with the next, as a sentence; empty: nothing, to the end
};

// Of every organisation, by its slug. Reads each log once, a thousand rows at a time.
[[nodiscard]] Outcome<std::vector<Verification>> verify(database::Connection& connection);

}  // namespace pagewright::audit
