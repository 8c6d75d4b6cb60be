// What is wrong with a component that somebody writes, and where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/error.hpp"

namespace pagewright::components {

enum class Part : std::uint8_t { definition, template_, style, partial, sample };
[[nodiscard]] std::string_view name_of(Part part);

struct ComponentFault {
  enum class Severity : std::uint8_t { error, warning };

  Part part = Part::definition;
  std::string message;
  std::string partial = {};  // the name of the partial that it is in
  std::string path = {};     // in the definition and the sample: a JSON Pointer
  // From 1. Nothing in a part that came as an object and has no lines.
  std::optional<unsigned> line = {};
  std::optional<unsigned> column = {};
  Severity severity = Severity::error;

  [[nodiscard]] std::string to_json() const;
};

[[nodiscard]] bool has_errors(const std::vector<ComponentFault>& faults);

}  // namespace pagewright::components
