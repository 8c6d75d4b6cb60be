#include "server/custom_components/component_usage.hpp"

#include <algorithm>
#include <map>

#include "server/base/json_text.hpp"
#include "server/collaboration/page_upgrade.hpp"

namespace pagewright::custom_components {
namespace {

// A branch that was written when there was such a component.
struct Candidate {
  ComponentUse use;
  std::string branch_id;
};

// The version of the component in each component set that has it.
class VersionsBySet {
 public:
  explicit VersionsBySet(std::string component) : component_(std::move(component)) {}

  Outcome<std::string> find(database::Connection& connection, const std::string& set) {
    if (const auto known = known_.find(set); known != known_.end()) return known->second;
    const auto versions = TRY(components::find_versions(connection, set));
    const auto version = versions.find(component_);
    return known_.emplace(set, version == versions.end() ? "" : version->second).first->second;
  }

 private:
  std::string component_;
  std::map<std::string, std::string> known_;
};

Outcome<std::vector<Candidate>> candidates(database::Connection& connection, std::string_view organization_id,
                                           const std::string& component, const access::Reader& reader) {
  const auto rows = TRY(connection.query(
      "SELECT p.id, p.name, p.slug, b.id, b.name, b.component_set_id FROM pages p JOIN page_branches b ON b.page_id = "
      "p.id WHERE p.organization_id = $1 AND p.deleted_at IS NULL AND b.deleted_at IS NULL AND b.component_set_id IS "
      "NOT NULL" +
          access::only_with(http::PageRight::view, reader, "p", "$2") +
          " ORDER BY p.created_at, p.id, b.created_at, b.id",
      {organization_id, reader.user_id}));
  VersionsBySet versions(component);
  std::vector<Candidate> found;
  for (const auto row : rows) {
    std::string version = TRY(versions.find(connection, row.text(5)));
    if (version.empty()) continue;
    found.push_back({.use = {.page_id = row.text(0),
                             .page_name = row.text(1),
                             .slug = row.text(2),
                             .branch = row.text(4),
                             .version = std::move(version)},
                     .branch_id = row.text(3)});
  }
  return found;
}

std::int64_t count_nodes(const json::Value& nodes, std::string_view component) {
  std::int64_t count = 0;
  std::vector<const json::Value*> open{&nodes};
  while (!open.empty()) {
    const json::Value* list = open.back();
    open.pop_back();
    if (!list->is_array()) continue;
    for (const json::Value& node : list->get_array()) {
      if (json::find_string(node, "component") == component) ++count;
      const json::Value* children = json::find(node, "children");
      if (children == nullptr || !children->is_object()) continue;
      for (const auto& slot : children->get_object()) open.push_back(&slot.value());
    }
  }
  return count;
}

// Of the live document. One that can't be read with what there is counts as it was last stored.
std::int64_t count_in(const collaboration::StoredPage& page, std::string_view component,
                      const schema::Catalog& catalog) {
  const auto document = collaboration::read_with_pins(page, catalog);
  json::Value source;
  if (document) {
    source = document->to_json();
  } else if (auto stored = collaboration::read_snapshot(page.snapshot)) {
    source = std::move(*stored);
  }
  const json::Value* nodes = json::find(source, "components");
  return nodes == nullptr ? 0 : count_nodes(*nodes, component);
}

}  // namespace

std::string ComponentUse::to_json() const {
  return JsonText()
      .text("pageId", page_id)
      .text("pageName", page_name)
      .text("slug", slug)
      .text("branch", branch)
      .text("version", version)
      .number("nodes", nodes)
      .take();
}

Task<Outcome<std::vector<ComponentUse>>> ComponentUsage::find(std::string organization_id, std::string component,
                                                              access::Reader reader) {
  const auto library = CO_TRY(co_await surroundings_.libraries.of(organization_id));
  auto all = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return candidates(connection, organization_id, component, reader); }));
  // Some at a time: a site has thousands, and other readers wait.
  constexpr std::size_t at_once = 50;
  std::vector<ComponentUse> uses;
  for (std::size_t start = 0; start < all.size(); start += at_once) {
    const std::size_t end = std::min(all.size(), start + at_once);
    std::vector<std::optional<collaboration::StoredPage>> pages;
    CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<void> {
      for (std::size_t i = start; i < end; ++i)
        pages.push_back(
            TRY(collaboration::load(connection, {.page_id = all[i].use.page_id, .branch = all[i].branch_id})));
      return {};
    }));
    co_await surroundings_.pool.run([&] {
      for (std::size_t i = start; i < end; ++i)
        if (const auto& page = pages[i - start]) all[i].use.nodes = count_in(*page, component, library->catalog());
    });
    for (std::size_t i = start; i < end; ++i)
      if (all[i].use.nodes > 0) uses.push_back(std::move(all[i].use));
  }
  co_return uses;
}

}  // namespace pagewright::custom_components
