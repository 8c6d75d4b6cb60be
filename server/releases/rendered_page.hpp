// Pages on their way to a release: inside of the release service.
#pragma once

#include "server/releases/release_service.hpp"
#include "server/releases/released_settings.hpp"

namespace pagewright::releases {

// All that a page needs to be rendered beside itself.
struct ReleaseService::Site {
  organisations::Organisation organisation;
  std::vector<environments::Environment> environments;
  std::int64_t design_version = 1;  // of the library, or an earlier one where it has just changed
  tokens::SharedLibrary library;
};

struct ReleaseService::Ready {
  std::shared_ptr<collaboration::Room> room;
  collaboration::Room::State state;  // what was rendered
  Placement placement;
  components::ComponentSet components;  // that the page has; not stored yet
  std::shared_ptr<const sites::Artifact> artifact;
};

// Conflict where the environment is gone, the page has got another address, or newer changes were published, since it
// was rendered at `sequence`.
[[nodiscard]] Outcome<void> check_still_new(database::Connection& connection, const Release& release,
                                            const Placement& page, std::int64_t sequence);

}  // namespace pagewright::releases
