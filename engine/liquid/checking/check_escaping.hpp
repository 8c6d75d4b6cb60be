// The promise of contextual escaping, checked for one generated template: if it compiles, hostile props give a page of
// the same shape as harmless ones, and nothing dangerous.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/checking/choices.hpp"
#include "engine/json/value.hpp"

namespace pagewright::liquid::checking {

using pagewright::checking::Choices;

struct EscapingCheck {
  bool was_accepted = false;
  std::string broken;  // what is wrong, with template and output. Empty: the promise holds
};

[[nodiscard]] EscapingCheck check_escaping(Choices& choices);
// The same for a given template.
[[nodiscard]] EscapingCheck check_escaping(std::string_view source, const json::Value& harmless,
                                           const json::Value& hostile);

}  // namespace pagewright::liquid::checking
