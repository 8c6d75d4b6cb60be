#include "server/releases/released_settings.hpp"

#include <algorithm>

#include "engine/json/value.hpp"
#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::releases {

bool asks_to_be_home(const collaboration::PageRecord& record) {
  const auto metadata = json::parse(record.metadata);
  const json::Value* home = metadata ? json::find(*metadata, "home") : nullptr;
  return home != nullptr && home->is_bool() && home->get_bool();
}

std::string settings_hash(const collaboration::PageRecord& record) {
  return content_hash(JsonText()
                          .text("name", record.name)
                          .text("description", record.description)
                          .text("slug", record.slug)
                          .boolean("home", asks_to_be_home(record))
                          .take());
}

components::ComponentSet components_of(const document::Document& document, const schema::Catalog& catalog) {
  schema::ComponentVersions versions;
  document.for_each_node([&](const document::NodePointer& node) {
    if (versions.contains(node->component)) return;
    if (const schema::ComponentDefinition* definition = catalog.find(node->component))
      versions.emplace(node->component, definition->version);
  });
  return components::component_set_of(std::move(versions));
}

bool have_changed(const schema::ComponentVersions& released, const schema::ComponentVersions& present) {
  return std::ranges::any_of(released, [&](const auto& component) {
    const auto now = present.find(component.first);
    return now == present.end() || now->second != component.second;
  });
}

}  // namespace pagewright::releases
