#include "server/sharing/sharing_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::sharing {
namespace {

http::Response page_response(SharingService::Representation page) {
  http::Response response{.body = std::move(page.json)};
  return std::move(response.set("Content-Type", "application/json").set("ETag", '"' + page.tag + '"'));
}

}  // namespace

Task<Outcome<http::Response>> SharingRoutes::list(http::Request& request) {
  const Sharing sharing = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(sharing.to_json());
}

Task<Outcome<http::Response>> SharingRoutes::find_grantees(http::Request& request) {
  std::string search(trimmed(request.query_parameter("search").value_or("")));
  std::vector<std::string> items;
  for (const Grantee& grantee :
       CO_TRY(co_await service_.find_grantees(*request.caller, request.parameter("id"), std::move(search))))
    items.push_back(grantee.to_json());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

// What the bodies are has been checked against their description.
Task<Outcome<http::Response>> SharingRoutes::grant(http::Request& request) {
  const auto level = access::parse_level(json::find_string(request.json, "level").value_or(""));
  const Grant grant = CO_TRY(co_await service_.grant(
      *request.caller, request.parameter("id"), request.parameter("grantee"), level.value_or(access::Level::view)));
  co_return http::Response::json_text(grant.to_json());
}

Task<Outcome<http::Response>> SharingRoutes::revoke(http::Request& request) {
  CO_TRY(co_await service_.revoke(*request.caller, request.parameter("id"), request.parameter("grantee")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> SharingRoutes::set_access(http::Request& request) {
  const auto access = json::find_string(request.json, "access");
  co_return page_response(CO_TRY(
      co_await service_.set_access(*request.caller, request.parameter("id"), std::string(access.value_or("open")))));
}

Task<Outcome<http::Response>> SharingRoutes::set_team(http::Request& request) {
  const auto team_id = json::find_string(request.json, "teamId");
  co_return page_response(
      CO_TRY(co_await service_.set_team(*request.caller, request.parameter("id"),
                                        team_id.transform([](std::string_view id) { return std::string(id); }))));
}

}  // namespace pagewright::sharing
