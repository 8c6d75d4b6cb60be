#include "server/auth/auth_routes.hpp"

#include "server/auth/sign_in_answer.hpp"
#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::auth {
namespace {

// Wrong passwords may be of any length up to this; longer bodies are not hashed.
constexpr Fields::TextRule password_rule{.max = 4096, .required = true, .blank = false};

}  // namespace

Task<Outcome<http::Response>> AuthRoutes::get_first_run(http::Request&) {
  const bool first_run = CO_TRY(co_await service_.is_first_run());
  co_return http::Response::json_text(JsonText().boolean("firstRun", first_run).take());
}

Task<Outcome<http::Response>> AuthRoutes::first_run(http::Request& request) {
  Fields fields(request.json);
  FirstRun wish{.token = fields.text("token", {.required = true}).value_or(""),
                .email = fields.text("email", {.required = true}).value_or(""),
                .password = fields.text("password", password_rule).value_or(""),
                .name = std::string(trimmed(fields.text("name", {}).value_or("")))};
  fields.refuse_others();
  CO_TRY(fields.check("The administrator was not created"));
  co_return sign_in_answer(request, CO_TRY(co_await service_.first_run(std::move(wish), client_of(request))));
}

Task<Outcome<http::Response>> AuthRoutes::log_in(http::Request& request) {
  Fields fields(request.json);
  auto email = fields.text("email", {.required = true});
  auto password = fields.text("password", password_rule);
  fields.refuse_others();
  CO_TRY(fields.check("You were not signed in"));
  co_return sign_in_answer(request, CO_TRY(co_await service_.log_in(*email, *password, client_of(request))));
}

Task<Outcome<http::Response>> AuthRoutes::refresh(http::Request& request) {
  co_return sign_in_answer(request, CO_TRY(co_await service_.refresh(request.cookie(refresh_cookie).value_or(""))));
}

Task<Outcome<http::Response>> AuthRoutes::log_out(http::Request& request) {
  CO_TRY(co_await service_.log_out(request.cookie(refresh_cookie).value_or("")));
  co_return std::move(http::Response::no_content().add("Set-Cookie", set_refresh_cookie(request, "", 0)));
}

Task<Outcome<http::Response>> AuthRoutes::me(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(co_await service_.me(*request.caller)).to_json());
}

}  // namespace pagewright::auth
