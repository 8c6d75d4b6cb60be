// What a dynamic CSS value may be.
#pragma once

#include <string_view>

namespace pagewright::liquid {

// True for lengths, numbers, colours, keywords and the like, and for functions that only compute (var, calc, rgb …).
// Nothing that passes can end the declaration, load a resource, open a string or a comment, or leave the attribute or
// style element.
[[nodiscard]] bool is_plain_css_value(std::string_view text);

}  // namespace pagewright::liquid
