// The SQL of giving up what is no longer kept of pages' pasts.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/collaboration/branch_record.hpp"
#include "server/problem/problem.hpp"
#include "server/retention/policy.hpp"

namespace pagewright::retention {

struct PageKey {
  std::string id;
  std::string organization_id;
};
// Pages with auto-saves from before that time, by their ids, which come after `after`: at most `limit`.
[[nodiscard]] Outcome<std::vector<PageKey>> pages_with_auto_saves(database::Connection& connection, Milliseconds before,
                                                                  std::string_view after, std::int64_t limit);
// Of one page, by branch, the newest first.
[[nodiscard]] Outcome<std::vector<AutoSave>> auto_saves_of(database::Connection& connection, std::string_view page_id);

// Deletes those of these auto-saves that nothing stands on, with documents that no version has any more, and gives
// their numbers. What stays: a branch's last version and where one began, what was merged or is the result of a merge,
// what a tag or a release names, and what has two successors. Parents of those that are deleted become their
// successors' parents.
[[nodiscard]] Outcome<std::vector<std::int64_t>> thin_out(database::Connection& connection, std::string_view page_id,
                                                          std::span<const std::string> ids);

struct LogKey {
  std::string page_id;
  std::string branch;  // its id
};
// Branches whose logs begin with what is given up, in order, after that one: at most `limit`.
[[nodiscard]] Outcome<std::vector<LogKey>> long_logs(database::Connection& connection, const Policy& policy,
                                                     Milliseconds now, const LogKey& after, std::int64_t limit);
// Deletes what is given up of a log's beginning, and says how much that was.
[[nodiscard]] Outcome<std::int64_t> shorten_log(database::Connection& connection, const LogKey& log,
                                                const Policy& policy, Milliseconds now);

// Branches with changes that are in no version, the last from before that time: nobody has opened them since the
// program ended.
struct LeftBranch {
  PageKey page;
  std::string name;
};
[[nodiscard]] Outcome<std::vector<LeftBranch>> left_branches(database::Connection& connection, Milliseconds before,
                                                             std::int64_t limit);

}  // namespace pagewright::retention
