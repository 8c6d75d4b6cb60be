// Saving a page's state by name, and going back to an older one.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/versions/version_store.hpp"

namespace pagewright::versions {

class VersionService {
 public:
  VersionService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms)
      : surroundings_(std::move(surroundings)), rooms_(rooms) {}

  Task<Outcome<VersionList>> list(VersionQuery query);
  // The version with its document, as JSON.
  Task<Outcome<std::string>> get(http::Caller caller, std::string page_id, std::int64_t number);
  Task<Outcome<collaboration::VersionRecord>> save(http::Caller caller, std::string page_id, std::string branch,
                                                   std::string message);
  // The branch becomes what that version was, of whichever branch; the new version says so, and nothing is deleted.
  Task<Outcome<collaboration::VersionRecord>> restore(http::Caller caller, std::string page_id, std::string branch,
                                                      std::int64_t number);

  // One node, with what is below it, becomes what it was in that version: versions/node_restore.hpp.
  Task<Outcome<collaboration::VersionRecord>> restore_node(http::Caller caller, std::string page_id, std::string branch,
                                                           std::int64_t number, std::string node);

  // What differs from one version to another, or to the branch as it is ("current"): docs/formats/merge.md.
  Task<Outcome<std::string>> compare(http::Caller caller, std::string page_id, std::string branch, std::string from,
                                     std::string to);

 private:
  Task<Outcome<collaboration::VersionRecord>> change(http::Caller caller, std::shared_ptr<collaboration::Room> room,
                                                     collaboration::PageChange change);
  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
};

}  // namespace pagewright::versions
