// What a request asks of the list of pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/access/standing_store.hpp"
#include "server/http/request.hpp"
#include "server/pages/page_cursor.hpp"

namespace pagewright::pages {

struct PageQuery {
  std::string organization_id;
  access::Reader reader = {};
  std::string status = {};         // empty: any
  std::string search = {};         // empty: any
  std::string owner_id = {};       // empty: anybody's
  std::string team_id = {};        // empty: of any team, and of none
  Milliseconds updated_since = 0;  // that time is among them
  bool is_trash = false;           // what was deleted, in place of what was not
  std::string sort = "-updatedAt";
  std::optional<PageCursor> cursor = {};  // in place of the offset
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};

[[nodiscard]] Outcome<PageQuery> read_page_query(const http::Request& request);

}  // namespace pagewright::pages
