// A branch of a page: a document of its own with its own log, which began as one of the page's versions.
#pragma once

#include <string>
#include <string_view>

#include "server/base/timestamp.hpp"
#include "server/database/database.hpp"

namespace pagewright::collaboration {

// The id, and the name, of the branch that every page has.
inline constexpr std::string_view main_branch = "main";

// Which of a page's live documents.
struct BranchKey {
  std::string_view page_id;
  std::string_view branch = main_branch;  // its id
};

struct BranchRecord {
  std::string id;  // "main", or a UUID
  std::string name;
  bool is_protected = false;  // changed, and merged into, by administrators only
  std::int64_t sequence = 0;  // of its last transaction
  Milliseconds created_at = 0;
  std::string base_version_id = {};  // where it began; empty for main
};

// The columns of page_branches b that read_branch expects, in order.
inline constexpr std::string_view branch_columns =
    "b.id, b.name, b.is_protected, b.sequence, b.created_at, b.base_version_id";
[[nodiscard]] BranchRecord read_branch(database::Row row);

}  // namespace pagewright::collaboration
