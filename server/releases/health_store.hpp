// What is known of how releases fare, in the database.
#pragma once

#include "server/releases/release_history_store.hpp"

namespace pagewright::releases {

// Of any organisation; nothing where it is gone.
[[nodiscard]] Outcome<std::optional<Release>> find_for_check(database::Connection& connection, std::string_view id);
// The release's pages that its environment still shows as it has them: path and hash.
[[nodiscard]] Outcome<std::vector<ReleasedPage>> still_shown(database::Connection& connection,
                                                             std::string_view release_id);
[[nodiscard]] Outcome<void> note_health(database::Connection& connection, std::string_view release_id, bool is_failing,
                                        const std::vector<CheckedPage>& pages, Milliseconds now);
[[nodiscard]] Outcome<void> add_to_log(database::Connection& connection, std::string_view release_id, Milliseconds now,
                                       std::string_view sentence);
// The release of the same environment before this one, if this is the newest and that one is whole; else empty.
[[nodiscard]] Outcome<std::string> release_before_newest(database::Connection& connection, const Release& release);

}  // namespace pagewright::releases
