#include "server/assets/asset_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"

namespace pagewright::assets {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

Outcome<AssetQuery> read_query(const http::Request& request) {
  AssetQuery query{.organization_id = request.caller->organization_id,
                   .limit = TRY(request.integer_parameter("limit", 20, 1, 100)),
                   .offset = TRY(request.integer_parameter("offset", 0, 0, max_offset))};
  query.search = trimmed(request.query_parameter("search").value_or(""));
  query.kind = parse_asset_kind(request.query_parameter("kind").value_or(""));
  // A cursor is the id of the last one of the part before.
  query.before_id = request.query_parameter("cursor").value_or("");
  if (!query.before_id.empty() && !is_uuid(query.before_id))
    return std::unexpected(Problem::malformed("cursor must be the nextCursor of another part of the list."));
  return query;
}

Outcome<AssetChange> read_change(const http::Request& request) {
  Fields fields(request.json);
  AssetChange change{.name = fields.text("name", {.max = 255, .blank = false}),
                     .alt = fields.text("alt", {.max = 500}),
                     .description = fields.text("description", {.max = 2000})};
  fields.refuse_others();
  TRY(fields.check("The file was not changed"));
  return change;
}

}  // namespace

Task<Outcome<http::Response>> AssetRoutes::list(http::Request& request) {
  auto query = CO_TRY(read_query(request));
  const std::int64_t limit = query.limit++;  // one more says whether the list goes on
  const std::int64_t offset = query.offset;
  auto found = CO_TRY(co_await service_.list(std::move(query)));
  const bool goes_on = static_cast<std::int64_t>(found.items.size()) > limit;
  if (goes_on) found.items.pop_back();
  std::vector<std::string> items;
  for (const Asset& asset : found.items) items.push_back(asset.to_json());
  const std::optional<std::string> next = goes_on ? std::optional(found.items.back().id) : std::nullopt;
  co_return http::Response::json_text(JsonText()
                                          .raw("items", json_array(items))
                                          .number("total", found.total)
                                          .number("limit", limit)
                                          .number("offset", offset)
                                          .text("nextCursor", next)
                                          .take());
}

Task<Outcome<http::Response>> AssetRoutes::upload(http::Request& request) {
  std::string name(request.query_parameter("name").value_or(""));
  const auto uploaded = CO_TRY(co_await service_.upload(*request.caller, std::move(name), *request.arriving));
  co_return http::Response::json_text(uploaded.asset.to_json(), uploaded.is_new ? 201 : 200);
}

Task<Outcome<http::Response>> AssetRoutes::get(http::Request& request) {
  const auto asset = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(asset.to_json());
}

Task<Outcome<http::Response>> AssetRoutes::update(http::Request& request) {
  auto change = CO_TRY(read_change(request));
  const auto asset = CO_TRY(co_await service_.change(*request.caller, request.parameter("id"), std::move(change)));
  co_return http::Response::json_text(asset.to_json());
}

Task<Outcome<http::Response>> AssetRoutes::remove(http::Request& request) {
  const auto if_used = request.query_parameter("force") == "true" ? AssetService::IfUsed::remove_all_the_same
                                                                  : AssetService::IfUsed::keep;
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("id"), if_used));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> AssetRoutes::usage(http::Request& request) {
  const auto limit = CO_TRY(request.integer_parameter("limit", 100, 1, 500));
  const auto offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const auto uses = CO_TRY(co_await service_.usage(*request.caller, request.parameter("id")));
  const auto total = static_cast<std::int64_t>(uses.size());
  std::vector<std::string> items;
  for (std::int64_t i = offset; i < std::min(total, offset + limit); ++i)
    items.push_back(uses[static_cast<std::size_t>(i)].to_json());
  co_return http::Response::json_text(json_list(items, total, limit, offset));
}

}  // namespace pagewright::assets
