#include "server/auth/sign_in_answer.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::auth {

Client client_of(const http::Request& request) {
  return {.address = request.remote_address, .user_agent = std::string(request.header("User-Agent"))};
}

std::string set_refresh_cookie(const http::Request& request, std::string_view value, Milliseconds lifetime) {
  std::string text = std::string(refresh_cookie) + "=" + std::string(value) +
                     "; Path=/api/v1/auth; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime / 1000);
  if (request.header("x-forwarded-proto") == "https") text += "; Secure";
  return text;
}

http::Response sign_in_answer(const http::Request& request, const SignedIn& signed_in) {
  auto response = http::Response::json_text(JsonText()
                                                .text("accessToken", signed_in.access_token)
                                                .text("tokenType", "Bearer")
                                                .number("expiresIn", access_token_seconds)
                                                .raw("user", signed_in.member.to_json())
                                                .take());
  response.set("Cache-Control", "no-store");
  if (!signed_in.refresh_token.empty())
    response.add("Set-Cookie", set_refresh_cookie(request, signed_in.refresh_token, session_lifetime));
  return response;
}

}  // namespace pagewright::auth
