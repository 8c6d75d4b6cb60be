#include "server/templates/template_query.hpp"

#include <algorithm>

namespace pagewright::templates {

std::string tag_text(const std::vector<std::string>& tags) {
  std::string text = "\n";
  for (const std::string& tag : tags) text += fold(tag) + "\n";
  return text;
}

bool has_tag(const std::vector<std::string>& tags, std::string_view wanted) {
  return std::ranges::any_of(tags, [&](const std::string& tag) { return fold(tag) == fold(wanted); });
}

}  // namespace pagewright::templates
