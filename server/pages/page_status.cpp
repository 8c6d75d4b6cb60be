#include "server/pages/page_status.hpp"

#include "server/access/standing_store.hpp"

namespace pagewright::pages {

Outcome<void> check_may_take_offline(database::Connection& connection, const collaboration::PageRecord& page,
                                     const http::Caller& caller) {
  if (caller.has_scope("publish") &&
      TRY(access::find_rights(connection, caller, page.id, page.door())).allow(http::PageRight::publish))
    return {};
  return std::unexpected(
      Problem::forbidden("Only who may publish a page takes it offline: “" + page.name + "” is published."));
}

Outcome<bool> change_status(database::Connection& connection, collaboration::PageRecord& page, std::string_view status,
                            const http::Caller& caller, releases::TakingOffline& act) {
  if (status == page.status) return false;
  if (status == "published")
    return std::unexpected(
        Problem::conflict("The page was not saved", "A page becomes published by publishing it to an environment."));
  // Asked here, for it may have been published a moment ago.
  const bool goes_offline = page.status == "published";
  if (goes_offline) TRY(check_may_take_offline(connection, page, caller));
  page.status = status;
  TRY(releases::unpublish(connection, page.id, act));
  return goes_offline;
}

releases::TakingOffline taking_offline(const http::Caller& caller, std::string message, Milliseconds now) {
  return {
      .organization_id = caller.organization_id, .author_id = caller.user_id, .message = std::move(message), .at = now};
}

}  // namespace pagewright::pages
