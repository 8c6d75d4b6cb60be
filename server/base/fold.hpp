// Texts as searching compares them.
#pragma once

#include <string>
#include <string_view>

namespace pagewright {

// `text` in lower case without accents, for slugs and for search: "Café Ærø" → "cafe aero".
[[nodiscard]] std::string fold(std::string_view text);

// The pattern for LIKE … ESCAPE '\' that finds `text` anywhere: LIKE's own characters stand for themselves.
[[nodiscard]] std::string contains_pattern(std::string_view text);

}  // namespace pagewright
