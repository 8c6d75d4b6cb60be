#include "server/auth/auth_service.hpp"

#include "server/audit/audit_service.hpp"
#include "server/auth/device.hpp"
#include "server/auth/password.hpp"
#include "server/base/digest.hpp"
#include "server/base/fields.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/logging/log.hpp"

namespace pagewright::auth {
namespace {

std::int64_t now_seconds() {
  return now_milliseconds() / 1000;
}

Problem sign_in_again() {
  return Problem::unauthenticated("The access token is missing, expired or revoked: sign in again.");
}

// A header may hold any bytes, a text of the database may not.
std::string printable(std::string text) {
  std::erase_if(text, [](char c) { return c < ' ' || c > '~'; });
  return text;
}

// Sign-ins change nothing that others are told of: they stand in the audit log only, and are no events.
Outcome<void> audit_sign_in(database::Connection& connection, std::string_view action, const Session& session) {
  const bool is_by_owner = action != "sign_in.refused" && action != "sign_in.token_reused";
  return audit::append(
      connection,
      {.organization_id = session.organization_id,
       .actor_id = is_by_owner ? std::string_view(session.user_id) : std::string_view(),
       .action = action,
       .subject_id = session.user_id,
       .detail = JsonText().text("device", device_name(session.user_agent)).text("network", session.network).take()},
      now_milliseconds());
}

// Creates `member` in the oldest organisation, as its administrator.
Outcome<users::Member> insert_administrator(database::Connection& connection, users::Member member) {
  const auto organisations = TRY(organisations::all(connection));
  if (organisations.empty()) return std::unexpected(Problem::internal("there is no organisation"));
  member.organisation = organisations.front();
  member.role = Role::admin;
  TRY(users::insert(connection, member, now_milliseconds()));
  return member;
}

}  // namespace

AuthService::AuthService(database::Database& database, ExecutorPool& pool, AccessTokens& tokens, CallerCache& callers)
    : database_(database),
      pool_(pool),
      tokens_(tokens),
      callers_(callers),
      tries_by_address_(30, std::chrono::seconds(60)),
      tries_by_email_(10, std::chrono::seconds(60)) {}

Task<Outcome<http::Caller>> AuthService::authenticate(std::string token) {
  const auto claims = tokens_.verify(token, now_seconds());
  if (!claims) co_return std::unexpected(sign_in_again());
  const Milliseconds now = now_milliseconds();
  auto [known, generation] = callers_.find(claims->session_id, now);
  if (known) co_return std::move(*known);
  const auto member = CO_TRY(co_await database_.read(
      [&claims, now](database::Connection& connection) -> Outcome<std::optional<users::Member>> {
        if (!TRY(is_active(connection, claims->session_id, now))) return std::nullopt;
        return users::find(connection, claims->user_id, claims->organization_id);
      }));
  if (!member) co_return std::unexpected(sign_in_again());
  http::Caller caller{.user_id = member->id,
                      .organization_id = member->organisation.id,
                      .name = member->name,
                      .email = member->email,
                      .role = member->role,
                      .session_id = claims->session_id};
  callers_.remember(claims->session_id, caller, generation, now);
  co_return caller;
}

Task<Outcome<SignedIn>> AuthService::log_in(std::string email, std::string password, Client client) {
  email = users::normalized_email(email);
  const std::string network = http::client_of_address(client.address);
  CO_TRY(take_try(network, tries_by_address_));
  CO_TRY(take_try(email, tries_by_email_));
  auto member = CO_TRY(co_await database_.read(
      [&email](database::Connection& connection) { return users::find_by_email(connection, email); }));
  // An unknown address costs as much time as a wrong password.
  const std::string hash = member ? member->password_hash : std::string();
  const bool matches = password.size() <= max_password_size &&
                       co_await pool_.run([&password, &hash] { return password_matches(password, hash); });
  if (!matches) {
    log::warning("sign-in refused", {{"address", client.address}});
    if (member) audit_refusal(*member, client);
    co_return std::unexpected(Problem::unauthenticated("The e-mail address or the password is wrong."));
  }
  // A team that arrives in the morning has one address, and guesses nothing.
  tries_by_address_.give_back(network);
  tries_by_email_.give_back(email);
  co_return co_await open_session(std::move(*member), client);
}

// Nobody waits for it: whether an account exists could be told from the time.
void AuthService::audit_refusal(const users::Member& member, const Client& client) {
  const Session attempt{.user_id = member.id,
                        .organization_id = member.organisation.id,
                        .user_agent = client.user_agent,
                        .network = network_of(client.address)};
  database_.enqueue_write(
      [attempt](database::Connection& connection) { return audit_sign_in(connection, "sign_in.refused", attempt); },
      [](const Outcome<void>& written) {
        if (!written) log::error("a refused sign-in was not audited", {{"cause", written.error().cause}});
      });
}

Task<Outcome<SignedIn>> AuthService::open_session(users::Member member, Client client) {
  SignedIn signed_in{.refresh_token = random_secret(), .member = std::move(member)};
  constexpr std::size_t max_user_agent = 255;
  const Session session{.id = new_uuid(),
                        .user_id = signed_in.member.id,
                        .organization_id = signed_in.member.organisation.id,
                        .user_agent = printable(client.user_agent.substr(0, max_user_agent)),
                        .network = network_of(client.address)};
  CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    const Milliseconds now = now_milliseconds();
    TRY(delete_expired(connection, now));
    TRY(users::record_sign_in(connection, session.user_id, now));
    TRY(audit_sign_in(connection, "sign_in.succeeded", session));
    return insert_session(connection, session, sha256_hex(signed_in.refresh_token), now);
  }));
  signed_in.access_token = access_token_for(signed_in.member, session.id);
  co_return signed_in;
}

