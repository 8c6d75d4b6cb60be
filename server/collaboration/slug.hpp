// Slugs: the part of a page's address that is made from its name.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace pagewright::collaboration {

inline constexpr std::size_t max_slug_size = 255;

// "Our Café & Bar!" → "our-cafe-bar". A name without a letter or digit that folds to ASCII gives "page".
[[nodiscard]] std::string slug_from(std::string_view name);

// What is wrong with a slug that somebody chose, as a sentence's predicate; empty: nothing.
[[nodiscard]] std::string fault_of_slug(std::string_view slug);

// `slug`, or with the first of -2, -3 … that is not among `taken`, which is sorted.
[[nodiscard]] std::string first_free(std::string_view slug, std::span<const std::string> taken);

}  // namespace pagewright::collaboration
