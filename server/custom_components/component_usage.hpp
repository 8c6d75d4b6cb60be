// On which pages a component stands.
#pragma once

#include "server/access/standing_store.hpp"
#include "server/collaboration/room.hpp"

namespace pagewright::custom_components {

// On a branch of a page, as it is at present.
struct ComponentUse {
  std::string page_id;
  std::string page_name;
  std::string slug;
  std::string branch;   // its name
  std::string version;  // of the component, with which the branch was last written
  std::int64_t nodes = 0;

  [[nodiscard]] std::string to_json() const;
};

class ComponentUsage {
 public:
  explicit ComponentUsage(collaboration::Room::Surroundings surroundings) : surroundings_(std::move(surroundings)) {}

  // By the age of the pages: of those that the reader may view. Looks into every branch of every page that may have it:
  // pages in the trash don't count.
  Task<Outcome<std::vector<ComponentUse>>> find(std::string organization_id, std::string component,
                                                access::Reader reader);

 private:
  collaboration::Room::Surroundings surroundings_;
};

}  // namespace pagewright::custom_components
