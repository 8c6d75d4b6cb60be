#include "server/versions/version_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/collaboration/document_merge.hpp"
#include "server/collaboration/version_reference.hpp"
#include "server/versions/version_path.hpp"

namespace pagewright::versions {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

Outcome<Restoration> read_restoration(const http::Request& request, std::int64_t number) {
  Restoration wish{.number = number};
  if (request.json.is_null()) return wish;
  Fields fields(request.json);
  wish.base = collaboration::read_version_reference(fields, "base");
  wish.resolutions = collaboration::read_resolutions(fields).value_or(merge::Resolutions());
  fields.refuse_others();
  TRY(fields.check("The version was not restored"));
  return wish;
}

}  // namespace

Task<Outcome<http::Response>> VersionRoutes::list(http::Request& request) {
  const VersionQuery query{.page_id = request.parameter("id"),
                           .organization_id = request.caller->organization_id,
                           .branch = std::string(request.query_parameter("branch").value_or("")),
                           .tag = std::string(request.query_parameter("tag").value_or("")),
                           .limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100)),
                           .offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset))};
  const auto found = CO_TRY(co_await service_.list(query));
  std::vector<std::string> items;
  for (const auto& version : found.items) items.push_back(version.to_json());
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> VersionRoutes::get(http::Request& request) {
  const std::int64_t number = CO_TRY(version_number_in(request));
  co_return http::Response::json_text(CO_TRY(co_await service_.get(*request.caller, request.parameter("id"), number)));
}

Task<Outcome<http::Response>> VersionRoutes::save(http::Request& request) {
  Fields fields(request.json);
  const auto message = fields.text("message", {.max = 500, .required = true, .blank = false});
  fields.refuse_others();
  CO_TRY(fields.check("The version was not saved"));
  const auto version = CO_TRY(co_await service_.save(*request.caller, request.parameter("id"), branch_in(request),
                                                     std::string(trimmed(*message))));
  co_return http::Response::json_text(version.to_json(), 201);
}

Task<Outcome<http::Response>> VersionRoutes::restore(http::Request& request) {
  const std::int64_t number = CO_TRY(version_number_in(request));
  auto wish = CO_TRY(read_restoration(request, number));
  const auto version =
      CO_TRY(co_await service_.restore(*request.caller, request.parameter("id"), branch_in(request), std::move(wish)));
  co_return http::Response::json_text(version.to_json(), 201);
}

Task<Outcome<http::Response>> VersionRoutes::compare(http::Request& request) {
  (void)CO_TRY(version_number_in(request));
  co_return http::Response::json_text(
      CO_TRY(co_await service_.compare(*request.caller, request.parameter("id"), branch_in(request),
                                       request.parameter("number"), request.parameter("other"))));
}

}  // namespace pagewright::versions
