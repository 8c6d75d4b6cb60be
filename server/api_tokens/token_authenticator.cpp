#include "server/api_tokens/token_authenticator.hpp"

#include "server/api_tokens/token_text.hpp"
#include "server/base/digest.hpp"
#include "server/logging/log.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::api_tokens {
namespace {

std::unexpected<Problem> refused() {
  return std::unexpected(Problem::unauthenticated("There is no such API token, or it has expired or was revoked."));
}

struct Known {
  ApiTokenRecord token;
  users::Member owner;
};

http::Caller caller_of(const Known& known) {
  return {.user_id = known.owner.id,
          .organization_id = known.owner.organisation.id,
          .name = known.owner.name,
          .email = known.owner.email,
          .role = known.owner.role,
          .token = std::make_shared<const http::ApiToken>(http::ApiToken{.id = known.token.id,
                                                                         .name = known.token.name,
                                                                         .scopes = known.token.scopes,
                                                                         .expires_at = known.token.expires_at})};
}

}  // namespace

Task<Outcome<http::Caller>> TokenAuthenticator::authenticate(std::string token) {
  if (!token.starts_with(token_prefix)) co_return co_await sessions_.authenticate(std::move(token));
  if (!is_token(token)) co_return refused();
  const Milliseconds now = clock_();
  auto caller = CO_TRY(co_await find_caller(sha256_hex(token), now));
  if (caller.token->expires_at && *caller.token->expires_at <= now) co_return refused();
  if (const auto wait = requests_.take(caller.token->id)) co_return std::unexpected(Problem::too_many_requests(*wait));
  co_return caller;
}

Task<Outcome<http::Caller>> TokenAuthenticator::find_caller(std::string token_hash, Milliseconds now) {
  auto [remembered, generation] = callers_.find(token_hash, now);
  if (remembered) co_return std::move(*remembered);
  const auto known =
      CO_TRY(co_await database_.read([&](database::Connection& connection) -> Outcome<std::optional<Known>> {
        auto token = TRY(find_by_hash(connection, token_hash));
        if (!token) return std::nullopt;
        auto owner = TRY(users::find(connection, token->owner.id, token->organization_id));
        if (!owner) return std::nullopt;
        return Known{.token = std::move(*token), .owner = std::move(*owner)};
      }));
  if (!known) co_return refused();
  note_use(known->token, now);
  http::Caller caller = caller_of(*known);
  callers_.remember(token_hash, caller, generation, now);
  co_return caller;
}

// Nobody waits for it. It is enough to look when the cache does not know the token: that is every few seconds.
void TokenAuthenticator::note_use(const ApiTokenRecord& token, Milliseconds now) {
  if (token.last_used_at && now - *token.last_used_at < use_interval) return;
  if (token.expires_at && *token.expires_at <= now) return;
  database_.enqueue_write(
      [id = token.id, now](database::Connection& connection) { return api_tokens::note_use(connection, id, now); },
      [](const Outcome<void>& written) {
        if (!written) log::error("the use of an API token was not noted", {{"cause", written.error().cause}});
      });
}

}  // namespace pagewright::api_tokens
