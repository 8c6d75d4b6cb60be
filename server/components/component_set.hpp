// The versions of all components at one time: what a page is pinned to. See docs/formats/document.md, "Pinned
// versions".
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/schema/migration_plan.hpp"
#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::components {

struct ComponentSet {
  std::string id;  // made from the versions: equal sets have equal ids
  schema::ComponentVersions versions;
};

[[nodiscard]] ComponentSet component_set_of(schema::ComponentVersions versions);

// As a set is kept; nothing where the text is none.
[[nodiscard]] std::optional<schema::ComponentVersions> read_versions(std::string_view text);

// Stores the set where it is new.
[[nodiscard]] Outcome<void> remember(database::Connection& connection, const ComponentSet& set, Milliseconds now);
// Error internal where there is no such set.
[[nodiscard]] Outcome<schema::ComponentVersions> find_versions(database::Connection& connection, std::string_view id);

}  // namespace pagewright::components
