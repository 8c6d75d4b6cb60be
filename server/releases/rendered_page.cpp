#include "server/releases/rendered_page.hpp"

namespace pagewright::releases {

// Rendering takes longer for some than for others: who began earlier must not undo what is newer.
Outcome<void> check_still_new(database::Connection& connection, const Release& release, const Placement& page,
                              std::int64_t sequence) {
  constexpr const char* not_published = "The page was not published";
  if (!TRY(environments::find(connection, release.environment_id, release.organization_id)))
    return std::unexpected(Problem::conflict(not_published, "The environment was deleted meanwhile."));
  const auto record = TRY(collaboration::find_record(connection, page.page_id));
  if (record.slug != page.slug)
    return std::unexpected(Problem::conflict(not_published, "Its address was changed meanwhile: try again."));
  if (TRY(shown_sequence(connection, release.environment_id, page.page_id)) > sequence)
    return std::unexpected(
        Problem::conflict(not_published, "Somebody else published newer changes meanwhile: try again."));
  return {};
}

}  // namespace pagewright::releases
