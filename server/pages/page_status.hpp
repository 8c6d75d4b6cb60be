// What the status of a page may become.
#pragma once

#include "server/collaboration/page_record.hpp"
#include "server/http/caller.hpp"
#include "server/releases/release_service.hpp"

namespace pagewright::pages {

// In the writer's transaction: gives `page` another status, and takes it off its sites where it was published, which
// needs the right to publish it. The row itself is left to the caller. True: the page is off its sites now.
[[nodiscard]] Outcome<bool> change_status(database::Connection& connection, collaboration::PageRecord& page,
                                          std::string_view status, const http::Caller& caller,
                                          releases::TakingOffline& act);
[[nodiscard]] releases::TakingOffline taking_offline(const http::Caller& caller, std::string message, Milliseconds now);

// Whether the caller may take what is published off its sites; forbidden otherwise, and with an API token without the
// scope publish.
[[nodiscard]] Outcome<void> check_may_take_offline(database::Connection& connection,
                                                   const collaboration::PageRecord& page, const http::Caller& caller);

}  // namespace pagewright::pages
