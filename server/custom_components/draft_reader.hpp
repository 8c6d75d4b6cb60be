// Reading a component out of a request's body.
#pragma once

#include "server/components/component_draft.hpp"
#include "server/components/component_fault.hpp"

namespace pagewright::custom_components {

struct ReadDraft {
  components::ComponentDraft draft;
  std::vector<components::ComponentFault> faults;  // of JSON that came as a text and is none
};

// {"definition", "template", "style"?, "partials"?, "sample"?}, whose types the description of the API has checked:
// definition and sample are objects, or texts of JSON as an editor of texts has them.
[[nodiscard]] ReadDraft read_draft(const json::Value& body);

}  // namespace pagewright::custom_components
