// A component of a library, ready to render.
#pragma once

#include "engine/render/library.hpp"

namespace pagewright::render {

struct Library::Component {
  static constexpr std::size_t most_variables = 128;

  std::shared_ptr<const schema::ComponentDefinition> definition;
  liquid::Program program;
  std::string css;                                 // compact
  std::vector<std::size_t> tokens;                 // indexes of the tokens that the css refers to
  std::vector<const json::Value*> default_values;  // of the program's variables; null: none
  std::size_t index;                               // among the library's components, by name
};

}  // namespace pagewright::render
