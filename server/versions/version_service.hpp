// Saving a page's state by name, and going back to an older one.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/versions/version_store.hpp"

namespace pagewright::versions {

class VersionService {
 public:
  VersionService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms)
      : surroundings_(std::move(surroundings)), rooms_(rooms) {}

  Task<Outcome<VersionList>> list(http::Caller caller, std::string page_id, std::int64_t limit, std::int64_t offset);
  // The version with its document, as JSON.
  Task<Outcome<std::string>> get(http::Caller caller, std::string page_id, std::int64_t number);
  Task<Outcome<collaboration::VersionRecord>> save(http::Caller caller, std::string page_id, std::string message);
  // The page becomes what it was in that version; the new version says so, and nothing is deleted.
  Task<Outcome<collaboration::VersionRecord>> restore(http::Caller caller, std::string page_id, std::int64_t number);

  // What differs from one version to another, or to the page as it is ("current"): docs/formats/merge.md.
  Task<Outcome<std::string>> compare(http::Caller caller, std::string page_id, std::string from, std::string to);

 private:
  Task<Outcome<collaboration::VersionRecord>> change(http::Caller caller, std::string page_id,
                                                     collaboration::PageChange change);
  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
};

}  // namespace pagewright::versions
