// Writing a release of any number of pages in one transaction, and showing it after the commit.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/environments/environment_records.hpp"
#include "server/environments/published_pages.hpp"
#include "server/http/caller.hpp"
#include "server/releases/release_history_store.hpp"

namespace pagewright::releases {

// What is to happen to an environment: which pages it shows otherwise, and which no more.
struct Move {
  environments::Environment environment;
  std::vector<Placement> shown;
  std::vector<std::string> taken_off;  // ids of pages
};

// What was written, for what is kept in memory.
struct WrittenRelease {
  struct Shown {
    Placement placement;
    std::shared_ptr<const sites::Artifact> artifact;
    Milliseconds first_published_at = 0;
  };
  ReleaseRecord record;
  environments::Environment environment;
  std::vector<Shown> shown;
  std::vector<std::string> taken_off;
  std::vector<collaboration::PageRecord> pages;  // whose rows have changed
};

// The release, its pages with their pointers and their status, the event and the audit row. The artifacts are there.
// Conflict where a page outside of the move is shown at one of the addresses.
[[nodiscard]] Outcome<WrittenRelease> write_release(database::Connection& connection, const http::Caller& caller,
                                                    const Move& move, const Release& release);

// In the order of commits. Visitors see it after published.show().
void show_release(const WrittenRelease& written, collaboration::Rooms& rooms, environments::PublishedPages& published);

}  // namespace pagewright::releases
