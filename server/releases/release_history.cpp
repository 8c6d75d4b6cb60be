#include "server/releases/release_history.hpp"

#include <algorithm>

#include "server/base/uuid.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::releases {

namespace {

constexpr const char* not_moved = "The environment was not changed";

Outcome<ReleaseRecord> must_find(database::Connection& connection, const http::Caller& caller, std::string_view id) {
  auto record = TRY(find(connection, id, caller.organization_id, access::Reader::of(caller)));
  if (!record) return std::unexpected(Problem::not_found("There is no such release."));
  return std::move(*record);
}

// Both by id of the page.
std::vector<Placement> difference(const std::vector<Placement>& wanted, const std::vector<Placement>& present) {
  std::vector<Placement> changed;
  for (const Placement& placement : wanted)
    if (std::ranges::find(present, placement) == present.end()) changed.push_back(placement);
  return changed;
}

Outcome<void> check_whole(const ReleaseRecord& record) {
  if (!record.is_thinned) return {};
  return std::unexpected(
      Problem::conflict(not_moved, "That release is too old: not all of what was shown then has been kept."));
}

Outcome<Move> plan_rollback(database::Connection& connection, const ReleaseRecord& record, const MoveRequest&) {
  TRY(check_whole(record));
  const Release& release = record.release;
  Move move{.environment = TRY(environments::must_find(connection, release.environment_id, release.organization_id)),
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
  TRY(check_whole(record));
  const Release& release = record.release;
  Move move{.environment = TRY(environments::must_find(connection, request.environment_id, release.organization_id)),
            .shown = {},
            .taken_off = {}};
  const auto wanted = TRY(shown_by(connection, release.id));
  move.shown = difference(wanted, TRY(shown_now(connection, request.environment_id)));
  return move;
}

}  // namespace

Task<Outcome<ReleaseList>> ReleaseHistory::list(ReleaseQuery query) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return releases::list(connection, query); });
}

Task<Outcome<std::vector<UpcomingRelease>>> ReleaseHistory::upcoming(http::Caller caller) {
  co_return co_await database_.read([&, failed_since = clock_() - failed_releases_stay](auto& connection) {
    return list_upcoming(connection, caller.organization_id, access::Reader::of(caller), failed_since);
  });
}

Task<Outcome<ReleaseRecord>> ReleaseHistory::get(http::Caller caller, std::string id) {
  co_return co_await database_.read(
      [&](database::Connection& connection) { return must_find(connection, caller, id); });
}

Task<Outcome<std::vector<ShownRecord>>> ReleaseHistory::shown(http::Caller caller, std::string environment_id) {
  const auto present = CO_TRY(co_await libraries_.with_versions(caller.organization_id));
  co_return co_await database_.read([&](database::Connection& connection) -> Outcome<std::vector<ShownRecord>> {
    TRY(environments::must_find(connection, environment_id, caller.organization_id));
    return list_shown(connection, environment_id, access::Reader::of(caller), present->component_set.versions);
  });
}

Task<Outcome<Moved>> ReleaseHistory::roll_back(http::Caller caller, MoveRequest request) {
  return move(std::move(caller), std::move(request), by_rollback, plan_rollback);
}

Task<Outcome<Moved>> ReleaseHistory::promote(http::Caller caller, MoveRequest request) {
  return move(std::move(caller), std::move(request), by_promotion, plan_promotion);
}

// Everything is written, and its answer made, in a transaction that a dry run gives up at the end.
Task<Outcome<Moved>> ReleaseHistory::move(http::Caller caller, MoveRequest request, std::string_view kind, Plan plan) {
  const Milliseconds now = clock_();
  std::optional<WrittenRelease> rehearsed;
  const auto applied = co_await database_.write_then(
      [&](database::Connection& connection) -> Outcome<WrittenRelease> {
        TRY(organisations::lock(connection, caller.organization_id, now));
        const ReleaseRecord source = TRY(must_find(connection, caller, request.release_id));
        const Move planned = TRY(plan(connection, source, request));
        if (planned.environment.is_preview())
          return std::unexpected(Problem::conflict(not_moved, "A preview shows its branch, and nothing else."));
        if (planned.shown.empty() && planned.taken_off.empty())
          return std::unexpected(Problem::conflict(not_moved, planned.environment.name + " shows just that already."));
        WrittenRelease done = TRY(write_release(connection, caller, planned,
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
      [this](const Outcome<WrittenRelease>& result) {
        if (result) show_release(*result, rooms_, published_);
      });
  if (rehearsed) co_return Moved{.record = std::move(rehearsed->record), .is_dry_run = true};
  if (!applied) co_return std::unexpected(applied.error());
  co_await pool_.run([&] { published_.show(); });
  co_return Moved{.record = applied->record};
}

}  // namespace pagewright::releases
