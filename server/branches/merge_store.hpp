// The SQL of merges.
#pragma once

#include "server/branches/ancestry.hpp"
#include "server/branches/branch_store.hpp"

namespace pagewright::branches {

// Of all versions of a page.
[[nodiscard]] Outcome<Ancestry> ancestry_of(database::Connection& connection, std::string_view page_id);

// Unavailable where something else was merged into the branch after its head was read: the base would be too old.
// `version_id` is the merge that asks.
[[nodiscard]] Outcome<void> check_no_other_merge(database::Connection& connection, std::string_view page_id,
                                                 const Branch& into, std::string_view version_id);

}  // namespace pagewright::branches
