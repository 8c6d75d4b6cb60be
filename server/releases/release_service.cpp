#include "server/releases/release_service.hpp"

#include <algorithm>

#include "engine/render/page.hpp"
#include "server/base/digest.hpp"
#include "server/base/uuid.hpp"
#include "server/collaboration/page_upgrade.hpp"
#include "server/releases/release_check.hpp"
#include "server/releases/rendered_page.hpp"

namespace pagewright::releases {
namespace {

// What visitors see, of all organisations.
struct Shown {
  std::vector<environments::Environment> environments;
  std::vector<Pointer> pointers;
};

}  // namespace

Task<Outcome<ReleaseService::Site>> ReleaseService::site_of(std::string organization_id) {
  Site site;
  CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<void> {
    auto organisation = TRY(organisations::find(connection, organization_id));
    if (!organisation) return std::unexpected(Problem::not_found("There is no such organisation."));
    site.organisation = std::move(*organisation);
    site.environments = TRY(environments::all(connection, organization_id));
    site.design_version = TRY(tokens::version_of(connection, organization_id));
    return {};
  }));
  site.library = CO_TRY(co_await surroundings_.libraries.of(organization_id));
  co_return site;
}

// The same bytes for every environment, so that they can move from one to another: search engines are told of
// production's address, which comes first.
Task<Outcome<std::string>> ReleaseService::render(const Site& site, const collaboration::Room::State& state,
                                                  const document::Document& document) {
  if (site.environments.empty()) co_return std::unexpected(Problem::internal("an organisation has no environment"));
  const render::PageContext context{.name = state.record.name,
                                    .description = state.record.description,
                                    .canonical_url = site.environments.front().url_of(state.record.slug),
                                    .site_name = site.organisation.name};
  std::string html;
  const auto rendered = co_await surroundings_.pool.run(
      [&] { return render::append_page(*site.library, document, context, render::Mode::published, html); });
  if (!rendered) co_return std::unexpected(Problem::from("The page cannot be rendered", rendered.error()));
  co_return html;
}

// What is shown somewhere already is not compressed again.
Task<std::shared_ptr<const sites::Artifact>> ReleaseService::artifact_of(const std::string& page_id, std::string html) {
  co_return co_await surroundings_.pool.run([&] {
    std::string hash = sha256_hex(html);
    auto shown = published_.artifact_of(page_id, hash);
    return shown ? shown : sites::Artifact::compress(std::move(html), std::move(hash));
  });
}

Task<Outcome<ReleaseService::Ready>> ReleaseService::make_ready(const http::Caller& caller, std::string page_id,
                                                                const Site& site) {
  Ready ready{.room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id)),
              .state = {},
              .placement = {},
              .components = {},
              .artifact = {}};
  ready.state = ready.room->state();
  std::string html = CO_TRY(co_await render(site, ready.state, ready.state.document));
  ready.artifact = co_await artifact_of(page_id, std::move(html));
  ready.components =
      co_await surroundings_.pool.run([&] { return components_of(ready.state.document, site.library->catalog()); });
  ready.placement = {.page_id = std::move(page_id),
                     .version_id = new_uuid(),
                     .slug = ready.state.record.slug,
                     .is_home = asks_to_be_home(ready.state.record),
                     .content_hash = ready.artifact->etag,
                     .design_version = site.design_version,
                     .settings_hash = settings_hash(ready.state.record),
                     .component_set_id = ready.components.id};
  co_return ready;
}

