// Saving a page's state by name, and going back to an older one.
#pragma once

#include "engine/merge/merge.hpp"
#include "server/collaboration/rooms.hpp"
#include "server/versions/version_store.hpp"

namespace pagewright::versions {

// A version that a branch is to become again.
struct Restoration {
  std::int64_t number = 0;
  // The version, by number or id, that the person saw who decided it: what others have changed since is merged with it.
  // Nothing: the branch becomes equal to the version.
  std::optional<std::string> base = {};
  merge::Resolutions resolutions = {};  // of the conflicts that such a merge had
};

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
                                                      Restoration wish);

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
