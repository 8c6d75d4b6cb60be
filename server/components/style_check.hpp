// The rules of a component's style sheet: it styles its own component only, and loads nothing.
// docs/formats/component.md
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pagewright::components {

struct StyleFault {
  std::size_t offset = 0;
  std::string message;
  bool is_warning = false;
};

// `is_token` says whether a custom property ("--color-text") comes from the design tokens. In the order of the text, at
// most 50.
[[nodiscard]] std::vector<StyleFault> faults_of_style(std::string_view css, std::string_view component,
                                                      const std::function<bool(std::string_view)>& is_token);

}  // namespace pagewright::components
