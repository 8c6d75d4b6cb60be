// The SQL of asking who changed something last.
#pragma once

#include <optional>
#include <string>

#include "engine/document/node.hpp"
#include "server/collaboration/branch_record.hpp"
#include "server/collaboration/version_record.hpp"
#include "server/problem/problem.hpp"

namespace pagewright::versions {

// A transaction of the log, without its operations.
struct LogEntry {
  std::int64_t sequence = 0;
  collaboration::Author author;
  std::string label;
  Milliseconds created_at = 0;
};
// The last one up to that sequence that is about the node.
[[nodiscard]] Outcome<std::optional<LogEntry>> last_mention(database::Connection& connection,
                                                            collaboration::BranchKey branch, std::int64_t up_to,
                                                            const document::NodeId& node);

// The sequence of the first transaction that the log still has; where it has none, of the next one that will be.
[[nodiscard]] Outcome<std::int64_t> log_begin(database::Connection& connection, collaboration::BranchKey branch);

// Where a version stands.
struct Point {
  std::string version_id;
  std::int64_t version_number = 0;
  std::string branch;  // its id
  std::int64_t sequence = 0;
  std::string parent_id;
  std::string merged_id;
};
// The first version of a branch that has all up to that sequence.
[[nodiscard]] Outcome<std::optional<Point>> version_with(database::Connection& connection,
                                                         collaboration::BranchKey branch, std::int64_t sequence);
// By its id, which may be empty: nothing then.
[[nodiscard]] Outcome<std::optional<Point>> find_point(database::Connection& connection, std::string_view page_id,
                                                       std::string_view version_id);
// The version where a branch began; nothing for main.
[[nodiscard]] Outcome<std::optional<Point>> beginning_of(database::Connection& connection,
                                                         collaboration::BranchKey branch);

}  // namespace pagewright::versions
