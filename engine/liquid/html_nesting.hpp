// Which elements a browser leaves where a template puts them. A start tag that ends other elements, and text that is
// moved out of a table, would give a page another shape than its template has, or another one for each text.
// https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/liquid/html_context.hpp"

namespace pagewright::liquid {

// What is wrong with a start tag of `element` inside the open elements, outermost first. Empty: nothing.
[[nodiscard]] std::string fault_of_nesting(std::span<const OpenElement> open, std::string_view element,
                                           bool is_foreign);

// What is wrong with text there. Empty: nothing.
[[nodiscard]] std::string fault_of_text(std::span<const OpenElement> open);

}  // namespace pagewright::liquid
