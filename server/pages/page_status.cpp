#include "server/pages/page_status.hpp"

#include <algorithm>

#include "server/releases/release_service.hpp"

namespace pagewright::pages {

http::Role role_in_publishing(const http::Caller& caller) {
  return caller.has_scope("publish") ? caller.role : std::min(caller.role, http::Role::editor);
}

Problem only_administrators_take_offline(const collaboration::PageRecord& page) {
  return Problem::forbidden("Only administrators take a published page offline: “" + page.name + "” is one.");
}

Outcome<bool> change_status(database::Connection& connection, collaboration::PageRecord& page, std::string_view status,
                            http::Role role) {
  if (status == page.status) return false;
  if (status == "published")
    return std::unexpected(
        Problem::conflict("The page was not saved", "A page becomes published by publishing it to an environment."));
  // Asked here, for it may have been published a moment ago.
  const bool goes_offline = page.status == "published";
  if (goes_offline && role < http::Role::admin) return std::unexpected(only_administrators_take_offline(page));
  page.status = status;
  TRY(releases::unpublish(connection, page.id));
  return goes_offline;
}

}  // namespace pagewright::pages
