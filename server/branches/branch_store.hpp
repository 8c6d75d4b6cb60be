// The SQL of a page's branches.
#pragma once

#include <vector>

#include "server/collaboration/branch_record.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::branches {

// A version, as a branch stands on it.
struct Head {
  std::string version_id;
  std::int64_t version_number = 0;
  std::string branch;         // the id of the version's branch
  std::int64_t sequence = 0;  // in that branch
  std::optional<std::string> component_set_id = {};
  std::string snapshot_hash;
};

struct Branch {
  collaboration::BranchRecord record;
  Head head;  // its last version, or the one where it began

  [[nodiscard]] bool has_unsaved_changes() const;
  [[nodiscard]] std::string to_json() const;
};

inline constexpr std::int64_t most_branches = 100;

// Main first, the others by name; not_found where the organisation has no such page.
[[nodiscard]] Outcome<std::vector<Branch>> all(database::Connection& connection, std::string_view page_id,
                                               std::string_view organization_id);
// By its name.
[[nodiscard]] Outcome<Branch> find(database::Connection& connection, std::string_view page_id,
                                   std::string_view organization_id, std::string_view name);
// A version by its number or id.
[[nodiscard]] Outcome<Head> find_version(database::Connection& connection, std::string_view page_id,
                                         std::string_view organization_id, std::string_view version);

// Branch ids are given by the caller. Conflict where the name is taken, or the page has as many branches as it may.
[[nodiscard]] Outcome<void> insert(database::Connection& connection, std::string_view page_id,
                                   const collaboration::BranchRecord& branch, const Head& base);
// Conflict where the name is taken.
[[nodiscard]] Outcome<void> update(database::Connection& connection, std::string_view page_id,
                                   const collaboration::BranchRecord& branch);
// Its log goes, and its document where no version has it; its versions stay, for other branches may stand on them.
[[nodiscard]] Outcome<void> mark_deleted(database::Connection& connection, collaboration::BranchKey key,
                                         Milliseconds now);

}  // namespace pagewright::branches
