// What a new version of a component may change, so that pages made with the one before can be read and upgraded.
#pragma once

#include <string>
#include <vector>

#include "engine/schema/component_definition.hpp"

namespace pagewright::components {

struct SuccessionFault {
  std::string path;  // a JSON Pointer into the new definition
  std::string message;
};

[[nodiscard]] std::vector<SuccessionFault> faults_of_succession(const schema::ComponentDefinition& before,
                                                                const schema::ComponentDefinition& after);

}  // namespace pagewright::components
