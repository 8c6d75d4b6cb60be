// What a dynamic CSS value may be.
#pragma once

#include <string_view>

namespace pagewright::liquid {

// True for lengths, numbers, colours, keywords and the like, for functions that only compute (var, calc, rgb …), and
// for those with !important behind them.
// Nothing that passes can end the declaration, load a resource, open a string or a comment, or leave the attribute or
// style element. `before` is the output so far: a function's name may not go on there.
[[nodiscard]] bool is_plain_css_value(std::string_view text, std::string_view before = {});

}  // namespace pagewright::liquid
