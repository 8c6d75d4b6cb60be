#include "server/people/invitation_service.hpp"

#include "server/auth/password.hpp"
#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/idempotency/kept_answer.hpp"
#include "server/people/letters.hpp"
#include "server/people/member_store.hpp"

namespace pagewright::people {
namespace {

constexpr const char* not_sent = "The invitation was not sent";
constexpr const char* not_joined = "You did not join";

std::unexpected<Problem> no_such_invitation() {
  return std::unexpected(Problem::not_found("There is no such invitation, or it was accepted."));
}

std::unexpected<Problem> void_link() {
  return std::unexpected(Problem::conflict(
      not_joined,
      "This invitation was accepted or withdrawn, was replaced by a newer one, or is older than seven days."));
}

std::unexpected<Problem> refused(std::string message, std::string code) {
  return std::unexpected(Problem::validation(not_joined, {{"/password", std::move(message), std::move(code)}}));
}

Outcome<Invitation> must_find(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto invitation = TRY(find_invitation(connection, id, caller.organization_id));
  if (!invitation) return no_such_invitation();
  return std::move(*invitation);
}

// The account that joins, made where there was none.
Outcome<std::string> join(database::Connection& connection, const Invitation& invitation,
                          const std::optional<users::Account>& account, const users::Member& newcomer) {
  const Milliseconds now = now_milliseconds();
  const bool exists = TRY(users::find_account(connection, invitation.email)).has_value();
  if (exists != account.has_value())
    return std::unexpected(Problem::conflict(not_joined, "Your account was made a moment ago: try again."));
  if (!account) TRY(users::insert_account(connection, newcomer, now));
  const std::string& user_id = account ? account->id : newcomer.id;
  if (!TRY(users::add_membership(connection, invitation.organization_id, user_id, invitation.role, now)))
    return std::unexpected(Problem::conflict(not_joined, "You are a member of this organisation already: sign in."));
  TRY(events::record(connection,
                     {.type = "member.joined",
                      .organization_id = invitation.organization_id,
                      .actor_id = user_id,
                      .subject_id = user_id,
                      .payload = invitation.to_json()},
                     now));
  return user_id;
}

}  // namespace

InvitationService::InvitationService(database::Database& database, ExecutorPool& pool, auth::AuthService& auth,
                                     const mail::Mailer& mailer, std::string editor_url)
    : database_(database),
      pool_(pool),
      auth_(auth),
      mailer_(mailer),
      editor_url_(std::move(editor_url)),
      sent_by_organization_(100, std::chrono::seconds(3600)),
      tries_by_address_(30, std::chrono::seconds(60)),
      tries_by_email_(10, std::chrono::seconds(60)) {}

Outcome<InvitationService::Sent> InvitationService::send(database::Connection& connection, const http::Caller& caller,
                                                         Invitation invitation) {
  // Whoever has its link becomes an administrator, whom no token's scopes hold.
  if (caller.token && invitation.role == http::Role::admin)
    return std::unexpected(Problem::forbidden("API tokens make nobody an administrator: sign in for it."));
  const std::string token = random_secret();
  const std::string link = editor_url_ + "/page-builder/invitation?token=" + token;
  invitation.invited_by = caller.user_id;
  invitation.created_at = now_milliseconds();
  invitation.expires_at = invitation.created_at + invitation_lifetime;
  Sent sent{.invitation = TRY(put_invitation(connection, invitation, sha256_hex(token))), .link = {}};
  TRY(events::record(connection, events::by(caller, "member.invited", sent.invitation.id, sent.invitation.to_json()),
                     invitation.created_at));
  if (!mailer_.is_configured()) {
    sent.link = link;
    return sent;
  }
  const auto organisation = TRY(organisations::find(connection, caller.organization_id));
  // The job is nobody's to look at: it holds the link.
  TRY(mailer_.enqueue(connection, "",
                      invitation_letter({.to = invitation.email,
                                         .inviter = caller.name,
                                         .organization = organisation ? organisation->name : "",
                                         .link = link}),
                      invitation.created_at));
  return sent;
}

std::string InvitationService::Sent::to_json() const {
  return JsonText()
      .raw("invitation", invitation.to_json())
      .text("link", link.empty() ? std::optional<std::string>() : std::optional(link))
      .take();
}

Task<Outcome<InvitationService::Sent>> InvitationService::invite(http::Caller caller, std::string email,
                                                                 http::Role role) {
  email = users::normalized_email(email);
  std::string fault = users::fault_of_email(email);
  if (fault.empty() && !mail::is_address(email)) fault = "must be an address that e-mail can be sent to";
  if (!fault.empty())
    co_return std::unexpected(Problem::validation(not_sent, {{"/email", std::move(fault), "invalid_email"}}));
  if (const auto wait = sent_by_organization_.take(caller.organization_id))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<Sent> {
    const auto member = TRY(find_member_by_email(connection, email, caller.organization_id));
    if (member)
      return std::unexpected(Problem::conflict(not_sent, member->is_active
                                                             ? "They are a member of your organisation already."
                                                             : "They are a deactivated member: reactivate them."));
    Sent sent = TRY(send(connection, caller,
                         {.id = new_uuid(), .organization_id = caller.organization_id, .email = email, .role = role}));
    TRY(idempotency::keep(connection, caller, 201, sent.to_json(), now_milliseconds()));
    return sent;
  });
}

