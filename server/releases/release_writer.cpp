#include "server/releases/release_writer.hpp"

#include <map>

#include "server/events/event_store.hpp"
#include "server/releases/release_check.hpp"

namespace pagewright::releases {
namespace {

using collaboration::PageRecord;

// What visitors see of a page, elsewhere than in previews, decides whether it is published. Its row, where that changes
// it.
Outcome<std::optional<PageRecord>> settle_status(database::Connection& connection, const std::string& page_id,
                                                 const Release& release) {
  // Going back publishes nothing anew: what was published stays so, by whom it was.
  const std::string_view settled = release.kind == by_publishing ? "archived" : "published";
  const auto changed = TRY(connection.execute(
      "UPDATE pages SET status = 'published', published_at = $2, published_by = $3 WHERE id = $1 AND status <> "
      "'archived' AND status <> $4 AND EXISTS (SELECT 1 FROM environment_pages p JOIN environments e ON e.id = "
      "p.environment_id WHERE p.page_id = "
      "pages.id AND e.kind <> 'preview')",
      {page_id, release.created_at, release.author_id, settled}));
  const auto given_up = TRY(connection.execute(
      "UPDATE pages SET status = 'draft' WHERE id = $1 AND status = 'published' AND NOT EXISTS (SELECT 1 FROM "
      "environment_pages p JOIN environments e ON e.id = p.environment_id WHERE p.page_id = pages.id AND e.kind <> "
      "'preview')",
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

Outcome<WrittenRelease> write_release(database::Connection& connection, const http::Caller& caller, const Move& move,
                                      const Release& release) {
  WrittenRelease written{
      .record = {}, .environment = move.environment, .shown = {}, .taken_off = move.taken_off, .pages = {}};
  const auto times = TRY(first_times(connection, move, release.created_at));
  TRY(insert(connection, release));
  TRY(schedule_check(connection, release));
  for (const std::string& page_id : move.taken_off) TRY(take_off(connection, release, page_id));
  // Pages may exchange their addresses: none of them has one until all have given theirs up.
  for (const Placement& placement : move.shown)
    TRY(connection.execute("DELETE FROM environment_pages WHERE environment_id = $1 AND page_id = $2",
                           {release.environment_id, placement.page_id}));
  for (const Placement& placement : move.shown) {
    const Milliseconds first = times.at(placement.page_id);
    TRY(place(connection, release, placement, first));
    written.shown.push_back({placement, TRY(load_artifact(connection, placement.content_hash)), first});
  }
  const auto settle = [&](const std::string& page_id) -> Outcome<void> {
    if (auto page = TRY(settle_status(connection, page_id, release))) written.pages.push_back(std::move(*page));
    return {};
  };
  for (const Placement& placement : move.shown) TRY(settle(placement.page_id));
  for (const std::string& page_id : move.taken_off) TRY(settle(page_id));
  auto record = TRY(find(connection, release.id, release.organization_id, access::Reader::of_everything()));
  if (!record) return std::unexpected(Problem::internal("a release is gone right after it was written"));
  written.record = std::move(*record);
  const std::string event = release.kind == by_rollback    ? "release.rolled_back"
                            : release.kind == by_promotion ? "release.promoted"
                            : release.kind == by_preview   ? "preview.published"
                                                           : "release.published";
  TRY(events::record(connection, events::by(caller, event, release.id, written.record.to_json()), release.created_at));
  return written;
}

void show_release(const WrittenRelease& written, collaboration::Rooms& rooms, environments::PublishedPages& published) {
  const environments::Environment& environment = written.environment;
  for (const PageRecord& page : written.pages) rooms.adopt(page);
  published.know(environment);
  for (const std::string& page_id : written.taken_off) published.remove(environment.id, page_id);
  for (const WrittenRelease::Shown& shown : written.shown)
    published.put(environment.id, shown.placement.page_id,
                  {.slug = shown.placement.slug,
                   .artifact = shown.artifact,
                   .is_home = shown.placement.is_home,
                   .first_published_at = shown.first_published_at});
}

}  // namespace pagewright::releases
