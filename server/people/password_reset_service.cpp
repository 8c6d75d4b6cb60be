#include "server/people/password_reset_service.hpp"

#include "server/auth/password.hpp"
#include "server/auth/session_service.hpp"
#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/logging/log.hpp"
#include "server/people/letters.hpp"
#include "server/people/member_store.hpp"
#include "server/people/password_reset_store.hpp"

namespace pagewright::people {
namespace {

constexpr const char* refusal = "The password was not changed";
constexpr auto hour = std::chrono::seconds(3600);

Problem void_link() {
  return Problem::conflict(refusal,
                           "This link was used already, was replaced, or is older than an hour: ask for a new one.");
}

// In every organisation that the user belongs to: it is one account.
Outcome<void> record(database::Connection& connection, const std::string& type, const ResetAccount& account,
                     const std::string& actor_id, Milliseconds now) {
  for (const std::string& organization_id : TRY(organisations_of(connection, account.user_id)))
    TRY(events::record(connection,
                       {.type = type,
                        .organization_id = organization_id,
                        .actor_id = actor_id,
                        .subject_id = account.user_id,
                        .payload = "{}"},
                       now));
  return {};
}

struct Ended {
  std::string user_id;
  std::vector<std::string> organizations;
  std::vector<std::string> sessions;
};

Outcome<Ended> apply(database::Connection& connection, const std::string& token, const std::string& password_hash) {
  const Milliseconds now = now_milliseconds();
  const auto account = TRY(take_reset(connection, sha256_hex(token), now));
  if (!account) return std::unexpected(void_link());
  TRY(delete_resets_of(connection, account->user_id));
  TRY(users::set_password(connection, account->user_id, password_hash, now));
  TRY(record(connection, "user.password_reset", *account, account->user_id, now));
  return Ended{.user_id = account->user_id,
               .organizations = TRY(organisations_of(connection, account->user_id)),
               .sessions = TRY(auth::revoke_sessions(connection, account->user_id, "", "", now))};
}

}  // namespace

PasswordResetService::PasswordResetService(database::Database& database, ExecutorPool& pool, AccessChange& access,
                                           const mail::Mailer& mailer, std::string editor_url)
    : database_(database),
      pool_(pool),
      access_(access),
      mailer_(mailer),
      editor_url_(std::move(editor_url)),
      requests_by_email_(3, hour),
      requests_by_address_(30, hour),
      resets_by_address_(10, std::chrono::seconds(60)) {}

std::string PasswordResetService::link_of(const std::string& token) const {
  return editor_url_ + "/page-builder/new-password?token=" + token;
}

Task<Outcome<void>> PasswordResetService::request(std::string email, auth::Client client) {
  email = users::normalized_email(email);
  if (const auto wait = requests_by_address_.take(http::client_of_address(client.address)))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  if (const auto wait = requests_by_email_.take(email)) co_return std::unexpected(Problem::too_many_requests(*wait));
  if (!mailer_.is_configured())
    co_return std::unexpected(
        Problem::unavailable("This server sends no e-mail: ask an administrator of your organisation for a link."));
  // Nobody waits for it: whether the address is somebody's could be told from the time. It may outlive this service.
  database_.enqueue_write(
      [start = link_of(""), email](database::Connection& connection) -> Outcome<void> {
        const auto account = TRY(find_account(connection, email));
        if (!account) return {};
        const Milliseconds now = now_milliseconds();
        const std::string token = random_secret();
        TRY(insert_reset(connection, sha256_hex(token), account->user_id, now));
        TRY(record(connection, "user.password_reset_requested", *account, "", now));
        return mail::enqueue(connection, "", password_letter(account->email, account->name, start + token), now);
      },
      [](const Outcome<void>& written) {
        if (!written)
          log::error("a link to a new password was not sent",
                     {{"cause", written.error().cause}, {"detail", written.error().detail}});
      });
  co_return Outcome<void>();
}

Task<Outcome<std::string>> PasswordResetService::request_for(http::Caller caller, std::string user_id) {
  const std::string link_if_shown =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<std::string> {
        const auto member = TRY(find_member(connection, user_id, caller.organization_id));
        if (!member) return std::unexpected(Problem::not_found("There is no such member of your organisation."));
        if (member->is_shared)
          return std::unexpected(Problem::conflict(
              "No link was made", "They belong to another organisation too: only they themselves can ask for a link."));
        if (!member->is_active)
          return std::unexpected(Problem::conflict("No link was made", "They are deactivated: reactivate them first."));
        const Milliseconds now = now_milliseconds();
        const std::string token = random_secret();
        TRY(insert_reset(connection, sha256_hex(token), user_id, now));
        TRY(events::record(connection, events::by(caller, "user.password_reset_requested", user_id, "{}"), now));
        if (!mailer_.is_configured()) return link_of(token);
        TRY(mailer_.enqueue(connection, "", password_letter(member->email, member->name, link_of(token)), now));
        return std::string();
      }));
  co_return link_if_shown;
}

Task<Outcome<void>> PasswordResetService::reset(Reset reset, auth::Client client) {
  if (const auto wait = resets_by_address_.take(http::client_of_address(client.address)))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  const auto account = CO_TRY(co_await database_.read([&](database::Connection& connection) {
    return find_reset(connection, sha256_hex(reset.token), now_milliseconds());
  }));
  if (!account) co_return std::unexpected(void_link());
  if (auto fault = auth::fault_of_password(reset.password, account->email); !fault.empty())
    co_return std::unexpected(Problem::validation(refusal, {{"/password", std::move(fault), "weak_password"}}));
  const std::string hash = co_await pool_.run([&] { return auth::hash_password(reset.password); });
  const Ended ended = CO_TRY(
      co_await database_.write([&](database::Connection& connection) { return apply(connection, reset.token, hash); }));
  for (const std::string& organization_id : ended.organizations)
    access_.ended(ended.user_id, organization_id, ended.sessions);
  co_return Outcome<void>();
}

}  // namespace pagewright::people
