// What the status of a page may become.
#pragma once

#include "server/collaboration/page_record.hpp"
#include "server/http/caller.hpp"

namespace pagewright::pages {

// In the writer's transaction: gives `page` another status, and takes it off its sites where it was published, which
// only administrators may. The row itself is left to the caller. True: the page is off its sites now.
[[nodiscard]] Outcome<bool> change_status(database::Connection& connection, collaboration::PageRecord& page,
                                          std::string_view status, http::Role role);

// What a caller may do about the sites that show a page: with an API token without the scope publish, no more than an
// editor.
[[nodiscard]] http::Role role_in_publishing(const http::Caller& caller);

[[nodiscard]] Problem only_administrators_take_offline(const collaboration::PageRecord& page);

}  // namespace pagewright::pages
