#include "server/teams/team_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::teams {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;
constexpr std::size_t max_name = 100;

Outcome<std::string> read_name(const http::Request& request, const char* refusal) {
  Fields fields(request.json);
  const auto name = fields.text("name", {.max = max_name, .required = true, .blank = false});
  fields.refuse_others();
  TRY(fields.check(refusal));
  return std::string(trimmed(*name));
}

}  // namespace

Task<Outcome<http::Response>> TeamRoutes::list(http::Request& request) {
  const TeamQuery query{.organization_id = request.caller->organization_id,
                        .search = std::string(trimmed(request.query_parameter("search").value_or(""))),
                        .user_id = request.query_parameter("mine") == "true" ? request.caller->user_id : "",
                        .limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100)),
                        .offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset))};
  const TeamList found = CO_TRY(co_await service_.list(query));
  std::vector<std::string> items;
  for (const Team& team : found.items) items.push_back(team.to_json());
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> TeamRoutes::create(http::Request& request) {
  auto name = CO_TRY(read_name(request, "The team was not made"));
  const Team team = CO_TRY(co_await service_.create(*request.caller, std::move(name)));
  co_return http::Response::json_text(team.to_json(), 201);
}

Task<Outcome<http::Response>> TeamRoutes::get(http::Request& request) {
  const Team team = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(team.to_json());
}

Task<Outcome<http::Response>> TeamRoutes::update(http::Request& request) {
  auto name = CO_TRY(read_name(request, "The team was not changed"));
  const Team team = CO_TRY(co_await service_.rename(*request.caller, request.parameter("id"), std::move(name)));
  co_return http::Response::json_text(team.to_json());
}

Task<Outcome<http::Response>> TeamRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> TeamRoutes::list_members(http::Request& request) {
  const auto limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  const auto offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const TeamMemberList found =
      CO_TRY(co_await service_.list_members(*request.caller, request.parameter("id"), limit, offset));
  std::vector<std::string> items;
  for (const TeamMember& member : found.items) items.push_back(member.to_json());
  co_return http::Response::json_text(json_list(items, found.total, limit, offset));
}

Task<Outcome<http::Response>> TeamRoutes::add_member(http::Request& request) {
  CO_TRY(co_await service_.add_member(*request.caller, request.parameter("id"), request.parameter("user")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> TeamRoutes::remove_member(http::Request& request) {
  CO_TRY(co_await service_.remove_member(*request.caller, request.parameter("id"), request.parameter("user")));
  co_return http::Response::no_content();
}

}  // namespace pagewright::teams
