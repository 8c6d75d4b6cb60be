#include "server/auth/session_routes.hpp"

#include "server/auth/device.hpp"
#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::auth {
namespace {

std::string to_json(const ListedSession& listed, std::string_view current_id) {
  return JsonText()
      .text("id", listed.session.id)
      .text("device", device_name(listed.session.user_agent))
      .text("network", listed.session.network)
      .boolean("isCurrent", listed.session.id == current_id)
      .time("createdAt", listed.created_at)
      .time("lastUsedAt", listed.last_used_at)
      .time("expiresAt", listed.expires_at)
      .take();
}

}  // namespace

Task<Outcome<http::Response>> SessionRoutes::list(http::Request& request) {
  const auto sessions = CO_TRY(co_await service_.list(*request.caller));
  std::vector<std::string> items;
  for (const ListedSession& listed : sessions) items.push_back(to_json(listed, request.caller->session_id));
  co_return http::Response::json_text(JsonText().raw("items", json_array(items)).take());
}

Task<Outcome<http::Response>> SessionRoutes::revoke(http::Request& request) {
  CO_TRY(co_await service_.revoke(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> SessionRoutes::revoke_others(http::Request& request) {
  CO_TRY(co_await service_.revoke_others(*request.caller));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> SessionRoutes::change_password(http::Request& request) {
  constexpr Fields::TextRule rule{.max = 4096, .required = true, .blank = false};
  Fields fields(request.json);
  auto present = fields.text("currentPassword", rule);
  auto wanted = fields.text("newPassword", rule);
  fields.refuse_others();
  CO_TRY(fields.check("The password was not changed"));
  CO_TRY(co_await service_.change_password(*request.caller, {.present = *present, .wanted = *wanted}));
  co_return http::Response::no_content();
}

}  // namespace pagewright::auth
