#include "server/versions/blame_store.hpp"

#include "server/versions/mentions.hpp"

namespace pagewright::versions {
namespace {

constexpr std::string_view select_points =
    "SELECT v.id, v.version_number, v.branch, v.sequence, v.parent_id, v.merged_id FROM page_versions v ";

std::optional<Point> first_of(const database::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return Point{.version_id = row.text(0),
               .version_number = row.integer(1),
               .branch = row.text(2),
               .sequence = row.integer(3),
               .parent_id = row.optional_text(4).value_or(""),
               .merged_id = row.optional_text(5).value_or("")};
}

}  // namespace

Outcome<std::optional<LogEntry>> last_mention(database::Connection& connection, collaboration::BranchKey branch,
                                              std::int64_t up_to, const document::NodeId& node) {
  constexpr std::int64_t at_once = 200;  // what one looks for is mostly near the end
  for (;;) {
    const auto rows = TRY(connection.query(
        "SELECT o.sequence, o.author_id, u.name, o.label, o.created_at, o.operations FROM page_operations o JOIN users "
        "u ON u.id = o.author_id WHERE o.page_id = $1 AND o.branch = $2 AND o.sequence <= $3 ORDER BY o.sequence DESC "
        "LIMIT $4",
        {branch.page_id, branch.branch, up_to, at_once}));
    for (const auto row : rows) {
      up_to = row.integer(0) - 1;
      if (mentions(row.text(5), node))
        return LogEntry{.sequence = row.integer(0),
                        .author = {.id = row.text(1), .name = row.text(2)},
                        .label = row.text(3),
                        .created_at = row.integer(4)};
    }
    if (rows.empty()) return std::nullopt;
  }
}

Outcome<std::int64_t> log_begin(database::Connection& connection, collaboration::BranchKey branch) {
  const auto rows = TRY(connection.query(
      "SELECT COALESCE((SELECT MIN(sequence) FROM page_operations WHERE page_id = $1 AND branch = $2), sequence + 1) "
      "FROM page_branches WHERE page_id = $1 AND id = $2",
      {branch.page_id, branch.branch}));
  return rows.empty() ? 1 : rows.front().integer(0);
}

Outcome<std::optional<Point>> version_with(database::Connection& connection, collaboration::BranchKey branch,
                                           std::int64_t sequence) {
  return first_of(TRY(connection.query(std::string(select_points) +
                                           "WHERE v.page_id = $1 AND v.branch = $2 AND v.sequence >= $3 ORDER BY "
                                           "v.sequence, v.version_number LIMIT 1",
                                       {branch.page_id, branch.branch, sequence})));
}

Outcome<std::optional<Point>> find_point(database::Connection& connection, std::string_view page_id,
                                         std::string_view version_id) {
  return first_of(
      TRY(connection.query(std::string(select_points) + "WHERE v.page_id = $1 AND v.id = $2", {page_id, version_id})));
}

Outcome<std::optional<Point>> beginning_of(database::Connection& connection, collaboration::BranchKey branch) {
  return first_of(
      TRY(connection.query(std::string(select_points) +
                               "JOIN page_branches b ON b.base_version_id = v.id WHERE b.page_id = $1 AND b.id = $2",
                           {branch.page_id, branch.branch})));
}

}  // namespace pagewright::versions
