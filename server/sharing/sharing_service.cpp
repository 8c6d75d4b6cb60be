#include "server/sharing/sharing_service.hpp"

#include <algorithm>

#include "server/access/standing_store.hpp"
#include "server/base/json_text.hpp"
#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::sharing {
namespace {

constexpr const char* not_shared = "The page was not shared";
constexpr unsigned short restart = 1012;  // as the collaboration protocol has it
constexpr const char* access_has_changed = "Your access to the page has changed.";

Problem no_such_grantee() {
  return Problem::not_found("There is no such member or team of your organisation.");
}

struct Granted {
  Grant grant;
  std::vector<std::string> user_ids;  // whom it concerns
};

Outcome<void> tell(database::Connection& connection, const http::Caller& caller, std::string type,
                   std::string_view page_id, const Grant& grant, Milliseconds now) {
  return events::record(connection,
                        events::by(caller, std::move(type), std::string(page_id),
                                   JsonText()
                                       .text("granteeId", grant.grantee.id)
                                       .text("kind", name_of(grant.grantee.kind))
                                       .text("name", grant.grantee.name)
                                       .text("level", access::name_of(grant.level))
                                       .take()),
                        now);
}

// In the writer's transaction: the page may be another's by now.
Outcome<access::Door> must_find(database::Connection& connection, const http::Caller& caller,
                                std::string_view page_id) {
  const auto door = TRY(access::find_door(connection, page_id, caller.organization_id));
  if (!door) return std::unexpected(access::no_such_page());
  return *door;
}

Outcome<void> check_level(database::Connection& connection, const http::Caller& caller, std::string_view page_id,
                          access::Level level) {
  const access::Door door = TRY(must_find(connection, caller, page_id));
  const http::PageRights rights = TRY(access::find_rights(connection, caller, page_id, door));
  TRY(access::check(rights, http::PageRight::manage));
  if (level < access::Level::publish || rights.publish) return {};
  return std::unexpected(
      Problem::forbidden("Who may not publish a page gives nobody the right to: ask an "
                         "administrator."));
}

}  // namespace

std::string Sharing::to_json() const {
  std::vector<std::string> items;
  for (const Grant& grant : grants) items.push_back(grant.to_json());
  return JsonText()
      .text("access", access)
      .raw("owner", owner.to_json())
      .raw("team", team ? team->to_json() : "null")
      .raw("items", json_array(items))
      .take();
}

Task<Outcome<Sharing>> SharingService::get(http::Caller caller, std::string page_id) {
  co_return co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<Sharing> {
    const access::Door door = TRY(must_find(connection, caller, page_id));
    Sharing sharing{.access = door.access, .owner = {.id = door.owner_id, .name = {}}};
    // One who is no member any more is the owner all the same.
    if (auto owner = TRY(find_grantee(connection, door.owner_id, caller.organization_id)))
      sharing.owner = std::move(*owner);
    if (door.team_id) sharing.team = TRY(find_grantee(connection, *door.team_id, caller.organization_id));
    sharing.grants = TRY(list(connection, page_id));
    return sharing;
  });
}

Task<Outcome<std::vector<Grantee>>> SharingService::find_grantees(http::Caller caller, std::string page_id,
                                                                  std::string search) {
  constexpr std::int64_t most_of_a_kind = 10;
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) -> Outcome<std::vector<Grantee>> {
        TRY(must_find(connection, caller, page_id));
        return find_candidates(connection, {page_id, caller.organization_id}, search, most_of_a_kind);
      });
}

