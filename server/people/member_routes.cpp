#include "server/people/member_routes.hpp"

#include <algorithm>

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::people {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;
constexpr const char* refusal = "The member was not changed";

Outcome<MemberQuery> read_query(const http::Request& request) {
  MemberQuery query{.organization_id = request.caller->organization_id};
  query.search = trimmed(request.query_parameter("search").value_or(""));
  if (const auto role = request.query_parameter("role"); role && !role->empty()) {
    query.role = http::parse_role(*role);
    if (!query.role) return std::unexpected(Problem::malformed("role must be viewer, editor or admin."));
  }
  if (const auto active = request.query_parameter("active"); active && !active->empty()) {
    if (*active != "true" && *active != "false")
      return std::unexpected(Problem::malformed("active must be true or false."));
    query.is_active = *active == "true";
  }
  if (const auto sort = request.query_parameter("sort"); sort && !sort->empty()) query.sort = *sort;
  if (std::ranges::find(sort_orders, query.sort) == sort_orders.end())
    return std::unexpected(
        Problem::malformed("sort must be name, email or joinedAt, with - before it for descending order."));
  query.limit = TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = TRY(request.integer_parameter("offset", 0, 0, max_offset));
  return query;
}

Outcome<MemberChange> read_change(const http::Request& request) {
  Fields fields(request.json);
  MemberChange change;
  if (const auto role = fields.choice("role", {"viewer", "editor", "admin"})) change.role = http::parse_role(*role);
  change.is_active = fields.boolean("isActive");
  if (const auto name = fields.text("name", {.blank = false})) change.name = std::string(trimmed(*name));
  if (const auto email = fields.text("email", {})) {
    change.email = users::normalized_email(*email);
    if (auto fault = users::fault_of_email(*change.email); !fault.empty())
      fields.add_error("/email", std::move(fault), "invalid_email");
  }
  fields.refuse_others();
  TRY(fields.check(refusal));
  return change;
}

}  // namespace

Task<Outcome<http::Response>> MemberRoutes::list(http::Request& request) {
  const MemberQuery query = CO_TRY(read_query(request));
  const auto found = CO_TRY(co_await service_.list(query));
  std::vector<std::string> items;
  for (const MemberRecord& member : found.items) items.push_back(member.to_json());
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> MemberRoutes::get(http::Request& request) {
  const auto member = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(member.to_json());
}

Task<Outcome<http::Response>> MemberRoutes::update(http::Request& request) {
  const MemberChange change = CO_TRY(read_change(request));
  const auto member = CO_TRY(co_await service_.change(*request.caller, request.parameter("id"), change));
  co_return http::Response::json_text(member.to_json());
}

Task<Outcome<http::Response>> MemberRoutes::remove(http::Request& request) {
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> MemberRoutes::reset_password(http::Request& request) {
  const std::string link = CO_TRY(co_await resets_.request_for(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(
      JsonText().text("link", link.empty() ? std::optional<std::string>() : std::optional(link)).take());
}

}  // namespace pagewright::people
