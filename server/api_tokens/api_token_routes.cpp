#include "server/api_tokens/api_token_routes.hpp"

#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::api_tokens {
namespace {

constexpr std::int64_t max_offset = 1'000'000'000;

std::vector<std::string> texts_of(const std::vector<ApiTokenRecord>& tokens) {
  std::vector<std::string> items;
  for (const ApiTokenRecord& token : tokens) items.push_back(token.to_json());
  return items;
}

// The description of the request has checked that scopes is an array of texts.
Outcome<NewApiToken> read_wanted(const http::Request& request) {
  Fields fields(request.json);
  NewApiToken wanted{.name = std::string(trimmed(fields.text("name", {.required = true, .blank = false}).value_or(""))),
                     .scopes = {},
                     .expires_at = {}};
  if (const json::Value* scopes = fields.any("scopes"); scopes != nullptr && scopes->is_array())
    for (const json::Value& scope : scopes->get_array())
      if (scope.is_string()) wanted.scopes.emplace_back(json::view(scope.get_string()));
  if (const auto expiry = fields.text("expiresAt", {})) {
    wanted.expires_at = parse_iso8601(*expiry);
    if (!wanted.expires_at)
      fields.add_error("/expiresAt", "must be a time such as 2027-06-30T22:00:00Z", "invalid_time");
  }
  fields.refuse_others();
  TRY(fields.check("The API token was not made"));
  return wanted;
}

}  // namespace

Task<Outcome<http::Response>> ApiTokenRoutes::list_own(http::Request& request) {
  const auto tokens = CO_TRY(co_await service_.list_own(*request.caller));
  co_return http::Response::json_text(JsonText().raw("items", json_array(texts_of(tokens))).take());
}

Task<Outcome<http::Response>> ApiTokenRoutes::create(http::Request& request) {
  auto wanted = CO_TRY(read_wanted(request));
  const auto made = CO_TRY(co_await service_.create(*request.caller, std::move(wanted)));
  co_return http::Response::json_text(JsonText().raw("apiToken", made.token.to_json()).text("token", made.text).take(),
                                      201);
}

Task<Outcome<http::Response>> ApiTokenRoutes::revoke_own(http::Request& request) {
  CO_TRY(co_await service_.revoke_own(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

Task<Outcome<http::Response>> ApiTokenRoutes::list(http::Request& request) {
  const auto limit = CO_TRY(request.integer_parameter("limit", 20, 1, 100));
  const auto offset = CO_TRY(request.integer_parameter("offset", 0, 0, max_offset));
  const auto found = CO_TRY(co_await service_.list(*request.caller, limit, offset));
  co_return http::Response::json_text(json_list(texts_of(found.items), found.total, limit, offset));
}

Task<Outcome<http::Response>> ApiTokenRoutes::revoke(http::Request& request) {
  CO_TRY(co_await service_.revoke(*request.caller, request.parameter("id")));
  co_return http::Response::no_content();
}

}  // namespace pagewright::api_tokens
