// Publishing several pages in one release.
#include <algorithm>
#include <set>

#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/releases/rendered_page.hpp"

namespace pagewright::releases {
namespace {

constexpr const char* not_published = "The pages were not published";

Problem unknown(std::string path, std::string message) {
  return Problem::validation(not_published, {{std::move(path), std::move(message), "unknown"}});
}

Problem no_such_environment() {
  return unknown("/environmentId", "must be the id of an environment that is no preview");
}

// What is wrong with one page, as a fault of the request that names it.
Problem at_page(std::size_t index, const Problem& problem) {
  if (problem.is(ProblemKind::not_found))
    return unknown("/pageIds/" + std::to_string(index), "must be the id of a page");
  if (!problem.is(ProblemKind::validation)) return problem;
  return Problem::validation(not_published,
                             {{"/pageIds/" + std::to_string(index),
                               "cannot be rendered: " + problem.title + ". " + problem.detail, "invalid"}});
}

}  // namespace

Task<Outcome<std::vector<std::string>>> ReleaseService::changed_pages(const std::string& organization_id,
                                                                      const std::string& environment_id) {
  const auto present = CO_TRY(co_await surroundings_.libraries.with_versions(organization_id));
  const auto shown = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
    return list_shown(connection, environment_id, access::Reader::of_everything(), present->component_set.versions);
  }));
  std::vector<std::string> ids;
  for (const ShownRecord& record : shown)
    if (record.has_changes) ids.push_back(record.page.page_id);
  if (ids.size() > most_pages_)
    co_return std::unexpected(Problem::conflict(
        not_published, "Pages that were changed since: " + std::to_string(ids.size()) + ". A release has at most " +
                           std::to_string(most_pages_) + ": say by pageIds which to release first."));
  co_return ids;
}

Task<Outcome<std::vector<ReleaseService::Ready>>> ReleaseService::make_all_ready(
    const http::Caller& caller, const std::vector<std::string>& page_ids, const Site& site,
    const BatchFollower& follower, const std::string& log) {
  constexpr std::size_t between_reports = 20;
  std::vector<Ready> pages;
  for (std::size_t i = 0; i < page_ids.size(); ++i) {
    if (follower.progress && i % between_reports == 0)
      CO_TRY(co_await follower.progress(static_cast<std::int64_t>(i), std::ssize(page_ids), log));
    auto ready = co_await make_ready(caller, page_ids[i], site);
    if (!ready) co_return std::unexpected(at_page(i, ready.error()));
    if (ready->state.record.status == "archived")
      co_return std::unexpected(Problem::conflict(
          not_published, "The page \"" + ready->state.record.name + "\" is archived: make it a draft first."));
    pages.push_back(std::move(*ready));
  }
  co_return pages;
}

// Each page's history shows what of it was released; where the release fails afterwards, they are versions like others.
Task<Outcome<void>> ReleaseService::cut_versions(const http::Caller& caller, const std::vector<Ready>& pages,
                                                 const environments::Environment& environment) {
  for (const Ready& page : pages)
    CO_TRY(co_await page.room->change({.author = collaboration::author_of(caller),
                                       .version_message = "For the release to " + environment.name,
                                       .with_version = collaboration::PageChange::WithVersion::always,
                                       .version_of = std::pair(page.state.document, page.state.sequence),
                                       .version_id = page.placement.version_id}));
  co_return Outcome<void>();
}

Task<Outcome<std::size_t>> ReleaseService::size_of(http::Caller caller, Batch batch) {
  if (batch.page_ids) co_return batch.page_ids->size();
  const auto environment = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
    return environments::find(connection, batch.environment_id, caller.organization_id);
  }));
  if (!environment) co_return std::unexpected(no_such_environment());
  co_return CO_TRY(co_await changed_pages(caller.organization_id, batch.environment_id)).size();
}

Task<Outcome<ReleaseRecord>> ReleaseService::publish_several(http::Caller caller, Batch batch, BatchFollower follower) {
  const Site site = CO_TRY(co_await site_of(caller.organization_id));
  const auto environment = std::ranges::find(site.environments, batch.environment_id, &environments::Environment::id);
  if (environment == site.environments.end() || environment->is_preview())
    co_return std::unexpected(no_such_environment());
  std::vector<std::string> page_ids =
      batch.page_ids ? std::move(*batch.page_ids)
                     : CO_TRY(co_await changed_pages(caller.organization_id, batch.environment_id));
  if (page_ids.empty())
    co_return std::unexpected(
        Problem::conflict(not_published, "No page that " + environment->name + " shows was changed since."));
  std::string log = with_line("[]", surroundings_.clock(), "Pages to release: " + std::to_string(page_ids.size()));
  const std::vector<Ready> pages = CO_TRY(co_await make_all_ready(caller, page_ids, site, follower, log));
  log = with_line(std::move(log), surroundings_.clock(), "Pages rendered: " + std::to_string(pages.size()));
  if (follower.progress) CO_TRY(co_await follower.progress(std::ssize(pages), std::ssize(pages), log));
  CO_TRY(co_await cut_versions(caller, pages, *environment));

  Release release{.id = new_uuid(),
                  .organization_id = caller.organization_id,
                  .environment_id = environment->id,
                  .author_id = caller.user_id,
                  .created_at = surroundings_.clock(),
                  .message = batch.message,
                  .rolls_back = batch.rolls_back,
                  .log = std::move(log)};
  const auto write = [&](database::Connection& connection) -> Outcome<WrittenRelease> {
    TRY(organisations::lock(connection, caller.organization_id, release.created_at));
    Move move{.environment = *environment, .shown = {}, .taken_off = {}};
    for (const Ready& page : pages) {
      TRY(check_still_new(connection, release, page.placement, page.state.sequence));
      TRY(insert(connection, *page.artifact, release.created_at));
      TRY(components::remember(connection, page.components, release.created_at));
      TRY(connection.execute("UPDATE page_versions SET is_published = 1 WHERE id = $1", {page.placement.version_id}));
      move.shown.push_back(page.placement);
    }
    auto written = TRY(write_release(connection, caller, move, release));
    for (const Ready& page : pages) {
      const auto record = TRY(collaboration::find_record(connection, page.placement.page_id));
      TRY(events::record(connection, events::by(caller, "page.published", record.id, record.to_json()),
                         release.created_at));
    }
    if (follower.also) TRY(follower.also(connection, written.record));
    return written;
  };
  const auto written =
      CO_TRY(co_await surroundings_.database.write_then(write, [this](const Outcome<WrittenRelease>& result) {
        if (result) show_release(*result, rooms_, published_);
      }));
  co_await surroundings_.pool.run([&] { published_.show(); });
  co_return written.record;
}

}  // namespace pagewright::releases
