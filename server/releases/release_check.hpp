// The job that looks whether a release is served.
#pragma once

#include "server/releases/release_store.hpp"

namespace pagewright::releases {

inline constexpr std::string_view kind_of_check = "release.check";

// Writes down, in the transaction of a release, that it is to be checked.
[[nodiscard]] Outcome<void> schedule_check(database::Connection& connection, const Release& release);

}  // namespace pagewright::releases
