#include "server/custom_components/component_routes.hpp"

#include <algorithm>
#include <array>

#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"
#include "server/http/entity_tag.hpp"

namespace pagewright::custom_components {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

// 304 where the client has it already.
http::Response tagged(const http::Request& request, http::Response response, const std::string& tag) {
  if (http::matches_tag(request.header("if-none-match"), tag)) response = http::Response{.status = 304};
  response.set("ETag", '"' + tag + '"').set("Cache-Control", "private, no-cache");
  return response;
}

http::Response tagged(const http::Request& request, std::string json) {
  constexpr std::size_t digits = 32;
  const std::string tag = content_hash(json).substr(0, digits);
  return tagged(request, http::Response::json_text(std::move(json)), tag);
}

std::string text_parameter(const http::Request& request, std::string_view name) {
  return std::string(request.query_parameter(name).value_or(""));
}

}  // namespace

Task<Outcome<http::Response>> ComponentRoutes::list(http::Request& request) {
  if (request.query.empty()) co_return co_await everything(request);
  ComponentQuery query{.source = text_parameter(request, "source"),
                       .category = text_parameter(request, "category"),
                       .search = text_parameter(request, "search"),
                       .visibility = text_parameter(request, "visibility"),
                       .trash = request.query_parameter("trash") == "true"};
  query.limit = CO_TRY(request.integer_parameter("limit", 50, 1, 100));
  query.offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const auto found = CO_TRY(co_await catalogue_.find(*request.caller, query));
  std::vector<std::string_view> items;
  for (const FoundComponent& item : found.items) items.push_back(item.json);
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> ComponentRoutes::everything(http::Request& request) {
  auto listing = CO_TRY(co_await catalogue_.everything(*request.caller));
  http::Response response{.body = std::move(listing.json)};
  response.set("Content-Type", "application/json");
  co_return tagged(request, std::move(response), listing.tag);
}

Task<Outcome<http::Response>> ComponentRoutes::get(http::Request& request) {
  co_return tagged(request, CO_TRY(co_await catalogue_.get(*request.caller, request.parameter("name"))));
}

Task<Outcome<http::Response>> ComponentRoutes::list_versions(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(co_await catalogue_.versions(*request.caller, request.parameter("name"))));
}

Task<Outcome<http::Response>> ComponentRoutes::get_version(http::Request& request) {
  co_return tagged(request, CO_TRY(co_await catalogue_.version(*request.caller, request.parameter("name"),
                                                               request.parameter("version"))));
}

Task<Outcome<http::Response>> ComponentRoutes::usage(http::Request& request) {
  const auto limit = CO_TRY(request.integer_parameter("limit", 50, 1, 100));
  const auto offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const std::string& name = request.parameter("name");
  CO_TRY(co_await catalogue_.get(*request.caller, name));  // which says whether there is one
  const auto uses = CO_TRY(co_await usage_.find({.organization_id = request.caller->organization_id,
                                                 .component = name,
                                                 .reader = access::Reader::of(*request.caller),
                                                 .limit = limit,
                                                 .offset = offset}));
  std::vector<std::string> items;
  for (const ComponentUse& use : uses.items) items.push_back(use.to_json());
  co_return http::Response::json_text(JsonText()
                                          .text("component", name)
                                          .number("usageCount", uses.nodes)
                                          .raw("items", json_array(items))
                                          .number("total", uses.total)
                                          .number("limit", limit)
                                          .number("offset", offset)
                                          .take());
}

}  // namespace pagewright::custom_components