Task<Outcome<Publication>> ReleaseService::publish(http::Caller caller, std::string page_id, std::string environment_id,
                                                   std::string message) {
  // The page comes first: what is not there is not there, wherever it is to be published.
  CO_TRY(co_await rooms_.open(page_id, caller.organization_id));
  const Site site = CO_TRY(co_await site_of(caller.organization_id));
  const auto environment = std::ranges::find(site.environments, environment_id, &environments::Environment::id);
  if (environment == site.environments.end() || environment->is_preview())
    co_return std::unexpected(
        Problem::validation("The page was not published",
                            {{"/environmentId", "must be the id of an environment that is no preview", "unknown"}}));
  const Ready ready = CO_TRY(co_await make_ready(caller, page_id, site));
  const auto& room = ready.room;
  const auto& state = ready.state;
  const Milliseconds begun_at = surroundings_.clock();
  Publication publication{.release = {.id = new_uuid(),
                                      .organization_id = caller.organization_id,
                                      .environment_id = environment_id,
                                      .author_id = caller.user_id,
                                      .created_at = begun_at,
                                      .message = std::move(message),
                                      .log = with_line("[]", begun_at, "Pages rendered: 1")},
                          .page = ready.placement,
                          .artifact = ready.artifact,
                          .url = environment->url_of(state.record.slug)};
  auto first_shown = std::make_shared<Milliseconds>(publication.release.created_at);
  const auto also = [release = publication.release, page = publication.page, artifact = publication.artifact,
                     components = ready.components, sequence = state.sequence,
                     first_shown](database::Connection& connection, Milliseconds now) -> Outcome<void> {
    TRY(check_still_new(connection, release, page, sequence));
    *first_shown = TRY(first_published_at(connection, release.environment_id, page.page_id, release.created_at));
    TRY(insert(connection, *artifact, now));
    TRY(components::remember(connection, components, now));
    TRY(insert(connection, release));
    TRY(schedule_check(connection, release));
    TRY(place(connection, release, page, *first_shown));
    TRY(connection.execute("UPDATE pages SET status = 'published', published_at = $2, published_by = $3 WHERE id = $1",
                           {page.page_id, now, release.author_id}));
    return {};
  };
  const auto show = [this, known = *environment, page = publication.page, artifact = publication.artifact,
                     first_shown] {
    published_.know(known);
    published_.put(
        known.id, page.page_id,
        {.slug = page.slug, .artifact = artifact, .is_home = page.is_home, .first_published_at = *first_shown});
  };
  CO_TRY(co_await room->change({.author = collaboration::author_of(caller),
                                .also = also,
                                .version_message = "Published to " + environment->name,
                                .with_version = collaboration::PageChange::WithVersion::always,
                                .is_published = true,
                                .version_of = std::pair(state.document, state.sequence),
                                .version_id = publication.page.version_id,
                                .event = "page.published",
                                .after_commit = show}));
  co_await surroundings_.pool.run([&] { published_.show(); });
  publication.page_json = room->representation().json;
  co_return publication;
}

Task<Outcome<std::string>> ReleaseService::preview(http::Caller caller, std::string page_id, std::string branch,
                                                   std::optional<std::int64_t> version) {
  const auto room = CO_TRY(co_await rooms_.open(page_id, caller.organization_id, std::move(branch)));
  const Site site = CO_TRY(co_await site_of(caller.organization_id));
  const auto state = room->state();
  document::Document document = state.document;
  if (version) document = CO_TRY(co_await read_version(page_id, *version, site.library));
  co_return co_await render(site, state, document);
}

Task<Outcome<document::Document>> ReleaseService::read_version(std::string page_id, std::int64_t number,
                                                               tokens::SharedLibrary library) {
  auto stored = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
    return collaboration::load_version_document(connection, page_id, number);
  }));
  auto document = co_await surroundings_.pool.run([&] {
    return document::Document::parse(collaboration::in_present_versions(std::move(stored), library->catalog()),
                                     library->catalog());
  });
  if (!document) co_return std::unexpected(Problem::from("The version cannot be shown", document.error()));
  co_return std::move(*document);
}

Task<Outcome<std::optional<ShownPage>>> ReleaseService::shown_at(std::string host, std::string path) {
  const auto location = published_.find(host, path);
  if (!location) co_return std::nullopt;
  const auto version = CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) {
    return shown_version(connection, location->environment_id, location->page_id);
  }));
  if (!version) co_return std::nullopt;
  ShownPage page{.organization_id = version->organization_id,
                 .environment_id = location->environment_id,
                 .page_id = location->page_id,
                 .page_name = version->page_name,
                 .library = CO_TRY(co_await surroundings_.libraries.of(version->organization_id)),
                 .document = {}};
  page.document = CO_TRY(co_await read_version(page.page_id, version->number, page.library));
  co_return page;
}

Task<Outcome<void>> ReleaseService::load() {
  const auto everything = [](database::Connection& connection) -> Outcome<Shown> {
    return Shown{.environments = TRY(environments::of_installation(connection)),
                 .pointers = TRY(load_pointers(connection))};
  };
  // In the order of commits: what is published meanwhile stands on this.
  CO_TRY(co_await surroundings_.database.write_then(everything, [this](const Outcome<Shown>& shown) {
    if (!shown) return;
    std::vector<environments::PublishedPages::Placed> pages;
    for (const Pointer& pointer : shown->pointers)
      pages.push_back({.environment_id = pointer.environment_id,
                       .page_id = pointer.page_id,
                       .entry = {.slug = pointer.slug,
                                 .artifact = pointer.artifact,
                                 .is_home = pointer.is_home,
                                 .first_published_at = pointer.first_published_at}});
    published_.replace(shown->environments, std::move(pages));
  }));
  published_.show();
  co_return Outcome<void>();
}

}  // namespace pagewright::releases
