#include "server/releases/release_history_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::releases {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

enum class Kind : std::uint8_t { rollback, promotion };

Outcome<MoveRequest> read_move(const http::Request& request, Kind kind) {
  static const json::Value nothing = json::Object();
  Fields fields(request.json.is_null() ? nothing : std::as_const(request.json));
  MoveRequest move{.release_id = request.parameter("id")};
  if (kind == Kind::promotion)
    move.environment_id = fields.text("environmentId", {.required = true, .blank = false}).value_or("");
  move.message = fields.text("message", {.max = 500}).value_or("");
  move.is_dry_run = fields.boolean("dryRun").value_or(false);
  fields.refuse_others();
  TRY(fields.check("The environment was not changed"));
  return move;
}

http::Response answer(const Moved& moved) {
  return http::Response::json_text(
      JsonText().boolean("dryRun", moved.is_dry_run).raw("release", moved.record.to_json()).take(),
      moved.is_dry_run ? 200 : 201);
}

std::string to_json(const ShownRecord& shown) {
  return JsonText()
      .text("pageId", shown.page.page_id)
      .text("pageName", shown.page.page_name)
      .text("path", shown.page.path)
      .number("versionNumber", shown.page.version_number)
      .text("contentHash", shown.page.content_hash)
      .text("releaseId", shown.release_id)
      .boolean("hasChanges", shown.has_changes)
      .boolean("hasNewDesign", shown.has_new_design)
      .take();
}

}  // namespace

Task<Outcome<http::Response>> ReleaseHistoryRoutes::list(http::Request& request) {
  const auto text = [&](std::string_view name) { return std::string(request.query_parameter(name).value_or("")); };
  const ReleaseQuery query{.organization_id = request.caller->organization_id,
                           .reader = access::Reader::of(*request.caller),
                           .environment_id = text("environmentId"),
                           .page_id = text("pageId"),
                           .limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100)),
                           .offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset))};
  const ReleaseList found = CO_TRY(co_await history_.list(query));
  std::vector<std::string> items;
  for (const ReleaseRecord& record : found.items) items.push_back(record.to_json());
  co_return http::Response::json_text(json_list(items, found.total, query.limit, query.offset));
}

Task<Outcome<http::Response>> ReleaseHistoryRoutes::upcoming(http::Request& request) {
  std::vector<std::string> items;
  for (const UpcomingRelease& release : CO_TRY(co_await history_.upcoming(*request.caller)))
    items.push_back(release.to_json());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

Task<Outcome<http::Response>> ReleaseHistoryRoutes::get(http::Request& request) {
  const ReleaseRecord record = CO_TRY(co_await history_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(record.to_json());
}

Task<Outcome<http::Response>> ReleaseHistoryRoutes::roll_back(http::Request& request) {
  auto move = CO_TRY(read_move(request, Kind::rollback));
  co_return answer(CO_TRY(co_await history_.roll_back(*request.caller, std::move(move))));
}

Task<Outcome<http::Response>> ReleaseHistoryRoutes::promote(http::Request& request) {
  auto move = CO_TRY(read_move(request, Kind::promotion));
  co_return answer(CO_TRY(co_await history_.promote(*request.caller, std::move(move))));
}

Task<Outcome<http::Response>> ReleaseHistoryRoutes::shown(http::Request& request) {
  std::vector<std::string> items;
  for (const ShownRecord& shown : CO_TRY(co_await history_.shown(*request.caller, request.parameter("id"))))
    items.push_back(to_json(shown));
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

}  // namespace pagewright::releases
