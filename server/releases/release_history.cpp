#include "server/releases/release_history.hpp"

#include <algorithm>
#include <map>

#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::releases {

using collaboration::PageRecord;

// What a move has written, for what is kept in memory.
struct ReleaseHistory::Applied {
  struct Shown {
    Placement placement;
    std::shared_ptr<const sites::Artifact> artifact;
    Milliseconds first_published_at = 0;
  };
  ReleaseRecord record;
  environments::Environment environment;
  std::vector<Shown> shown;
  std::vector<std::string> taken_off;
  std::vector<PageRecord> pages;  // whose rows have changed
};

namespace {

constexpr const char* not_moved = "The environment was not changed";

Outcome<ReleaseRecord> must_find(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto record = TRY(find(connection, id, caller.organization_id));
  if (!record) return std::unexpected(Problem::not_found("There is no such release."));
  return std::move(*record);
}

Outcome<environments::Environment> must_find_environment(database::Connection& connection,
                                                         std::string_view organization_id, std::string_view id) {
  auto environment = TRY(environments::find(connection, id, organization_id));
  if (!environment) return std::unexpected(Problem::not_found("There is no such environment."));
  return std::move(*environment);
}

// Both by id of the page.
std::vector<Placement> difference(const std::vector<Placement>& wanted, const std::vector<Placement>& present) {
  std::vector<Placement> changed;
  for (const Placement& placement : wanted)
    if (std::ranges::find(present, placement) == present.end()) changed.push_back(placement);
  return changed;
}

Outcome<Move> plan_rollback(database::Connection& connection, const ReleaseRecord& record, const MoveRequest&) {
  const Release& release = record.release;
  Move move{.environment = TRY(must_find_environment(connection, release.organization_id, release.environment_id)),
            .shown = {},
            .taken_off = {}};
  const auto wanted = TRY(shown_after(connection, release.environment_id, release.id));
  const auto present = TRY(shown_now(connection, release.environment_id));
  move.shown = difference(wanted, present);
  for (const Placement& placement : present)
    if (std::ranges::find(wanted, placement.page_id, &Placement::page_id) == wanted.end())
      move.taken_off.push_back(placement.page_id);
  return move;
}

Outcome<Move> plan_promotion(database::Connection& connection, const ReleaseRecord& record,
                             const MoveRequest& request) {
  const Release& release = record.release;
  Move move{.environment = TRY(must_find_environment(connection, release.organization_id, request.environment_id)),
            .shown = {},
            .taken_off = {}};
  const auto wanted = TRY(shown_by(connection, release.id));
  move.shown = difference(wanted, TRY(shown_now(connection, request.environment_id)));
  return move;
}

// What visitors see of a page decides whether it is published. Its row, where that changes it.
Outcome<std::optional<PageRecord>> settle_status(database::Connection& connection, const std::string& page_id,
                                                 const Release& release) {
  const auto changed = TRY(connection.execute(
      "UPDATE pages SET status = 'published', published_at = $2, published_by = $3 WHERE id = $1 AND status = 'draft' "
      "AND EXISTS (SELECT 1 FROM environment_pages p WHERE p.page_id = pages.id)",
      {page_id, release.created_at, release.author_id}));
  const auto given_up = TRY(connection.execute(
      "UPDATE pages SET status = 'draft' WHERE id = $1 AND status = 'published' AND NOT EXISTS (SELECT 1 FROM "
      "environment_pages p WHERE p.page_id = pages.id)",
      {page_id}));
  if (changed + given_up == 0) return std::nullopt;
  return TRY(collaboration::find_record(connection, page_id));
}

Outcome<std::map<std::string, Milliseconds>> first_times(database::Connection& connection, const Move& move,
                                                         Milliseconds now) {
  std::map<std::string, Milliseconds> times;
  for (const Placement& placement : move.shown)
    times[placement.page_id] = TRY(first_published_at(connection, move.environment.id, placement.page_id, now));
  return times;
}

}  // namespace

Task<Outcome<ReleaseList>> ReleaseHistory::list(ReleaseQuery query) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return releases::list(connection, query); });
}

Task<Outcome<ReleaseRecord>> ReleaseHistory::get(http::Caller caller, std::string id) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find(connection, caller, id); });
}

Task<Outcome<std::vector<ShownRecord>>> ReleaseHistory::shown(http::Caller caller, std::string environment_id) {
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<std::vector<ShownRecord>> {
    TRY(must_find_environment(connection, caller.organization_id, environment_id));
    return list_shown(connection, environment_id);
  });
}

