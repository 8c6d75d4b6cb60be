// The page templates that are part of the program.
#pragma once

#include <string>
#include <vector>

#include "engine/json/value.hpp"

namespace pagewright::templates {

struct Template {
  std::string id;  // its name: "event"
  std::string display_name;
  std::string description;
  std::string category;
  std::vector<std::string> tags;
  json::Value document;
  std::string summary_json;  // without the document
  std::string json;          // with it
};

class TemplateLibrary {
 public:
  // Reads the embedded files. Throws std::runtime_error where one is no template.
  TemplateLibrary();

  [[nodiscard]] const std::vector<Template>& all() const { return templates_; }
  [[nodiscard]] const Template* find(std::string_view id) const;

 private:
  std::vector<Template> templates_;
};

}  // namespace pagewright::templates
