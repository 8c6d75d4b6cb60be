// Reading versions. They are written by the page's room.
#pragma once

#include <vector>

#include "server/collaboration/room_store.hpp"

namespace pagewright::versions {

struct VersionList {
  std::vector<collaboration::VersionRecord> items;
  std::int64_t total = 0;
};

// Newest first; not_found where the organisation has no such page.
[[nodiscard]] Outcome<VersionList> list(database::Connection& connection, std::string_view page_id,
                                        std::string_view organization_id, std::int64_t limit, std::int64_t offset);
[[nodiscard]] Outcome<collaboration::VersionRecord> find(database::Connection& connection, std::string_view page_id,
                                                         std::string_view organization_id, std::int64_t number);

}  // namespace pagewright::versions
