#include "server/api_tokens/api_token_service.hpp"

#include <algorithm>

#include "server/api_tokens/token_text.hpp"
#include "server/base/digest.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::api_tokens {
namespace {

constexpr const char* not_made = "The API token was not made";

Outcome<void> record(database::Connection& connection, const http::Caller& caller, std::string type,
                     const ApiTokenRecord& token, Milliseconds now) {
  return events::record(connection, events::by(caller, std::move(type), token.id, token.to_json()), now);
}

std::vector<std::string> in_order(std::vector<std::string> scopes) {
  std::ranges::sort(scopes);
  const auto repeated = std::ranges::unique(scopes);
  scopes.erase(repeated.begin(), repeated.end());
  return scopes;
}

}  // namespace

Outcome<void> ApiTokenService::check(const NewApiToken& wanted, Milliseconds now) const {
  std::vector<FieldError> errors;
  for (std::size_t i = 0; i < wanted.scopes.size(); ++i)
    if (!scopes_.contains(wanted.scopes[i]))
      errors.push_back(
          {"/scopes/" + std::to_string(i), "is no scope: GET /auth/permissions names them all", "invalid_scope"});
  if (wanted.expires_at && *wanted.expires_at <= now)
    errors.push_back({"/expiresAt", "must be in the future", "invalid_time"});
  if (errors.empty()) return {};
  return std::unexpected(Problem::validation(not_made, std::move(errors)));
}

Task<Outcome<std::vector<ApiTokenRecord>>> ApiTokenService::list_own(http::Caller caller) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return list_of(connection, caller.organization_id, caller.user_id); });
}

Task<Outcome<WithText>> ApiTokenService::create(http::Caller caller, NewApiToken wanted) {
  const Milliseconds now = clock_();
  CO_TRY(check(wanted, now));
  const std::string text = new_token();
  WithText made{.token = {.id = new_uuid(),
                          .organization_id = caller.organization_id,
                          .owner = {.id = caller.user_id, .name = caller.name, .email = caller.email},
                          .name = std::move(wanted.name),
                          .prefix = shown_part(text),
                          .scopes = in_order(std::move(wanted.scopes)),
                          .created_at = now,
                          .expires_at = wanted.expires_at,
                          .last_used_at = {}},
                .text = text};
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    TRY(organisations::lock(connection, caller.organization_id, now));
    if (TRY(count_of(connection, caller.organization_id, caller.user_id)) >= most_tokens)
      return std::unexpected(
          Problem::conflict(not_made, "You have 50 API tokens here already: revoke one that is not needed."));
    TRY(insert(connection, made.token, sha256_hex(text)));
    return record(connection, caller, "api_token.created", made.token, now);
  }));
  co_return made;
}

Task<Outcome<void>> ApiTokenService::revoke_own(http::Caller caller, std::string id) {
  return revoke(std::move(caller), std::move(id), Whose::own);
}

Task<Outcome<ApiTokenList>> ApiTokenService::list(http::Caller caller, std::int64_t limit, std::int64_t offset) {
  co_return co_await database_.read([&](database::Connection& connection) {
    return api_tokens::list(connection, caller.organization_id, limit, offset);
  });
}

Task<Outcome<void>> ApiTokenService::revoke(http::Caller caller, std::string id) {
  return revoke(std::move(caller), std::move(id), Whose::anybodys);
}

Task<Outcome<void>> ApiTokenService::revoke(http::Caller caller, std::string id, Whose whose) {
  const auto revoked =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<ApiTokenRecord> {
        auto token = TRY(find(connection, id, caller.organization_id));
        if (!token || (whose == Whose::own && token->owner.id != caller.user_id))
          return std::unexpected(Problem::not_found("There is no such API token."));
        TRY(remove(connection, id));
        TRY(record(connection, caller, "api_token.revoked", *token, clock_()));
        return std::move(*token);
      }));
  callers_.forget_user(revoked.owner.id);
  co_return Outcome<void>();
}

}  // namespace pagewright::api_tokens
