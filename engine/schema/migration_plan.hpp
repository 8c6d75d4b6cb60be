// What becomes of a document whose nodes are of older versions of their components.
#pragma once

#include "engine/schema/component_definition.hpp"

namespace pagewright::schema {

// Component → version: the pins of a page.
using ComponentVersions = std::map<std::string, std::string, std::less<>>;

// Of every component in the catalog.
[[nodiscard]] ComponentVersions versions_of(const Catalog& catalog);

struct NodeMigration {
  std::string id;
  std::string component;
  std::string from;
  std::string to;      // empty: the catalog has no such component any more
  json::Value before;  // props
  json::Value after;
  std::vector<Violation> faults;  // a prop that has one is left out of `after`
  [[nodiscard]] json::Value to_json() const;
};

struct MigrationPlan {
  json::Value document;              // as it would be
  std::vector<NodeMigration> nodes;  // those whose props change, or can't be kept
};

// `document` is nested JSON (docs/formats/document.md); nodes of components that are not among `pins` are of the
// present version. Props that are carried over unchanged are checked like those that are not.
[[nodiscard]] MigrationPlan plan_migration(json::Value document, const ComponentVersions& pins, const Catalog& catalog);

// One node's props, as plan_migration does it.
[[nodiscard]] std::vector<Violation> migrate_props(const ComponentDefinition& definition, std::string_view from,
                                                   json::Object& props);

// A catalog that takes everything of the components whose pin is not its own version: for reading what was written with
// those versions. Slots are those of the present ones.
[[nodiscard]] Catalog catalog_for_reading(const Catalog& catalog, const ComponentVersions& pins);

}  // namespace pagewright::schema
