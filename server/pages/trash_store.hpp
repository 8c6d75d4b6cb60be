// Pages in the trash: deleted, until they are restored or deleted for ever.
#pragma once

#include "server/collaboration/page_record.hpp"

namespace pagewright::pages {

[[nodiscard]] Outcome<void> put_into_trash(database::Connection& connection, std::string_view page_id,
                                           Milliseconds now);

// Nothing where the organisation has no such page, in the trash or not. Until the transaction ends nobody else changes
// it.
[[nodiscard]] Outcome<std::optional<collaboration::PageRecord>> lock_any(database::Connection& connection,
                                                                         std::string_view organization_id,
                                                                         std::string_view page_id);

// With the slug that `page` has.
[[nodiscard]] Outcome<collaboration::PageRecord> take_out_of_trash(database::Connection& connection,
                                                                   const collaboration::PageRecord& page,
                                                                   Milliseconds now);

// What is in the trash of any organisation.
struct Trashed {
  std::string id;
  std::string organization_id;
  Milliseconds deleted_at = 0;
};
// What was put there by then, the oldest first, behind `after`. Nothing that an environment shows all the same.
[[nodiscard]] Outcome<std::vector<Trashed>> trashed_before(database::Connection& connection, Milliseconds time,
                                                           const Trashed& after, std::int64_t limit);

// With its versions, branches, tags and log.
[[nodiscard]] Outcome<void> erase(database::Connection& connection, std::string_view page_id);

}  // namespace pagewright::pages
