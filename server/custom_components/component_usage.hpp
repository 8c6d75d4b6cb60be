// On which pages a component stands.
#pragma once

#include "server/collaboration/room.hpp"
#include "server/custom_components/component_use_store.hpp"

namespace pagewright::custom_components {

class ComponentUsage {
 public:
  explicit ComponentUsage(collaboration::Room::Surroundings surroundings) : surroundings_(std::move(surroundings)) {}

  // As it is at present: looks into the branches that have changed since somebody asked last, and counts those.
  Task<Outcome<ComponentUses>> find(UseQuery query);

 private:
  Task<Outcome<void>> count_changed(std::string organization_id);

  collaboration::Room::Surroundings surroundings_;
};

}  // namespace pagewright::custom_components
