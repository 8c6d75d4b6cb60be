#include "server/tokens/token_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/tokens/built_in_themes.hpp"
#include "server/tokens/member_text.hpp"

namespace pagewright::tokens {
namespace {

std::string list_of_themes() {
  std::vector<std::string> items;
  for (const BuiltInTheme& theme : built_in_themes())
    items.push_back(JsonText()
                        .text("name", theme.name)
                        .text("displayName", theme.display_name)
                        .text("description", theme.description)
                        .raw("tokens", theme.tokens)
                        .take());
  return JsonText().raw("items", json_array(items)).take();
}

}  // namespace

TokenRoutes::TokenRoutes(TokenService& service, const components::BuiltInLibrary& library)
    : service_(service), library_(library), themes_(list_of_themes()) {}

http::Response TokenRoutes::answer(const DesignSystem& design_system) const {
  return http::Response::json_text(JsonText()
                                       .text("id", design_system.id)
                                       .text("name", design_system.name)
                                       .raw("tokens", design_system.tokens)
                                       .text("baseCss", library_.base_css())
                                       .number("version", design_system.version_number)
                                       .time("updatedAt", design_system.updated_at)
                                       .take());
}

Task<Outcome<http::Response>> TokenRoutes::get(http::Request& request) {
  co_return answer(CO_TRY(co_await service_.get(request.caller->organization_id)));
}

Task<Outcome<http::Response>> TokenRoutes::put(http::Request& request) {
  Fields fields(request.json);
  const json::Object* tokens = fields.object("tokens");
  if (tokens == nullptr && !fields.has_errors()) fields.add_error("/tokens", "is required", "required");
  fields.refuse_others({"id", "name", "baseCss", "version", "updatedAt"});
  CO_TRY(fields.check("The design tokens were not saved"));
  std::string text(member_text(request.body, "tokens"));
  co_return answer(CO_TRY(co_await service_.replace(*request.caller, *tokens, std::move(text))));
}

Task<Outcome<http::Response>> TokenRoutes::themes(http::Request&) {
  co_return http::Response::json_text(themes_);
}

Task<Outcome<http::Response>> TokenRoutes::export_file(http::Request& request) {
  auto file = CO_TRY(co_await service_.export_file(request.caller->organization_id,
                                                   std::string(request.query_parameter("format").value_or("css")),
                                                   std::string(request.query_parameter("theme").value_or(""))));
  http::Response response = http::Response::text(std::move(file.text));
  response.set("Content-Type", std::move(file.media_type));
  response.set("Content-Disposition", "attachment; filename=\"" + file.name + "\"");
  co_return response;
}

Task<Outcome<http::Response>> TokenRoutes::import_resolver(http::Request& request) {
  Fields fields(request.json);
  const json::Object* resolver = fields.object("resolver");
  const json::Object* files = fields.object("files");
  const json::Object* inputs = fields.object("inputs");
  auto modifier = fields.text("themes", {});
  if (resolver == nullptr && !fields.has_errors()) fields.add_error("/resolver", "is required", "required");
  fields.refuse_others();
  CO_TRY(fields.check("The design tokens were not imported"));
  co_return answer(
      CO_TRY(co_await service_.import_resolver(*request.caller, {.resolver = *resolver,
                                                                 .files = files ? *files : json::Object(),
                                                                 .inputs = inputs ? *inputs : json::Object(),
                                                                 .modifier = std::move(modifier).value_or("")})));
}

}  // namespace pagewright::tokens
