#include "server/components/component_fault.hpp"

#include <algorithm>

#include "server/base/json_text.hpp"

namespace pagewright::components {

std::string_view name_of(Part part) {
  switch (part) {
    case Part::definition:
      return "definition";
    case Part::template_:
      return "template";
    case Part::style:
      return "style";
    case Part::partial:
      return "partial";
    case Part::sample:
      return "sample";
  }
  __builtin_unreachable();
}

std::string ComponentFault::to_json() const {
  JsonText text;
  text.text("severity", severity == Severity::error ? "error" : "warning").text("file", name_of(part));
  if (part == Part::partial) text.text("partial", partial);
  text.raw("line", line ? std::to_string(*line) : "null").raw("column", column ? std::to_string(*column) : "null");
  if (part == Part::definition || part == Part::sample) text.text("path", path);
  return text.text("message", message).take();
}

bool has_errors(const std::vector<ComponentFault>& faults) {
  return std::ranges::any_of(
      faults, [](const ComponentFault& fault) { return fault.severity == ComponentFault::Severity::error; });
}

}  // namespace pagewright::components
