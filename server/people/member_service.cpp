#include "server/people/member_service.hpp"

#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/people/password_reset_store.hpp"
#include "server/users/user_store.hpp"

namespace pagewright::people {
namespace {

constexpr const char* refusal = "The member was not changed";

std::unexpected<Problem> no_such_member() {
  return std::unexpected(Problem::not_found("There is no such member of your organisation."));
}

Outcome<MemberRecord> must_find(database::Connection& connection, const http::Caller& caller,
                                std::string_view user_id) {
  auto member = TRY(find_member(connection, user_id, caller.organization_id));
  if (!member) return no_such_member();
  return std::move(*member);
}

// Whoever takes an administrator away waits here for others who do: two of them must not each leave the other one.
Outcome<void> check_one_administrator_stays(database::Connection& connection, const http::Caller& caller,
                                            const MemberRecord& leaving, const char* title, Milliseconds now) {
  if (leaving.role != http::Role::admin || !leaving.is_active) return {};
  TRY(organisations::lock(connection, caller.organization_id, now));
  if (TRY(count_other_administrators(connection, leaving.id, caller.organization_id)) > 0) return {};
  return std::unexpected(
      Problem::conflict(title, "This is the last administrator of the organisation: make somebody else one first."));
}

Outcome<void> change_account(database::Connection& connection, const MemberRecord& member, const MemberChange& change,
                             Milliseconds now) {
  if (!change.name && !change.email) return {};
  if (member.is_shared)
    return std::unexpected(Problem::conflict(refusal,
                                             "They belong to another organisation too: only they themselves can change "
                                             "their name and e-mail address."));
  const users::Profile profile{.name = change.name.value_or(member.name), .email = change.email.value_or(member.email)};
  TRY(users::set_profile(connection, member.id, profile, now));
  // Links that were sent to the address before are for nobody any more.
  if (profile.email != member.email) TRY(delete_resets_of(connection, member.id));
  return {};
}

std::string payload_of(const MemberRecord& before, const MemberRecord& after) {
  JsonText text;
  text.text("email", after.email).text("role", http::name_of(after.role)).boolean("isActive", after.is_active);
  if (before.role != after.role) text.text("roleBefore", http::name_of(before.role));
  if (before.name != after.name) text.text("nameBefore", before.name);
  if (before.email != after.email) text.text("emailBefore", before.email);
  return text.take();
}

struct Changed {
  MemberRecord before;
  MemberRecord after;
  std::vector<std::string> revoked_sessions;
};

Outcome<Changed> apply(database::Connection& connection, const http::Caller& caller, const std::string& user_id,
                       const MemberChange& change) {
  const Milliseconds now = now_milliseconds();
  Changed changed{.before = TRY(must_find(connection, caller, user_id)), .after = {}, .revoked_sessions = {}};
  const MemberRecord& before = changed.before;
  const bool is_active = change.is_active.value_or(before.is_active);
  const http::Role role = change.role.value_or(before.role);
  if (role != http::Role::admin || !is_active)
    TRY(check_one_administrator_stays(connection, caller, before, refusal, now));
  TRY(change_account(connection, before, change, now));
  if (role != before.role) TRY(set_role(connection, user_id, caller.organization_id, role));
  if (is_active != before.is_active)
    TRY(set_deactivated(connection, user_id, caller.organization_id,
                        is_active ? std::nullopt : std::optional<Milliseconds>(now)));
  if (!is_active)
    changed.revoked_sessions = TRY(auth::revoke_sessions(connection, user_id, caller.organization_id, "", now));
  changed.after = TRY(must_find(connection, caller, user_id));
  if (changed.after.to_json() == before.to_json()) return changed;
  TRY(events::record(connection, events::by(caller, "member.changed", user_id, payload_of(before, changed.after)),
                     now));
  return changed;
}

}  // namespace

Task<Outcome<MemberList>> MemberService::list(MemberQuery query) {
  co_return co_await database_.read([&](database::Connection& connection) { return people::list(connection, query); });
}

Task<Outcome<MemberRecord>> MemberService::get(http::Caller caller, std::string user_id) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find(connection, caller, user_id); });
}

Task<Outcome<MemberRecord>> MemberService::change(http::Caller caller, std::string user_id, MemberChange change) {
  // Either way a token could become somebody whom its scopes don't hold.
  if (caller.token && (change.email || change.role == http::Role::admin))
    co_return std::unexpected(Problem::forbidden(
        "API tokens make nobody an administrator and change nobody's e-mail address: sign in for it."));
  auto changed = CO_TRY(co_await database_.write(
      [&](database::Connection& connection) { return apply(connection, caller, user_id, change); }));
  if (!changed.after.is_active) {
    access_.ended(user_id, caller.organization_id, changed.revoked_sessions);
  } else if (changed.before.role != changed.after.role) {
    access_.changed(user_id, caller.organization_id);
  } else {
    access_.renamed(user_id);
  }
  co_return std::move(changed.after);
}

Task<Outcome<void>> MemberService::remove(http::Caller caller, std::string user_id) {
  const auto sessions =
      CO_TRY(co_await database_.write([&](database::Connection& connection) -> Outcome<std::vector<std::string>> {
        const Milliseconds now = now_milliseconds();
        const MemberRecord member = TRY(must_find(connection, caller, user_id));
        TRY(check_one_administrator_stays(connection, caller, member, "The member was not removed", now));
        TRY(people::remove(connection, user_id, caller.organization_id));
        auto revoked = TRY(auth::revoke_sessions(connection, user_id, caller.organization_id, "", now));
        TRY(events::record(connection, events::by(caller, "member.removed", user_id, member.to_json()), now));
        return revoked;
      }));
  access_.ended(user_id, caller.organization_id, sessions);
  co_return Outcome<void>();
}

}  // namespace pagewright::people
