// A component as it is written: the parts of its folder, and the JSON in which they travel. docs/formats/component.md
#pragma once

#include <string>
#include <vector>

#include "engine/json/value.hpp"
#include "engine/liquid/program.hpp"

namespace pagewright::render {

// What {% render "<name>" %} puts in: partials/<name>.liquid.
struct PartialSource {
  std::string name;
  std::string text;
};

struct ComponentSource {
  json::Value definition;
  std::string template_text;
  std::string style;
  std::vector<PartialSource> partials = {};  // this component's alone
};

constexpr std::size_t most_partials = 50;  // of a component

// Reads {"definition", "template", "style", "partials"?: {"<name>": "<text>"}}; other members are left alone. Error
// invalid_request names what is missing or of another type.
[[nodiscard]] Result<ComponentSource> component_source_from_json(const json::Value& source);

// What that reads. Without "partials" where there are none.
[[nodiscard]] json::Object component_source_json(const ComponentSource& source);

// A fault for each partial with a name that none may have or that another one has, and for too many.
[[nodiscard]] std::vector<Diagnostic> check_partials(const std::vector<PartialSource>& partials);

// The partials as the compiler takes them; they refer to `partials`.
[[nodiscard]] std::vector<liquid::Partial> compiler_partials(const std::vector<PartialSource>& partials);

}  // namespace pagewright::render