Task<Outcome<Grant>> SharingService::grant(http::Caller caller, std::string page_id, std::string grantee_id,
                                           access::Level level) {
  const auto write = [&, now = surroundings_.clock()](database::Connection& connection) -> Outcome<Granted> {
    TRY(check_level(connection, caller, page_id, level));
    const auto grantee = TRY(find_grantee(connection, grantee_id, caller.organization_id));
    if (!grantee) return std::unexpected(no_such_grantee());
    const auto before = TRY(find(connection, page_id, grantee_id));
    if (!before && TRY(count(connection, page_id)) >= most_grants)
      return std::unexpected(Problem::conflict(not_shared, "A page is shared with at most " +
                                                               std::to_string(most_grants) +
                                                               " people and teams: make a team of some of them."));
    Granted granted{.grant = {.grantee = *grantee, .level = level, .created_at = before ? before->created_at : now},
                    .user_ids = {}};
    if (before && before->level == level) return granted;
    TRY(put(connection, {page_id, caller.organization_id}, granted.grant));
    TRY(tell(connection, caller, "page.shared", page_id, granted.grant, now));
    granted.user_ids = TRY(users_behind(connection, *grantee));
    return granted;
  };
  auto granted = CO_TRY(co_await surroundings_.database.write(write));
  connect_anew(page_id, granted.user_ids);
  co_return std::move(granted.grant);
}

Task<Outcome<void>> SharingService::revoke(http::Caller caller, std::string page_id, std::string grantee_id) {
  const auto user_ids = CO_TRY(co_await surroundings_.database.write(
      [&, now = surroundings_.clock()](database::Connection& connection) -> Outcome<std::vector<std::string>> {
        TRY(check_level(connection, caller, page_id, access::Level::view));
        const auto grant = TRY(find(connection, page_id, grantee_id));
        if (!grant) return std::unexpected(Problem::not_found("The page is not shared with them."));
        TRY(remove(connection, page_id, grantee_id));
        TRY(tell(connection, caller, "page.unshared", page_id, *grant, now));
        return users_behind(connection, grant->grantee);
      }));
  connect_anew(page_id, user_ids);
  co_return Outcome<void>();
}

Task<Outcome<SharingService::Representation>> SharingService::set_access(http::Caller caller, std::string page_id,
                                                                         std::string access) {
  co_return co_await change_page(
      caller, page_id, "page.access_changed",
      [caller, page_id, access](database::Connection& connection, Milliseconds) -> Outcome<void> {
        TRY(check_level(connection, caller, page_id, access::Level::view));
        return sharing::set_access(connection, page_id, access);
      });
}

Task<Outcome<SharingService::Representation>> SharingService::set_team(http::Caller caller, std::string page_id,
                                                                       std::optional<std::string> team_id) {
  const auto give = [caller, page_id, team_id](database::Connection& connection, Milliseconds now) -> Outcome<void> {
    TRY(check_level(connection, caller, page_id, access::Level::view));
    // Whoever deletes the team waits here for this, or this for them.
    TRY(organisations::lock(connection, caller.organization_id, now));
    const auto team = team_id ? TRY(find_grantee(connection, *team_id, caller.organization_id)) : std::nullopt;
    if (team_id && (!team || team->kind != Kind::team))
      return std::unexpected(Problem::validation(
          "The page keeps its team", {{"/teamId", "must be the id of a team of your organisation", "unknown"}}));
    return sharing::set_team(connection, page_id, team_id);
  };
  co_return co_await change_page(caller, page_id, "page.team_changed", give);
}

Task<Outcome<SharingService::Representation>> SharingService::change_page(
    http::Caller caller, std::string page_id, std::string event,
    std::function<Outcome<void>(database::Connection&, Milliseconds)> also) {
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id));
  CO_TRY(co_await room->change({.author = collaboration::author_of(caller),
                                .also = std::move(also),
                                .event = std::move(event),
                                .after_commit = [this, page_id] { rooms_.admit_anew(page_id); }}));
  co_return room->representation();
}

void SharingService::connect_anew(const std::string& page_id, const std::vector<std::string>& user_ids) {
  if (user_ids.empty()) return;
  rooms_.end_conversations(
      page_id,
      [&](const collaboration::Member& member) {
        return std::ranges::find(user_ids, member.author().id) != user_ids.end();
      },
      restart, access_has_changed);
}

}  // namespace pagewright::sharing
