// What may stand in an SVG file. Source: SVG 2, https://www.w3.org/TR/SVG2/eltindex.html and attindex.html, less what
// runs (script, handlers), loads (foreignObject, external references), links, or could set a link (animations of href).
#pragma once

#include <string_view>

namespace pagewright::svg {

enum class SvgElement : std::uint8_t {
  stays,
  is_unwrapped,  // what is in it stays
  goes           // with all that is in it
};
[[nodiscard]] SvgElement judge_svg_element(std::string_view name);

// Of an attribute without a namespace. Whether its value may stay is another matter.
[[nodiscard]] bool may_have_svg_attribute(std::string_view name);

// Of attributeName, which says what an animation changes.
[[nodiscard]] bool may_animate_svg_attribute(std::string_view name);

// True where a value of an attribute, or a style sheet, refers to nothing outside of its file: no url() but of #id, no
// @import, no escapes that could hide them.
[[nodiscard]] bool is_self_contained_css(std::string_view css);

}  // namespace pagewright::svg
