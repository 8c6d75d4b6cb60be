// What a browser gets when somebody is signed in: the access token, and the refresh token as a cookie.
#pragma once

#include "server/auth/auth_service.hpp"
#include "server/http/request.hpp"
#include "server/http/response.hpp"

namespace pagewright::auth {

inline constexpr std::string_view refresh_cookie = "pagewright_refresh";

[[nodiscard]] Client client_of(const http::Request& request);
[[nodiscard]] http::Response sign_in_answer(const http::Request& request, const SignedIn& signed_in);
// The text of Set-Cookie; a lifetime of 0 takes the cookie away.
[[nodiscard]] std::string set_refresh_cookie(const http::Request& request, std::string_view value,
                                             Milliseconds lifetime);

}  // namespace pagewright::auth
