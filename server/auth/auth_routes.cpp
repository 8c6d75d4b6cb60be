#include "server/auth/auth_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::auth {
namespace {

constexpr std::string_view cookie_name = "pagewright_refresh";
// Wrong passwords may be of any length up to this; longer bodies are not hashed.
constexpr Fields::TextRule password_rule{.max = 4096, .required = true, .blank = false};

std::string cookie(const http::Request& request, std::string_view value, Milliseconds lifetime) {
  std::string text = std::string(cookie_name) + "=" + std::string(value) +
                     "; Path=/api/v1/auth; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime / 1000);
  if (request.header("x-forwarded-proto") == "https") text += "; Secure";
  return text;
}

Client client_of(const http::Request& request) {
  return {.address = request.remote_address, .user_agent = std::string(request.header("User-Agent"))};
}

http::Response answer(const http::Request& request, const SignedIn& signed_in) {
  auto response = http::Response::json_text(JsonText()
                                                .text("accessToken", signed_in.access_token)
                                                .text("tokenType", "Bearer")
                                                .number("expiresIn", access_token_seconds)
                                                .raw("user", signed_in.member.to_json())
                                                .take());
  response.set("Cache-Control", "no-store");
  if (!signed_in.refresh_token.empty())
    response.add("Set-Cookie", cookie(request, signed_in.refresh_token, session_lifetime));
  return response;
}

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
  co_return answer(request, CO_TRY(co_await service_.first_run(std::move(wish), client_of(request))));
}

Task<Outcome<http::Response>> AuthRoutes::log_in(http::Request& request) {
  Fields fields(request.json);
  auto email = fields.text("email", {.required = true});
  auto password = fields.text("password", password_rule);
  fields.refuse_others();
  CO_TRY(fields.check("You were not signed in"));
  co_return answer(request, CO_TRY(co_await service_.log_in(*email, *password, client_of(request))));
}

Task<Outcome<http::Response>> AuthRoutes::refresh(http::Request& request) {
  co_return answer(request, CO_TRY(co_await service_.refresh(request.cookie(cookie_name).value_or(""))));
}

Task<Outcome<http::Response>> AuthRoutes::log_out(http::Request& request) {
  CO_TRY(co_await service_.log_out(request.cookie(cookie_name).value_or("")));
  co_return std::move(http::Response::no_content().add("Set-Cookie", cookie(request, "", 0)));
}

Task<Outcome<http::Response>> AuthRoutes::me(http::Request& request) {
  co_return http::Response::json_text(CO_TRY(co_await service_.me(*request.caller)).to_json());
}

}  // namespace pagewright::auth
