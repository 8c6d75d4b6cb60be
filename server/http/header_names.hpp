// Header names are compared without regard to case.
#pragma once

#include <algorithm>
#include <string_view>

namespace pagewright::http {

[[nodiscard]] constexpr char to_lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
}

[[nodiscard]] constexpr bool is_same_header(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return to_lower(x) == to_lower(y); });
}

}  // namespace pagewright::http
