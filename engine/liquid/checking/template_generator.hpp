// Random templates: well-formed HTML with outputs in places of every kind, branches, loops and filters, and now and
// then a token where it does not belong.
#pragma once

#include <string>

#include "engine/base/checking/choices.hpp"
#include "engine/json/value.hpp"

namespace pagewright::liquid::checking {

using pagewright::checking::Choices;

struct GeneratedCase {
  std::string source;
  json::Value harmless;  // the same branches and as many items are taken with both
  json::Value hostile;
};

[[nodiscard]] GeneratedCase generate_case(Choices& choices);

}  // namespace pagewright::liquid::checking
