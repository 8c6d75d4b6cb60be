// The rules of tags: setting, moving and taking away.
#pragma once

#include "server/collaboration/room.hpp"
#include "server/versions/tag_store.hpp"

namespace pagewright::versions {

class TagService {
 public:
  explicit TagService(collaboration::Room::Surroundings surroundings) : surroundings_(std::move(surroundings)) {}

  Task<Outcome<std::vector<Tag>>> list(http::Caller caller, std::string page_id);
  // Gives it to a version, named by number or id, and takes it from the one that had it. Where it stands there already,
  // nothing happens.
  Task<Outcome<Tag>> put(http::Caller caller, std::string page_id, std::string name, std::string version);
  Task<Outcome<void>> remove(http::Caller caller, std::string page_id, std::string name);

 private:
  collaboration::Room::Surroundings surroundings_;
};

}  // namespace pagewright::versions
