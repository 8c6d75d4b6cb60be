// Pages that are pinned to another version of a component than the library has.
#pragma once

#include "server/components/component_set.hpp"

namespace pagewright::upgrades {

// Their ids, oldest first.
[[nodiscard]] Outcome<std::vector<std::string>> pages_behind(database::Connection& connection,
                                                             std::string_view organization_id,
                                                             std::string_view component,
                                                             const components::ComponentSet& present);

}  // namespace pagewright::upgrades
