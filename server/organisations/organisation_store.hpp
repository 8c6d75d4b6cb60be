// Organisations: the tenants.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::organisations {

struct Organisation {
  std::string id;
  std::string name;
  std::string slug;
  [[nodiscard]] std::string to_json() const;
};

[[nodiscard]] Outcome<std::optional<Organisation>> find(database::Connection& connection, std::string_view id);
// Oldest first.
[[nodiscard]] Outcome<std::vector<Organisation>> all(database::Connection& connection);
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const Organisation& organisation,
                                   Milliseconds now);

// Lets no other transaction pass this place of the same organisation until this one has ended: for rules about several
// rows, such as "one administrator stays".
[[nodiscard]] Outcome<void> lock(database::Connection& connection, std::string_view id, Milliseconds now);

}  // namespace pagewright::organisations
