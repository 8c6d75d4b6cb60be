// The structure of CSS as its specification's tokenizer reads it. https://drafts.csswg.org/css-syntax-3/#tokenization
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pagewright::checking {

struct CssShape {
  std::string structure;  // blocks, declarations, texts, url()s, at-rules and functions that do more than compute
  std::vector<std::string> urls;  // what its url()s name
};

[[nodiscard]] CssShape css_shape(std::string_view css);

}  // namespace pagewright::checking
