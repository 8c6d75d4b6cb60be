// The one place that decides, for REST and for live pages, what a caller may do with a page: by the rules of
// access/page_access.hpp.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/http/router.hpp"

namespace pagewright::collaboration {

class PageAdmission {
 public:
  PageAdmission(database::Database& database, Rooms& rooms) : database_(database), rooms_(rooms) {}

  // All rights; not_found where there is no such page, or the caller may not view it.
  Task<Outcome<http::PageRights>> rights(http::Caller caller, std::string page_id);
  // Of a page that is open in memory, and of an administrator's, it asks the database only where a grant may count.
  Task<Outcome<void>> require(http::Caller caller, std::string page_id, http::PageRight right);

  // The caller, with their teams where these count for what may be inserted into a page of that room.
  Task<Outcome<access::Membership>> membership(const http::Caller& caller, const Room& room);

  // The routes, with this question before the handlers of those that have a page's id in their path: what the route's
  // access says; of those that name a role, the right to view or, from editor on, to edit. They refer to this.
  [[nodiscard]] std::vector<http::Route> guarded(std::vector<http::Route> routes);

 private:
  Task<Outcome<access::Door>> door(const http::Caller& caller, std::string page_id);
  Task<Outcome<http::Response>> answer(const http::Handler& handler, http::PageRight right, http::Request& request);

  database::Database& database_;
  Rooms& rooms_;
};

// The right that a route asks for; nothing where its path names no page, or only administrators use it.
[[nodiscard]] std::optional<http::PageRight> right_of(const http::Route& route);

}  // namespace pagewright::collaboration
