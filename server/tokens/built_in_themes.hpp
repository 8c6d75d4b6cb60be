// The themes that come with the program: sets of design tokens to begin with, library/themes/<name>.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewright::tokens {

struct BuiltInTheme {
  std::string name;          // of its file: "harbour"
  std::string display_name;  // "Harbour"
  std::string description;   // one sentence
  std::string_view tokens;   // a DTCG document; lives as long as the program
};

// Sorted by name.
[[nodiscard]] std::vector<BuiltInTheme> built_in_themes();

}  // namespace pagewright::tokens
