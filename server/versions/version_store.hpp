// Reading versions. They are written by the page's room.
#pragma once

#include <vector>

#include "server/collaboration/room_store.hpp"

namespace pagewright::versions {

struct VersionList {
  std::vector<collaboration::VersionRecord> items;
  std::int64_t total = 0;
};

struct VersionQuery {
  std::string page_id;
  std::string organization_id;
  std::string branch = {};  // its name; empty: of all
  std::string tag = {};     // empty: with any or none
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};

// Newest first; not_found where the organisation has no such page.
[[nodiscard]] Outcome<VersionList> list(database::Connection& connection, const VersionQuery& query);
[[nodiscard]] Outcome<collaboration::VersionRecord> find(database::Connection& connection, std::string_view page_id,
                                                         std::string_view organization_id, std::int64_t number);
[[nodiscard]] Outcome<collaboration::VersionRecord> find_by_id(database::Connection& connection,
                                                               std::string_view page_id,
                                                               std::string_view organization_id, std::string_view id);

}  // namespace pagewright::versions
