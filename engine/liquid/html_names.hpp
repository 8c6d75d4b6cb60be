// What HTML's elements and attributes mean for templates. Names are lower case.
// https://html.spec.whatwg.org/multipage/indices.html
#pragma once

#include <cstdint>
#include <string_view>

namespace pagewright::liquid {

// What a browser does with an element's content.
enum class Content : std::uint8_t {
  elements,
  none,       // void elements: br, img …
  escapable,  // title, textarea: text with character references
  style,
  raw,     // iframe: text as it stands
  refused  // scripts, and elements of no use on a page without scripts
};

[[nodiscard]] Content content_of(std::string_view element);

// What an attribute's value is to a browser.
enum class AttributeKind : std::uint8_t { plain, url, image_url, image_url_list, css, refused };

[[nodiscard]] AttributeKind kind_of_attribute(std::string_view element, std::string_view attribute);

// Elements no attribute of which may hold an output: what they load or change is code, or the whole page.
[[nodiscard]] bool has_literal_attributes_only(std::string_view element);

}  // namespace pagewright::liquid
