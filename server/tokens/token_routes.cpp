#include "server/tokens/token_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::tokens {

http::Response TokenRoutes::answer(const DesignSystem& design_system) const {
  return http::Response::json_text(JsonText()
                                       .text("id", design_system.id)
                                       .text("name", design_system.name)
                                       .raw("tokens", design_system.tokens)
                                       .text("baseCss", library_.base_css())
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
  fields.refuse_others({"id", "name", "baseCss", "updatedAt"});
  CO_TRY(fields.check("The design tokens were not saved"));
  co_return answer(CO_TRY(co_await service_.replace(*request.caller, *tokens)));
}

}  // namespace pagewright::tokens
