#include "server/people/profile_service.hpp"

#include "server/auth/password.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/people/letters.hpp"
#include "server/people/password_reset_store.hpp"

namespace pagewright::people {
namespace {

constexpr const char* refusal = "Your profile was not changed";

std::unexpected<Problem> refused(std::string path, std::string message, std::string code) {
  return std::unexpected(Problem::validation(refusal, {{std::move(path), std::move(message), std::move(code)}}));
}

Outcome<users::Member> must_find(database::Connection& connection, const http::Caller& caller) {
  auto member = TRY(users::find(connection, caller.user_id, caller.organization_id));
  if (!member) return std::unexpected(Problem::unauthenticated("Sign in again."));
  return std::move(*member);
}

std::string payload_of(const users::Member& before, const users::Profile& after) {
  JsonText text;
  text.text("name", after.name).text("email", after.email);
  if (before.name != after.name) text.text("nameBefore", before.name);
  if (before.email != after.email) text.text("emailBefore", before.email);
  return text.take();
}

}  // namespace

ProfileService::ProfileService(database::Database& database, ExecutorPool& pool, AccessChange& access,
                               auth::AuthService& auth, const mail::Mailer& mailer)
    : database_(database),
      pool_(pool),
      access_(access),
      auth_(auth),
      mailer_(mailer),
      password_tries_(10, std::chrono::seconds(60)) {}

Task<Outcome<void>> ProfileService::check_password(const http::Caller& caller, const std::string& password) {
  if (const auto wait = password_tries_.take(caller.user_id))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  const users::Member member =
      CO_TRY(co_await database_.read([&](database::Connection& connection) { return must_find(connection, caller); }));
  const bool matches = password.size() <= auth::max_password_size &&
                       co_await pool_.run([&] { return auth::password_matches(password, member.password_hash); });
  if (!matches) co_return refused("/currentPassword", "is not your password", "wrong_password");
  co_return Outcome<void>();
}

Task<Outcome<users::Member>> ProfileService::change(http::Caller caller, Change change) {
  if (change.email) {
    *change.email = users::normalized_email(*change.email);
    if (auto fault = users::fault_of_email(*change.email); !fault.empty())
      co_return refused("/email", std::move(fault), "invalid_email");
  }
  if (change.email && *change.email != caller.email) CO_TRY(co_await check_password(caller, change.password));
  auto changed = CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<users::Member> {
    const Milliseconds now = now_milliseconds();
    auto member = TRY(must_find(connection, caller));
    const users::Profile profile{.name = change.name.value_or(member.name),
                                 .email = change.email.value_or(member.email)};
    if (profile.name == member.name && profile.email == member.email) return member;
    TRY(users::set_profile(connection, member.id, profile, now));
    TRY(events::record(connection, events::by(caller, "user.profile_changed", member.id, payload_of(member, profile)),
                       now));
    if (profile.email != member.email) {
      TRY(delete_resets_of(connection, member.id));
      if (mailer_.is_configured() && mail::is_address(member.email))
        TRY(mailer_.enqueue(connection, "", new_address_letter(member.email, profile.name), now));
    }
    member.name = profile.name;
    member.email = profile.email;
    return member;
  }));
  access_.renamed(caller.user_id);
  co_return changed;
}

Task<Outcome<std::vector<users::Member>>> ProfileService::organisations(http::Caller caller) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return users::memberships_of(connection, caller.user_id); });
}

Task<Outcome<auth::SignedIn>> ProfileService::enter(http::Caller caller, std::string organization_id,
                                                    auth::Client client) {
  auto member = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return users::find(connection, caller.user_id, organization_id); }));
  if (!member) co_return std::unexpected(Problem::not_found("You are no member of such an organisation."));
  co_return co_await auth_.open_session(std::move(*member), client);
}

}  // namespace pagewright::people
