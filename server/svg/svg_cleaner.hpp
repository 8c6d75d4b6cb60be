// SVG made safe: what is known to draw stays, all else goes. Nothing in the result runs, loads or links anything.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/problem/problem.hpp"

namespace pagewright::svg {

inline constexpr std::size_t most_svg_bytes = 2 * 1024 * 1024;

struct CleanSvg {
  std::string text;
  std::optional<std::int64_t> width;  // in CSS pixels; nothing where it does not say
  std::optional<std::int64_t> height;
};

// Stays: elements and attributes of a list (svg_vocabulary.hpp), references to parts of the same file (#id), and raster
// pictures that are in the file (data:image/png and the like). Elements that are not on the list go with all that is
// in them; links go, and what they stood around stays. Validation for what is no XML, larger than most_svg_bytes, no
// SVG, or defines entities.
[[nodiscard]] Outcome<CleanSvg> clean_svg(std::string_view text);

}  // namespace pagewright::svg
