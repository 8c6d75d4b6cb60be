#include "server/branches/merge_store.hpp"

namespace pagewright::branches {

Outcome<Ancestry> ancestry_of(database::Connection& connection, std::string_view page_id) {
  Ancestry ancestry;
  const auto rows =
      TRY(connection.query("SELECT id, parent_id, merged_id FROM page_versions WHERE page_id = $1", {page_id}));
  for (const auto row : rows)
    ancestry.add(row.text(0), row.optional_text(1).value_or(""), row.optional_text(2).value_or(""));
  return ancestry;
}

Outcome<void> check_no_other_merge(database::Connection& connection, std::string_view page_id, const Branch& into,
                                   std::string_view version_id) {
  const auto others = TRY(
      connection.query("SELECT 1 FROM page_versions WHERE page_id = $1 AND branch = $2 AND merged_id IS NOT NULL AND "
                       "version_number > $3 AND id <> $4",
                       {page_id, into.record.id, into.head.version_number, version_id}));
  if (others.empty()) return {};
  return std::unexpected(Problem::unavailable("Another branch was just merged into this one: try again."));
}

}  // namespace pagewright::branches
