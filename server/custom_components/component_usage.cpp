#include "server/custom_components/component_usage.hpp"

#include <algorithm>

#include "server/collaboration/page_upgrade.hpp"

namespace pagewright::custom_components {
namespace {

NodesByComponent count_nodes(const json::Value& nodes) {
  NodesByComponent counts;
  std::vector<const json::Value*> open{&nodes};
  while (!open.empty()) {
    const json::Value* list = open.back();
    open.pop_back();
    if (!list->is_array()) continue;
    for (const json::Value& node : list->get_array()) {
      if (const auto component = json::find_string(node, "component")) ++counts[std::string(*component)];
      const json::Value* children = json::find(node, "children");
      if (children == nullptr || !children->is_object()) continue;
      for (const auto& slot : children->get_object()) open.push_back(&slot.value());
    }
  }
  return counts;
}

// Of the live document. One that can't be read with what there is counts as it was last stored.
NodesByComponent count_in(const collaboration::StoredPage& page, const schema::Catalog& catalog) {
  const auto document = collaboration::read_with_pins(page, catalog);
  if (document) {
    NodesByComponent counts;
    document->for_each_node([&](const document::NodePointer& node) { ++counts[node->component]; });
    return counts;
  }
  const auto stored = collaboration::read_snapshot(page.snapshot);
  const json::Value* nodes = stored ? json::find(*stored, "components") : nullptr;
  return nodes == nullptr ? NodesByComponent() : count_nodes(*nodes);
}

}  // namespace

Task<Outcome<void>> ComponentUsage::count_changed(std::string organization_id) {
  const auto changed = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return uncounted_branches(connection, organization_id); }));
  if (changed.empty()) co_return Outcome<void>();
  const auto library = CO_TRY(co_await surroundings_.libraries.of(organization_id));
  // Some at a time: a site has thousands, and others wait.
  constexpr std::size_t at_once = 50;
  for (std::size_t start = 0; start < changed.size(); start += at_once) {
    const std::size_t end = std::min(changed.size(), start + at_once);
    std::vector<collaboration::StoredPage> pages;
    CO_TRY(co_await surroundings_.database.read([&](database::Connection& connection) -> Outcome<void> {
      for (std::size_t i = start; i < end; ++i)
        if (auto page =
                TRY(collaboration::load(connection, {.page_id = changed[i].page_id, .branch = changed[i].branch_id})))
          pages.push_back(std::move(*page));
      return {};
    }));
    std::vector<NodesByComponent> counts;
    co_await surroundings_.pool.run([&] {
      for (const collaboration::StoredPage& page : pages) counts.push_back(count_in(page, library->catalog()));
    });
    CO_TRY(co_await surroundings_.database.write([&](database::Connection& connection) -> Outcome<void> {
      for (std::size_t i = 0; i < pages.size(); ++i)
        TRY(store_uses(connection, organization_id, {pages[i].record.id, pages[i].branch.id}, pages[i].branch.sequence,
                       counts[i]));
      return {};
    }));
  }
  co_return Outcome<void>();
}

Task<Outcome<ComponentUses>> ComponentUsage::find(UseQuery query) {
  CO_TRY(co_await count_changed(query.organization_id));
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return find_uses(connection, query); });
}

}  // namespace pagewright::custom_components
