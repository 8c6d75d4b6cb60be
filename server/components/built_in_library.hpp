// The components, the theme and the base style sheet that are part of the program.
#pragma once

#include <map>
#include <string>

#include "engine/render/library.hpp"
#include "server/components/component_set.hpp"

namespace pagewright::components {

class BuiltInLibrary {
 public:
  // Reads the embedded files. Throws std::runtime_error where one is missing or no JSON. Those of `replacements` take
  // the place of the built-in ones of their names: tests bring other versions so.
  explicit BuiltInLibrary(std::vector<render::ComponentSource> replacements = {});

  // What render::Library::compile takes, with these design tokens. One of `more` takes the place of the built-in one of
  // its name: an organisation may have had it before it was built in.
  [[nodiscard]] render::LibrarySource source(json::Value tokens, std::vector<render::ComponentSource> more = {}) const;

  [[nodiscard]] const ComponentSet& component_set() const { return component_set_; }

  [[nodiscard]] const json::Value& theme() const { return theme_; }
  [[nodiscard]] const std::string& base_css() const { return base_css_; }

  // What the API says of each, by name: JSON.
  using Items = std::map<std::string, std::string, std::less<>>;
  [[nodiscard]] const Items& items() const { return items_; }
  // Null: there is none of that name.
  [[nodiscard]] const std::string* item(std::string_view name) const;

 private:
  std::vector<render::ComponentSource> components_;
  ComponentSet component_set_;
  json::Value theme_;
  std::string base_css_;
  Items items_;
};

}  // namespace pagewright::components
