// Pictures: how large one is, and smaller ones of it for smaller screens.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/problem/problem.hpp"

namespace pagewright::assets {

// A picture may have so many pixels: what it takes in memory when it is decoded is some four bytes for each.
inline constexpr std::int64_t most_pixels = 50'000'000;
// On each side: what WebP can hold.
inline constexpr std::int64_t most_pixels_on_a_side = 16'383;

struct PictureSize {
  std::int64_t width = 0;  // as it is seen, with its orientation applied
  std::int64_t height = 0;
  bool is_animated = false;
};

// Reads the header only: nothing is decoded. Validation where it is too large or no picture that can be read.
[[nodiscard]] Outcome<PictureSize> measure(std::string_view bytes);

struct Variant {
  std::int64_t width = 0;
  std::int64_t height = 0;
  std::string webp;
};

enum class Detail : std::uint8_t { photo, drawing };  // drawings have sharp edges, which show what is left out

// Of the variants of such a picture, the smallest first.
[[nodiscard]] std::vector<std::int64_t> variant_widths(const PictureSize& size);

// WebP of those of our widths that are smaller than the picture's, and of its own where that is not larger than the
// largest; the smallest first. Upright, in sRGB, and without what was noted in the file: where it was taken, and by
// what. Each is given to `take` as soon as it is made. Validation where the picture turns out to be damaged.
[[nodiscard]] Outcome<void> make_variants(std::string_view bytes, const PictureSize& size, Detail detail,
                                          const std::function<Outcome<void>(Variant)>& take);

}  // namespace pagewright::assets
