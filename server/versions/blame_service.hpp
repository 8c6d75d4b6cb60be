// Who changed a node last, when, and in which version.
#pragma once

#include "server/collaboration/rooms.hpp"
#include "server/versions/blame_store.hpp"

namespace pagewright::versions {

class BlameService {
 public:
  BlameService(collaboration::Room::Surroundings surroundings, collaboration::Rooms& rooms)
      : surroundings_(std::move(surroundings)), rooms_(rooms) {}

  // As JSON. The log says who it was, as far back as it goes; before that, the versions. What came by a merge is
  // followed to the branch that it came from. not_found where the branch has no such node.
  Task<Outcome<std::string>> blame(http::Caller caller, std::string page_id, std::string branch, std::string node);

 private:
  // What was found; or where to go on, in which branch and up to which sequence.
  struct Step;
  struct Place {
    std::string branch;
    std::int64_t sequence = 0;
  };
  Task<Outcome<Step>> look_in_log(const http::Caller& caller, const std::string& page_id, const document::NodeId& node,
                                  Place place);
  Task<Outcome<Step>> look_in_versions(const http::Caller& caller, const std::string& page_id,
                                       const document::NodeId& node, Point newest);
  Task<Outcome<document::NodePointer>> node_in(const http::Caller& caller, const std::string& page_id,
                                               const document::NodeId& node, const std::string& version_id);
  Task<Outcome<std::optional<Point>>> point(const std::string& page_id, const std::string& version_id);

  collaboration::Room::Surroundings surroundings_;
  collaboration::Rooms& rooms_;
};

}  // namespace pagewright::versions
