// A component as somebody writes it for their organisation: the parts of docs/formats/component.md.
#pragma once

#include <string>

#include "engine/render/component_source.hpp"

namespace pagewright::components {

struct ComponentDraft {
  render::ComponentSource source;
  json::Value sample = json::Value(boost::json::object_kind);
  // As they were written, where they came as texts: faults are then at lines of these. Empty: they came as objects.
  std::string definition_text = {};
  std::string sample_text = {};

  // What is kept of them.
  [[nodiscard]] std::string kept_definition() const {
    return definition_text.empty() ? json::serialize(source.definition) : definition_text;
  }
  [[nodiscard]] std::string kept_sample() const { return sample_text.empty() ? json::serialize(sample) : sample_text; }
};

}  // namespace pagewright::components
