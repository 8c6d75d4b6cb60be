// The SQL of custom components.
#pragma once

#include "server/components/custom_component.hpp"
#include "server/database/database.hpp"

namespace pagewright::components {

// A component with one of its versions.
struct ComponentWithVersion {
  CustomComponent component;
  ComponentVersion version;
};

// All of an organisation with their present versions, by name: also the deleted ones, which pages may still have.
[[nodiscard]] Outcome<std::vector<ComponentWithVersion>> load_all(database::Connection& connection,
                                                                  std::string_view organization_id);

// Also one that was deleted.
[[nodiscard]] Outcome<std::optional<CustomComponent>> find(database::Connection& connection,
                                                           std::string_view organization_id, std::string_view name);
// A public one of whichever organisation, by its id.
[[nodiscard]] Outcome<std::optional<CustomComponent>> find_public(database::Connection& connection,
                                                                  std::string_view id);
[[nodiscard]] Outcome<std::optional<ComponentVersion>> find_version(database::Connection& connection,
                                                                    std::string_view component_id,
                                                                    std::string_view version);
// Without their parts, the newest first.
[[nodiscard]] Outcome<std::vector<ComponentVersion>> list_versions(database::Connection& connection,
                                                                   std::string_view component_id);

// A team of the organisation.
[[nodiscard]] Outcome<std::optional<TeamName>> find_team(database::Connection& connection,
                                                         std::string_view organization_id, std::string_view team_id);

// Public ones of other organisations than this.
struct GalleryQuery {
  std::string organization_id;
  std::string search = {};    // a part of their texts; empty: any
  std::string category = {};  // exactly; empty: any
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};
struct ComponentList {
  std::vector<CustomComponent> items;
  std::int64_t total = 0;
};
[[nodiscard]] Outcome<ComponentList> list_public(database::Connection& connection, const GalleryQuery& query);

// Those that were not deleted.
[[nodiscard]] Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id);

[[nodiscard]] Outcome<void> insert(database::Connection& connection, const CustomComponent& component,
                                   std::string_view search_text);
[[nodiscard]] Outcome<void> insert_version(database::Connection& connection, std::string_view component_id,
                                           const ComponentVersion& version);
// Its new present version, and what the definition says. False: somebody else has made that version meanwhile.
[[nodiscard]] Outcome<bool> set_version(database::Connection& connection, const CustomComponent& component,
                                        std::string_view search_text);
[[nodiscard]] Outcome<void> set_audience(database::Connection& connection, const CustomComponent& component);
[[nodiscard]] Outcome<void> set_deleted(database::Connection& connection, const CustomComponent& component);
[[nodiscard]] Outcome<void> count_install(database::Connection& connection, std::string_view id);

}  // namespace pagewright::components
