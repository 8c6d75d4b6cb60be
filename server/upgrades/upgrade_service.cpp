#include "server/upgrades/upgrade_service.hpp"

#include <algorithm>

#include "server/base/json_text.hpp"
#include "server/collaboration/page_upgrade.hpp"
#include "server/upgrades/upgrade_store.hpp"

namespace pagewright::upgrades {
namespace {

// One page, with those of its nodes that are of the component. What can't be read says why.
std::string item_of(const collaboration::StoredPage& page, const std::string& component,
                    const schema::Catalog& catalog) {
  const auto pin = page.pins.find(component);
  JsonText item;
  item.text("id", page.record.id)
      .text("name", page.record.name)
      .text("slug", page.record.slug)
      .text("from", pin == page.pins.end() ? "" : std::string_view(pin->second));
  auto document = collaboration::read_with_pins(page, catalog);
  if (!document) return item.raw("nodes", "[]").text("fault", document.error().cause).take();
  std::vector<std::string> nodes;
  for (const auto& node : schema::plan_migration(document->to_json(), page.pins, catalog).nodes)
    if (node.component == component) nodes.push_back(json::serialize(node.to_json()));
  return item.raw("nodes", json_array(nodes)).take();
}

}  // namespace

Task<Outcome<std::string>> UpgradeService::dry_run(http::Caller caller, UpgradeQuery query) {
  const auto present = CO_TRY(co_await surroundings_.libraries.with_versions(caller.organization_id));
  co_return co_await dry_run_to(std::move(caller), std::move(query), *present);
}

Task<Outcome<std::string>> UpgradeService::dry_run_to(http::Caller caller, UpgradeQuery query,
                                                      tokens::VersionedLibrary target) {
  const auto& library = target.library;
  const schema::ComponentDefinition* definition = library->catalog().find(query.component);
  if (definition == nullptr) co_return std::unexpected(Problem::not_found("There is no component of that name."));
  if (!query.to.empty() && query.to != definition->version)
    co_return std::unexpected(Problem::not_found("The library has version " + definition->version + " of \"" +
                                                 query.component + "\", not " + query.to + "."));
  std::int64_t total = 0;
  auto pages = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) -> Outcome<std::vector<collaboration::StoredPage>> {
        const auto ids = TRY(pages_behind(connection, caller, query.component, target.component_set));
        total = static_cast<std::int64_t>(ids.size());
        std::vector<collaboration::StoredPage> found;
        for (std::int64_t i = query.offset; i < std::min(total, query.offset + query.limit); ++i)
          if (auto page = TRY(collaboration::load(connection, {.page_id = ids[static_cast<std::size_t>(i)]})))
            found.push_back(std::move(*page));
        return found;
      }));
  const auto items = co_await surroundings_.pool.run([&] {
    std::vector<std::string> texts;
    for (const auto& page : pages) texts.push_back(item_of(page, query.component, library->catalog()));
    return texts;
  });
  co_return JsonText()
      .text("component", query.component)
      .text("to", definition->version)
      .raw("items", json_array(items))
      .number("total", total)
      .number("limit", query.limit)
      .number("offset", query.offset)
      .take();
}

}  // namespace pagewright::upgrades
