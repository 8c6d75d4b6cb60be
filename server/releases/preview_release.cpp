// Showing a version of a branch in the environment that is there for it.
#include "server/base/uuid.hpp"
#include "server/releases/preview_store.hpp"
#include "server/releases/rendered_page.hpp"

namespace pagewright::releases {

Task<Outcome<void>> ReleaseService::show_preview(Preview preview) {
  const auto room = CO_TRY(co_await rooms_.open(preview.page_id, preview.organization_id, preview.branch_name));
  const Site site = CO_TRY(co_await site_of(preview.organization_id));
  const auto state = room->state();
  const auto document = CO_TRY(co_await read_version(preview.page_id, preview.version_number, site.library));
  std::string html = CO_TRY(co_await render(site, state, document));
  const auto artifact = co_await artifact_of(preview.page_id, std::move(html));
  const auto components =
      co_await surroundings_.pool.run([&] { return components_of(document, site.library->catalog()); });
  const Placement placement{.page_id = preview.page_id,
                            .version_id = preview.version_id,
                            .slug = state.record.slug,
                            .is_home = true,
                            .content_hash = artifact->etag,
                            .design_version = site.design_version,
                            .settings_hash = settings_hash(state.record),
                            .component_set_id = components.id};
  const http::Caller author{.user_id = preview.author_id, .organization_id = preview.organization_id};
  const Milliseconds now = surroundings_.clock();
  const auto write = [&](database::Connection& connection) -> Outcome<WrittenRelease> {
    TRY(organisations::lock(connection, preview.organization_id, now));
    const auto environment = TRY(environments::must_find(connection, preview.environment_id, preview.organization_id));
    TRY(insert(connection, *artifact, now));
    TRY(components::remember(connection, components, now));
    return write_release(connection, author, {.environment = environment, .shown = {placement}, .taken_off = {}},
                         {.id = new_uuid(),
                          .organization_id = preview.organization_id,
                          .environment_id = preview.environment_id,
                          .author_id = preview.author_id,
                          .created_at = now,
                          .kind = std::string(by_preview)});
  };
  CO_TRY(co_await surroundings_.database.write_then(write, [this](const Outcome<WrittenRelease>& result) {
    if (result) show_release(*result, rooms_, published_);
  }));
  co_await surroundings_.pool.run([&] { published_.show(); });
  co_return Outcome<void>();
}

}  // namespace pagewright::releases
