// The SQL of the names that versions are given.
#pragma once

#include <vector>

#include "server/base/timestamp.hpp"
#include "server/collaboration/version_reference.hpp"

namespace pagewright::versions {

// Stands at one version of a page; a version may have several.
struct Tag {
  std::string name;
  collaboration::VersionReference version;
  Milliseconds created_at = 0;

  [[nodiscard]] std::string to_json() const;
};

inline constexpr std::int64_t most_tags = 500;  // of a page

// By name; not_found where the organisation has no such page.
[[nodiscard]] Outcome<std::vector<Tag>> all_tags(database::Connection& connection, std::string_view page_id,
                                                 std::string_view organization_id);
[[nodiscard]] Outcome<std::optional<Tag>> find_tag(database::Connection& connection, std::string_view page_id,
                                                   std::string_view organization_id, std::string_view name);

// A new one, or one that is moved. Conflict where the page has as many as it may.
[[nodiscard]] Outcome<void> put_tag(database::Connection& connection, std::string_view page_id, const Tag& tag);
[[nodiscard]] Outcome<void> delete_tag(database::Connection& connection, std::string_view page_id,
                                       std::string_view name);

}  // namespace pagewright::versions
