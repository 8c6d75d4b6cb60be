#include "server/releases/release_check.hpp"

#include "server/background/job_service.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::releases {
namespace {

// A release is shown right after its commit: what is not there at the first look may be at the next.
constexpr std::int64_t looks = 3;

}  // namespace

Outcome<void> schedule_check(database::Connection& connection, const Release& release) {
  return background::enqueue(connection,
                             {.kind = std::string(kind_of_check),
                              .organization_id = {},
                              .payload = JsonText().text("releaseId", release.id).take(),
                              .run_at = release.created_at,
                              .max_attempts = looks},
                             release.created_at);
}

}  // namespace pagewright::releases
