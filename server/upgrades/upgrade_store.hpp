// Pages that are pinned to another version of a component than the library has.
#pragma once

#include "server/components/component_set.hpp"
#include "server/http/caller.hpp"

namespace pagewright::upgrades {

// Their ids, oldest first: those that the caller may view.
[[nodiscard]] Outcome<std::vector<std::string>> pages_behind(database::Connection& connection,
                                                             const http::Caller& caller, std::string_view component,
                                                             const components::ComponentSet& present);

}  // namespace pagewright::upgrades