Task<Outcome<Moved>> ReleaseHistory::roll_back(http::Caller caller, MoveRequest request) {
  return move(std::move(caller), std::move(request), by_rollback, plan_rollback);
}

Task<Outcome<Moved>> ReleaseHistory::promote(http::Caller caller, MoveRequest request) {
  return move(std::move(caller), std::move(request), by_promotion, plan_promotion);
}

Outcome<ReleaseHistory::Applied> ReleaseHistory::apply(database::Connection& connection, const http::Caller& caller,
                                                       const Move& move, Release release) {
  Applied applied{.record = {}, .environment = move.environment, .shown = {}, .taken_off = move.taken_off, .pages = {}};
  const auto times = TRY(first_times(connection, move, release.created_at));
  TRY(insert(connection, release));
  for (const std::string& page_id : move.taken_off) TRY(take_off(connection, release, page_id));
  // Pages may exchange their addresses: none of them has one until all have given theirs up.
  for (const Placement& placement : move.shown)
    TRY(connection.execute("DELETE FROM environment_pages WHERE environment_id = $1 AND page_id = $2",
                           {release.environment_id, placement.page_id}));
  for (const Placement& placement : move.shown) {
    const Milliseconds first = times.at(placement.page_id);
    TRY(place(connection, release, placement, first));
    applied.shown.push_back({placement, TRY(load_artifact(connection, placement.content_hash)), first});
  }
  const auto settle = [&](const std::string& page_id) -> Outcome<void> {
    if (auto page = TRY(settle_status(connection, page_id, release))) applied.pages.push_back(std::move(*page));
    return {};
  };
  for (const Placement& placement : move.shown) TRY(settle(placement.page_id));
  for (const std::string& page_id : move.taken_off) TRY(settle(page_id));
  applied.record = TRY(must_find(connection, caller, release.id));
  const std::string event = release.kind == by_rollback ? "release.rolled_back" : "release.promoted";
  TRY(events::record(connection, events::by(caller, event, release.id, applied.record.to_json()), release.created_at));
  return applied;
}

// In the order of commits.
void ReleaseHistory::adopt(const Applied& applied) {
  const environments::Environment& environment = applied.environment;
  for (const PageRecord& page : applied.pages) rooms_.adopt(page);
  for (const std::string& page_id : applied.taken_off) published_.remove(environment.id, page_id);
  for (const Applied::Shown& shown : applied.shown)
    published_.put(environment.id, std::string(environment.path_prefix()), shown.placement.page_id,
                   {.slug = shown.placement.slug,
                    .artifact = shown.artifact,
                    .is_home = shown.placement.is_home,
                    .first_published_at = shown.first_published_at});
}

// Everything is written, and its answer made, in a transaction that a dry run gives up at the end.
Task<Outcome<Moved>> ReleaseHistory::move(http::Caller caller, MoveRequest request, std::string_view kind, Plan plan) {
  const Milliseconds now = clock_();
  std::optional<Applied> rehearsed;
  const auto applied = co_await database_.write_then(
      [&](database::Connection& connection) -> Outcome<Applied> {
        TRY(organisations::lock(connection, caller.organization_id, now));
        const ReleaseRecord source = TRY(must_find(connection, caller, request.release_id));
        const Move planned = TRY(plan(connection, source, request));
        if (planned.shown.empty() && planned.taken_off.empty())
          return std::unexpected(Problem::conflict(not_moved, planned.environment.name + " shows just that already."));
        Applied done = TRY(apply(connection, caller, planned,
                                 {.id = new_uuid(),
                                  .organization_id = caller.organization_id,
                                  .environment_id = planned.environment.id,
                                  .author_id = caller.user_id,
                                  .created_at = now,
                                  .kind = std::string(kind),
                                  .message = request.message,
                                  .source_id = request.release_id}));
        if (!request.is_dry_run) return done;
        rehearsed = std::move(done);
        return std::unexpected(Problem::conflict(not_moved, "It was a dry run."));
      },
      [this](const Outcome<Applied>& result) {
        if (result) adopt(*result);
      });
  if (rehearsed) co_return Moved{.record = std::move(rehearsed->record), .is_dry_run = true};
  if (!applied) co_return std::unexpected(applied.error());
  co_await pool_.run([&] { published_.show(); });
  co_return Moved{.record = applied->record};
}

}  // namespace pagewright::releases
