// Documents as they are stored: once a page for equal bytes, however many versions and branches have them.
#pragma once

#include "server/collaboration/version_record.hpp"

namespace pagewright::collaboration {

// Until the transaction ends, no other one puts or drops documents of this page. Writing the page's row does the same.
[[nodiscard]] Outcome<void> lock_page(database::Connection& connection, std::string_view page_id);

// Does nothing where the page has it already. After lock_page.
[[nodiscard]] Outcome<void> put_snapshot(database::Connection& connection, std::string_view page_id,
                                         const DocumentText& texts);

// Deletes the documents of a page that neither a version nor a branch has any more, and says how many those were.
// After lock_page.
[[nodiscard]] Outcome<std::int64_t> drop_unused_snapshots(database::Connection& connection, std::string_view page_id);

}  // namespace pagewright::collaboration
