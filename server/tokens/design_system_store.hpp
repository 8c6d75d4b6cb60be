// Design systems: the design tokens of each organisation.
#pragma once

#include <optional>
#include <string>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::tokens {

struct DesignSystem {
  std::string id;
  std::string organization_id;
  std::string name;
  std::string tokens;  // a DTCG document
  Milliseconds updated_at = 0;
  std::int64_t version_number = 1;  // of what it says
};

[[nodiscard]] Outcome<std::optional<DesignSystem>> find(database::Connection& connection,
                                                        std::string_view organization_id);
// With its first version.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, const DesignSystem& design_system);
[[nodiscard]] Outcome<void> update_tokens(database::Connection& connection, const DesignSystem& design_system);

}  // namespace pagewright::tokens
