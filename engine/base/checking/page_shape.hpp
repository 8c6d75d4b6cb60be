// What a browser makes of rendered HTML, read by Gumbo (a parser of HTML5 made by others) and by a small tokenizer of
// CSS: the shape that no prop may change, and what no prop may bring in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewright::checking {

struct PageShape {
  std::string tree;                  // elements, names of attributes, comments, structure of CSS; no texts
  std::vector<std::string> dangers;  // each in words; what a published page must not have
};

// `html` is content of a <body>.
[[nodiscard]] PageShape page_shape(std::string_view html);

}  // namespace pagewright::checking
