// Listing pages, and changing the settings of one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/pages/page_query.hpp"

namespace pagewright::pages {

struct PageList {
  std::vector<collaboration::PageRecord> items;
  std::int64_t total = 0;               // with those before and behind
  std::optional<PageCursor> next = {};  // nothing: these are the last
};
[[nodiscard]] Outcome<PageList> list(database::Connection& connection, const PageQuery& query);

// `slug`, or the first of slug-2, slug-3 … that no other page has.
[[nodiscard]] Outcome<std::string> free_slug(database::Connection& connection, std::string_view organization_id,
                                             std::string_view slug, std::string_view page_id);
// The id of the other page that has the slug; empty where it is free.
[[nodiscard]] Outcome<std::string> holder_of_slug(database::Connection& connection, std::string_view organization_id,
                                                  std::string_view slug, std::string_view page_id);

// Name, slug, description, metadata and status.
[[nodiscard]] Outcome<void> update_settings(database::Connection& connection, const collaboration::PageRecord& page);
[[nodiscard]] Outcome<void> set_owner(database::Connection& connection, std::string_view page_id,
                                      std::string_view owner_id);

}  // namespace pagewright::pages
