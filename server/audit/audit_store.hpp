// The audit log: who did what, when. Rows are only ever added.
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

[[nodiscard]] Outcome<void> append(database::Connection& connection, const Entry& entry, Milliseconds now);

}  // namespace pagewright::audit
