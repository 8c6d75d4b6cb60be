// The components, the theme and the base style sheet that are part of the program.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "engine/render/library.hpp"
#include "server/components/component_set.hpp"

namespace pagewright::components {

class BuiltInLibrary {
 public:
  // Reads the embedded files. Throws std::runtime_error where one is missing or no JSON. Those of `replacements` take
  // the place of the built-in ones of their names: tests bring other versions so.
  explicit BuiltInLibrary(std::vector<render::ComponentSource> replacements = {});

  // What render::Library::compile takes, with these design tokens.
  [[nodiscard]] render::LibrarySource source(json::Value tokens) const;

  [[nodiscard]] const ComponentSet& component_set() const { return component_set_; }

  [[nodiscard]] const json::Value& theme() const { return theme_; }
  [[nodiscard]] const std::string& base_css() const { return base_css_; }

  // The answers of GET /components and GET /components/:name. Null: there is none of that name.
  [[nodiscard]] const std::shared_ptr<const std::string>& listing() const { return listing_; }
  [[nodiscard]] const std::string& listing_etag() const { return listing_etag_; }
  [[nodiscard]] const std::string* item(std::string_view name) const;

 private:
  std::vector<render::ComponentSource> components_;
  ComponentSet component_set_;
  json::Value theme_;
  std::string base_css_;
  std::shared_ptr<const std::string> listing_;
  std::string listing_etag_;
  std::map<std::string, std::string, std::less<>> items_;
};

}  // namespace pagewright::components
