#include "server/environments/environment_routes.hpp"

#include <algorithm>

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/http/header_names.hpp"

namespace pagewright::environments {
namespace {

// The description of the request has checked that it is an array of texts.
std::optional<std::vector<std::string>> read_hosts(Fields& fields) {
  const json::Value* value = fields.any("hosts");
  if (value == nullptr || !value->is_array()) return std::nullopt;
  std::vector<std::string> hosts;
  for (const json::Value& host : value->get_array()) {
    std::string name(trimmed(json::view(host.get_string())));
    std::ranges::transform(name, name.begin(), http::to_lower);
    hosts.push_back(std::move(name));
  }
  return hosts;
}

Outcome<EnvironmentChange> read_change(const http::Request& request, bool is_new, const char* title) {
  Fields fields(request.json);
  EnvironmentChange change{.name = fields.text("name", {.max = 100, .required = is_new, .blank = false}),
                           .hosts = read_hosts(fields),
                           .base_url = fields.text("baseUrl", {.max = 500}),
                           .access = fields.choice("access", {for_everyone, by_password, for_members}),
                           .password = fields.text("password", {.max = 1024})};
  if (change.name) change.name = std::string(trimmed(*change.name));
  const json::Value* address = json::find(request.json, "baseUrl");  // null says something here
  if (address != nullptr && address->is_null()) change.base_url = "";
  fields.refuse_others();
  TRY(fields.check(title));
  return change;
}

// A path of the site, and nothing that leads elsewhere.
bool is_path(std::string_view text) {
  return text.starts_with('/') && !text.starts_with("//") && std::ranges::all_of(text, [](char letter) {
           return letter > ' ' && letter < 0x7f && std::string_view("\\?#&\"<>").find(letter) == std::string_view::npos;
         });
}

}  // namespace

Task<Outcome<http::Response>> EnvironmentRoutes::list(http::Request& request) {
  std::vector<std::string> items;
  for (const Environment& environment : CO_TRY(co_await service_.list(*request.caller)))
    items.push_back(environment.to_json());
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

Task<Outcome<http::Response>> EnvironmentRoutes::create(http::Request& request) {
  auto wanted = CO_TRY(read_change(request, true, "The environment was not made"));
  const auto made = CO_TRY(co_await service_.create(*request.caller, std::move(wanted)));
  co_return http::Response::json_text(made.to_json(), 201);
}

Task<Outcome<http::Response>> EnvironmentRoutes::get(http::Request& request) {
  const auto environment = CO_TRY(co_await service_.get(*request.caller, request.parameter("id")));
  co_return http::Response::json_text(environment.to_json());
}

Task<Outcome<http::Response>> EnvironmentRoutes::update(http::Request& request) {
  auto change = CO_TRY(read_change(request, false, "The environment was not changed"));
  const auto changed = CO_TRY(co_await service_.change(*request.caller, request.parameter("id"), std::move(change)));
  co_return http::Response::json_text(changed.to_json());
}

Task<Outcome<http::Response>> EnvironmentRoutes::visit(http::Request& request) {
  static const json::Value nothing = json::Object();
  Fields fields(request.json.is_null() ? nothing : std::as_const(request.json));
  const std::string path = fields.text("path", {.max = 500}).value_or("/");
  if (!is_path(path)) fields.add_error("/path", "must be the path of a page, such as /about", "invalid");
  fields.refuse_others();
  CO_TRY(fields.check("No link was made"));
  const auto link = CO_TRY(co_await service_.visit(*request.caller, request.parameter("id"), path));
  co_return http::Response::json_text(JsonText().text("url", link.url).time("expiresAt", link.expires_at).take(), 201);
}

}  // namespace pagewright::environments
