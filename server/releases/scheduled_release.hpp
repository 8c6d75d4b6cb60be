// Releases as jobs: at a time of one's choice, and of many pages.
#pragma once

#include "server/background/kinds.hpp"
#include "server/releases/release_service.hpp"

namespace pagewright::releases {

// Whether a release to that environment waits for its time.
[[nodiscard]] Outcome<bool> is_release_scheduled(database::Connection& connection, std::string_view organization_id,
                                                 std::string_view environment_id);

class ScheduledReleases {
 public:
  // Registers the kind of job "release.publish"; `kinds` must not outlive this.
  ScheduledReleases(database::Database& database, ReleaseService& releases, background::Kinds& kinds,
                    std::function<Milliseconds()> clock);

  // The id of the job, which administrators see, follow and can cancel, while it runs too: as long as its pointers have
  // not moved, nothing has happened. What is published is what there is at that time, in the name of the caller, who
  // must be an administrator still.
  Task<Outcome<std::string>> schedule(http::Caller caller, Batch batch, Milliseconds at);

 private:
  [[nodiscard]] BatchFollower follower_of(const background::Job& job);
  Task<background::Attempt> publish(const background::Job& job);

  database::Database& database_;
  ReleaseService& releases_;
  const std::function<Milliseconds()> clock_;
};

}  // namespace pagewright::releases
