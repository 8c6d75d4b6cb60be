// Listing pages, and changing the settings of one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/collaboration/page_record.hpp"

namespace pagewright::pages {

struct PageQuery {
  std::string organization_id;
  std::string status;     // empty: any
  std::string search;     // empty: any
  bool is_trash = false;  // what was deleted, in place of what was not
  std::string sort = {};  // one of sort_orders; empty: the latest change first, in the trash the latest deletion
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};
inline constexpr std::initializer_list<std::string_view> sort_orders = {
    "updatedAt", "-updatedAt", "createdAt", "-createdAt", "name", "-name", "deletedAt", "-deletedAt"};

struct PageList {
  std::vector<collaboration::PageRecord> items;
  std::int64_t total = 0;
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
