#include "server/collaboration/page_admission.hpp"

#include "server/access/standing_store.hpp"
#include "server/base/uuid.hpp"
#include "server/http/access_check.hpp"

namespace pagewright::collaboration {

using http::PageRight;
using http::PageRights;

std::optional<PageRight> right_of(const http::Route& route) {
  if (!route.pattern.contains("/pages/:id")) return std::nullopt;
  switch (route.access) {
    case http::Access::anyone:
    case http::Access::admin:
      return std::nullopt;
    case http::Access::viewer:
      return PageRight::view;
    case http::Access::editor:
      return PageRight::edit;
    case http::Access::page_view:
    case http::Access::page_copy:
    case http::Access::page_edit:
    case http::Access::page_publish:
    case http::Access::page_manage:
      return http::page_right(route.access);
  }
  __builtin_unreachable();
}

Task<Outcome<access::Door>> PageAdmission::door(const http::Caller& caller, std::string page_id) {
  if (!is_uuid(page_id)) co_return std::unexpected(access::no_such_page());
  if (const auto room = rooms_.find(page_id, caller.organization_id)) co_return room->door();
  auto found = CO_TRY(co_await database_.read([&](database::Connection& connection) {
    return access::find_door(connection, page_id, caller.organization_id);
  }));
  if (!found) co_return std::unexpected(access::no_such_page());
  co_return std::move(*found);
}

Task<Outcome<PageRights>> PageAdmission::rights(http::Caller caller, std::string page_id) {
  const access::Door found = CO_TRY(co_await door(caller, page_id));
  const PageRights rights = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return access::find_rights(connection, caller, page_id, found); }));
  if (!rights.view) co_return std::unexpected(access::no_such_page());
  co_return rights;
}

Task<Outcome<void>> PageAdmission::require(http::Caller caller, std::string page_id, PageRight right) {
  // What is asked for next says whether the page is there.
  if (caller.role == http::Role::admin) co_return Outcome<void>();
  const access::Door found = CO_TRY(co_await door(caller, page_id));
  if (access::certain_rights(caller, found).allow(right)) co_return Outcome<void>();
  const PageRights rights = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return access::find_rights(connection, caller, page_id, found); }));
  co_return access::check(rights, right);
}

Task<Outcome<access::Membership>> PageAdmission::membership(const http::Caller& caller, const Room& room) {
  if (!room.asks_for_teams()) co_return access::Membership{.user_id = caller.user_id};
  co_return co_await database_.read([&](database::Connection& connection) {
    return access::find_membership(connection, caller.organization_id, caller.user_id);
  });
}

std::vector<http::Route> PageAdmission::guarded(std::vector<http::Route> routes) {
  for (http::Route& route : routes)
    if (const auto right = right_of(route))
      route.handler = [this, right = *right, handler = std::move(route.handler)](http::Request& request) {
        return answer(handler, right, request);
      };
  return routes;
}

Task<Outcome<http::Response>> PageAdmission::answer(const http::Handler& handler, PageRight right,
                                                    http::Request& request) {
  CO_TRY(co_await require(*request.caller, request.parameter("id"), right));
  co_return co_await handler(request);
}

}  // namespace pagewright::collaboration