Task<Outcome<InvitationService::Sent>> InvitationService::send_again(http::Caller caller, std::string id) {
  if (const auto wait = sent_by_organization_.take(caller.organization_id))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<Sent> {
    return send(connection, caller, TRY(must_find(connection, caller, id)));
  });
}

Task<Outcome<InvitationList>> InvitationService::list(http::Caller caller, std::int64_t limit, std::int64_t offset) {
  co_return co_await database_.read([&](database::Connection& connection) {
    return list_invitations(connection, caller.organization_id, limit, offset);
  });
}

Task<Outcome<void>> InvitationService::revoke(http::Caller caller, std::string id) {
  co_return co_await database_.write([&](database::Connection& connection) -> Outcome<void> {
    const Invitation invitation = TRY(must_find(connection, caller, id));
    TRY(delete_invitation(connection, id));
    return events::record(connection, events::by(caller, "member.invitation_revoked", id, invitation.to_json()),
                          now_milliseconds());
  });
}

Task<Outcome<InvitationService::Offer>> InvitationService::look_up(std::string token, auth::Client client) {
  if (const auto wait = tries_by_address_.take(http::client_of_address(client.address)))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<Offer> {
    auto invitation = TRY(find_invitation_by_token(connection, sha256_hex(token), now_milliseconds()));
    if (!invitation) return void_link();
    const auto organisation = TRY(organisations::find(connection, invitation->organization_id));
    if (!organisation) return void_link();
    const bool has_account = TRY(users::find_account(connection, invitation->email)).has_value();
    return Offer{.invitation = std::move(*invitation), .organisation = *organisation, .has_account = has_account};
  });
}

Task<Outcome<std::string>> InvitationService::check_password(const Acceptance& acceptance, const std::string& email,
                                                             const std::optional<users::Account>& account) {
  if (!account) {
    if (auto fault = auth::fault_of_password(acceptance.password, email); !fault.empty())
      co_return refused(std::move(fault), "weak_password");
    co_return co_await pool_.run([&] { return auth::hash_password(acceptance.password); });
  }
  if (const auto wait = tries_by_email_.take(email)) co_return std::unexpected(Problem::too_many_requests(*wait));
  const bool matches = acceptance.password.size() <= auth::max_password_size && co_await pool_.run([&] {
    return auth::password_matches(acceptance.password, account->password_hash);
  });
  if (!matches) co_return refused("is not the password of your account", "wrong_password");
  co_return account->password_hash;
}

Task<Outcome<auth::SignedIn>> InvitationService::accept(Acceptance acceptance, auth::Client client) {
  if (const auto wait = tries_by_address_.take(http::client_of_address(client.address)))
    co_return std::unexpected(Problem::too_many_requests(*wait));
  std::optional<users::Account> account;
  const Invitation invitation =
      CO_TRY(co_await database_.read([&](database::Connection& connection) -> Outcome<Invitation> {
        auto found = TRY(find_invitation_by_token(connection, sha256_hex(acceptance.token), now_milliseconds()));
        if (!found) return void_link();
        account = TRY(users::find_account(connection, found->email));
        return std::move(*found);
      }));
  const std::string& email = invitation.email;
  const users::Member newcomer{.id = new_uuid(),
                               .email = email,
                               .name = acceptance.name.empty() ? email.substr(0, email.find('@')) : acceptance.name,
                               .password_hash = CO_TRY(co_await check_password(acceptance, email, account))};
  auto member = CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<users::Member> {
    const auto taken = TRY(take_invitation(connection, sha256_hex(acceptance.token), now_milliseconds()));
    if (!taken) return void_link();
    const std::string user_id = TRY(join(connection, *taken, account, newcomer));
    auto joined = TRY(users::find(connection, user_id, taken->organization_id));
    if (!joined) return void_link();  // the organisation is gone
    return std::move(*joined);
  }));
  co_return co_await auth_.open_session(std::move(member), client);
}

}  // namespace pagewright::people