Task<Outcome<SignedIn>> AuthService::refresh(std::string refresh_token) {
  if (refresh_token.empty()) co_return std::unexpected(sign_in_again());
  SignedIn signed_in{.refresh_token = random_secret()};
  std::optional<users::Member> member;
  const auto refresh = CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<Refresh> {
    auto rotated =
        TRY(rotate(connection, sha256_hex(refresh_token), sha256_hex(signed_in.refresh_token), now_milliseconds()));
    if (rotated.result == RefreshResult::reused)
      TRY(audit_sign_in(connection, "sign_in.token_reused", rotated.session));
    member = TRY(users::find(connection, rotated.session.user_id, rotated.session.organization_id));
    return rotated;
  }));
  if (refresh.result == RefreshResult::reused) {
    tokens_.revoke_session(refresh.session.id, now_seconds());
    log::warning("a spent refresh token was used again: the session is revoked", {{"session", refresh.session.id}});
  }
  const bool accepted = refresh.result == RefreshResult::rotated || refresh.result == RefreshResult::recent;
  if (!accepted || !member) co_return std::unexpected(sign_in_again());
  if (refresh.result == RefreshResult::recent) signed_in.refresh_token.clear();
  signed_in.member = std::move(*member);
  signed_in.access_token = access_token_for(signed_in.member, refresh.session.id);
  co_return signed_in;
}

Task<Outcome<void>> AuthService::log_out(std::string refresh_token) {
  if (refresh_token.empty()) co_return Outcome<void>();
  const auto session =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<std::optional<Session>> {
        auto revoked = TRY(revoke_by_token(connection, sha256_hex(refresh_token), now_milliseconds()));
        if (revoked) TRY(audit_sign_in(connection, "sign_in.ended", *revoked));
        return revoked;
      }));
  if (session) tokens_.revoke_session(session->id, now_seconds());
  co_return Outcome<void>();
}

Task<Outcome<users::Member>> AuthService::me(http::Caller caller) {
  auto member = CO_TRY(co_await database_.read([&](database::Connection& connection) {
    return users::find(connection, caller.user_id, caller.organization_id);
  }));
  if (!member) co_return std::unexpected(sign_in_again());
  co_return std::move(*member);
}

Task<Outcome<bool>> AuthService::is_first_run() {
  co_return !CO_TRY(
      co_await database_.read([](database::Connection& connection) { return users::has_administrator(connection); }));
}

Task<Outcome<SignedIn>> AuthService::first_run(FirstRun request, Client client) {
  CO_TRY(take_try(http::client_of_address(client.address), tries_by_address_));
  std::vector<FieldError> errors;
  const std::string email = users::normalized_email(request.email);
  if (auto fault = users::fault_of_email(email); !fault.empty()) errors.push_back({"/email", fault, "invalid_email"});
  if (auto fault = fault_of_password(request.password, email); !fault.empty())
    errors.push_back({"/password", fault, "weak_password"});
  if (!errors.empty())
    co_return std::unexpected(Problem::validation("The administrator was not created", std::move(errors)));

  const std::string name = request.name.empty() ? email.substr(0, email.find('@')) : request.name;
  users::Member member{.id = new_uuid(), .email = email, .name = name};
  member.password_hash = co_await pool_.run([&] { return hash_password(request.password); });
  member = CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<users::Member> {
    const bool is_token = TRY(take_first_run_token(connection, sha256_hex(request.token)));
    if (!is_token || TRY(users::has_administrator(connection)))
      return std::unexpected(Problem::unauthenticated(
          "This link has been used or replaced. Sign in, or take the newest link from the terminal."));
    return insert_administrator(connection, member);
  }));
  co_return co_await open_session(std::move(member), client);
}

Task<Outcome<std::string>> AuthService::prepare_first_run() {
  const std::string token = random_secret();
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<std::string> {
    if (TRY(users::has_administrator(connection))) return std::string();
    TRY(replace_first_run_token(connection, sha256_hex(token), now_milliseconds()));
    return token;
  });
}

Task<Outcome<void>> AuthService::ensure_administrator(std::string email, std::string password) {
  email = users::normalized_email(email);
  if (!CO_TRY(co_await is_first_run())) co_return Outcome<void>();
  std::string fault = users::fault_of_email(email);
  if (!fault.empty()) fault = "PAGEWRIGHT_ADMIN_EMAIL " + fault;
  if (fault.empty() && password.size() < min_password_size)
    fault = "PAGEWRIGHT_ADMIN_PASSWORD must be at least 8 characters";
  if (!fault.empty())
    co_return std::unexpected(Problem::conflict("The administrator was not created", std::move(fault)));
  const std::string hash = co_await pool_.run([&] { return hash_password(password); });
  CO_TRY(co_await database_.write([&](database::Connection& connection) {
    return insert_administrator(
        connection,
        {.id = new_uuid(), .email = email, .name = email.substr(0, email.find('@')), .password_hash = hash});
  }));
  co_return Outcome<void>();
}

std::string AuthService::access_token_for(const users::Member& member, const std::string& session_id) {
  return tokens_.issue(
      {.user_id = member.id, .organization_id = member.organisation.id, .session_id = session_id, .role = member.role},
      now_seconds());
}

Outcome<void> AuthService::take_try(const std::string& key, http::RateLimiter& limiter) {
  if (const auto wait = limiter.take(key)) return std::unexpected(Problem::too_many_requests(*wait));
  return {};
}

}  // namespace pagewright::auth
