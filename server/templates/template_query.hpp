// What somebody looks for in the gallery of templates.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/base/fold.hpp"

namespace pagewright::templates {

struct TemplateQuery {
  std::string organization_id;
  std::string search = {};    // a part of its texts; empty: any
  std::string category = {};  // exactly; empty: any
  std::string tag = {};       // exactly, but for case and accents; empty: any
  std::string source = {};    // built-in, organization or marketplace; empty: all
  std::string sort = "name";
  std::int64_t limit = 50;
  std::int64_t offset = 0;
};

inline constexpr std::array<std::string_view, 4> sort_orders{"name", "-name", "-installs", "-createdAt"};
inline constexpr std::array<std::string_view, 3> sources{"built-in", "organization", "marketplace"};

// As tags are searched for: each between line breaks, folded.
[[nodiscard]] std::string tag_text(const std::vector<std::string>& tags);
// As a template is searched for by its texts, and put in order by its name: folded.
template <typename AnyTemplate>
[[nodiscard]] std::string search_text(const AnyTemplate& item) {
  return fold(item.display_name) + "\n" + fold(item.description) + "\n" + fold(item.category) + tag_text(item.tags);
}
[[nodiscard]] bool has_tag(const std::vector<std::string>& tags, std::string_view wanted);

}  // namespace pagewright::templates
