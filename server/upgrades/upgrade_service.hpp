// What a component's new version does to the pages that were made with an older one, before it is done: a dry run.
#pragma once

#include "server/collaboration/room.hpp"

namespace pagewright::upgrades {

struct UpgradeQuery {
  std::string component;
  std::string to;  // empty: the version that the library has
  std::int64_t limit = 20;
  std::int64_t offset = 0;
};

class UpgradeService {
 public:
  explicit UpgradeService(collaboration::Room::Surroundings surroundings) : surroundings_(std::move(surroundings)) {}

  // {"component", "to", "items": [{"id", "name", "slug", "from", "nodes": […]}], "total", "limit", "offset"}
  Task<Outcome<std::string>> dry_run(http::Caller caller, UpgradeQuery query);
  // The same, to a library that the organisation does not have yet.
  Task<Outcome<std::string>> dry_run_to(http::Caller caller, UpgradeQuery query, tokens::VersionedLibrary target);

 private:
  collaboration::Room::Surroundings surroundings_;
};

}  // namespace pagewright::upgrades
