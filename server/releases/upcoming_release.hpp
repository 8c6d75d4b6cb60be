// Releases that are not there yet: they wait for their time, are being made, or have not come about.
#pragma once

#include "server/access/standing_store.hpp"
#include "server/releases/release_job.hpp"

namespace pagewright::releases {

inline constexpr std::size_t most_named_pages = 20;
// How long one that has not come about is told of.
inline constexpr Milliseconds failed_releases_stay = 7LL * 24 * 60 * 60 * 1000;

struct UpcomingRelease {
  std::string job_id;
  std::string state;  // "waiting", "running", "failed"
  Milliseconds publish_at = 0;
  Milliseconds created_at = 0;
  std::string fault;     // why it failed, or its last attempt; for administrators: it may name any page
  std::string progress;  // of the job; empty: it has not begun
  ReleaseJob job;
  std::string author_name;
  struct Page {
    std::string id;
    std::string name;
  };
  std::vector<Page> pages = {};  // the first of those that were chosen and that the reader may view

  [[nodiscard]] std::string to_json() const;
};

// The next one first, then what failed since, the last one first.
[[nodiscard]] Outcome<std::vector<UpcomingRelease>> list_upcoming(database::Connection& connection,
                                                                  std::string_view organization_id,
                                                                  const access::Reader& reader,
                                                                  Milliseconds failed_since);

}  // namespace pagewright::releases
