#include "server/custom_components/component_editing_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::custom_components {
namespace {

Outcome<components::Audience> read_audience(const json::Value& body, const char* title) {
  components::Audience audience{.team_id = std::string(json::find_string(body, "teamId").value_or(""))};
  if (const auto name = json::find_string(body, "visibility")) {
    const auto visibility = components::parse_visibility(*name);
    if (!visibility)
      return std::unexpected(
          Problem::validation(title, {{"/visibility", "must be private, team, organization or public", "unknown"}}));
    audience.visibility = *visibility;
  }
  const bool is_for_team = audience.visibility == components::Visibility::team;
  if (is_for_team && audience.team_id.empty())
    return std::unexpected(Problem::validation(title, {{"/teamId", "must say which team it is for", "required"}}));
  if (!is_for_team && !audience.team_id.empty())
    return std::unexpected(
        Problem::validation(title, {{"/teamId", "goes with the visibility \"team\" only", "unexpected"}}));
  return audience;
}

json::Value member_or_null(const json::Value& body, std::string_view name) {
  const json::Value* member = json::find(body, name);
  return member == nullptr ? json::Value() : *member;
}

}  // namespace

Outcome<void> ComponentEditingRoutes::take_try(const http::Request& request) {
  if (const auto wait = tries_by_user_.take(request.caller->user_id))
    return std::unexpected(Problem::too_many_requests(*wait));
  return {};
}

Task<Outcome<http::Response>> ComponentEditingRoutes::create(http::Request& request) {
  auto audience = CO_TRY(read_audience(request.json, "The component was not made"));
  co_return http::Response::json_text(
      CO_TRY(co_await service_.create(*request.caller, read_draft(request.json), std::move(audience))), 201);
}

Task<Outcome<http::Response>> ComponentEditingRoutes::add_version(http::Request& request) {
  std::string base(json::find_string(request.json, "base").value_or(""));
  co_return http::Response::json_text(CO_TRY(co_await service_.add_version(*request.caller, request.parameter("name"),
                                                                           std::move(base), read_draft(request.json))),
                                      201);
}

Task<Outcome<http::Response>> ComponentEditingRoutes::change(http::Request& request) {
  auto audience = CO_TRY(read_audience(request.json, "The component was not changed"));
  co_return http::Response::json_text(
      CO_TRY(co_await service_.change(*request.caller, request.parameter("name"), std::move(audience))));
}

Task<Outcome<http::Response>> ComponentEditingRoutes::remove(http::Request& request) {
  const bool even_if_used = request.query_parameter("force") == "true";
  CO_TRY(co_await service_.remove(*request.caller, request.parameter("name"), even_if_used));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> ComponentEditingRoutes::restore(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(co_await service_.restore(*request.caller, request.parameter("name"))));
}

Task<Outcome<http::Response>> ComponentEditingRoutes::validate(http::Request& request) {
  CO_TRY(take_try(request));
  const auto checked = CO_TRY(co_await workshop_.check(*request.caller, read_draft(request.json)));
  std::vector<std::string> diagnostics;
  for (const components::ComponentFault& fault : checked.faults) diagnostics.push_back(fault.to_json());
  co_return http::Response::json_text(JsonText()
                                          .boolean("isValid", !components::has_errors(checked.faults))
                                          .raw("diagnostics", json_array(diagnostics))
                                          .take());
}

Task<Outcome<http::Response>> ComponentEditingRoutes::preview(http::Request& request) {
  CO_TRY(take_try(request));
  PreviewWish wish{.name = std::string(json::find_string(request.json, "name").value_or("")),
                   .version = std::string(json::find_string(request.json, "version").value_or("")),
                   .props = member_or_null(request.json, "props"),
                   .children = member_or_null(request.json, "children")};
  const bool has_draft = json::find(request.json, "definition") != nullptr;
  if (has_draft == !wish.name.empty())
    co_return std::unexpected(Problem::validation(
        "The component was not shown",
        {{"/name", "must name a component that there is, or definition and template say what one would be",
          "required"}}));
  if (has_draft) wish.draft = read_draft(request.json);
  co_return http::Response::json_text(
      JsonText().text("html", CO_TRY(co_await workshop_.preview(*request.caller, std::move(wish)))).take());
}

Task<Outcome<http::Response>> ComponentEditingRoutes::foretell_upgrade(http::Request& request) {
  CO_TRY(take_try(request));
  upgrades::UpgradeQuery query{.component = request.parameter("name")};
  query.limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  query.offset = CO_TRY(request.integer_parameter("offset", 0, 0, 1'000'000'000));
  co_return http::Response::json_text(
      CO_TRY(co_await workshop_.dry_run(*request.caller, read_draft(request.json), std::move(query))));
}

}  // namespace pagewright::custom_components
