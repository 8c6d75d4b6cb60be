// What HTML's elements and attributes mean for templates. Names are lower case.
// https://html.spec.whatwg.org/multipage/indices.html
#pragma once

#include <cstdint>
#include <string_view>

namespace pagewright::liquid {

// https://infra.spec.whatwg.org/#ascii-whitespace: the white space of HTML and CSS, which a vertical tab is not.
[[nodiscard]] constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
[[nodiscard]] constexpr char to_html_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// What a browser does with an element's content.
enum class Content : std::uint8_t {
  elements,
  none,       // void elements: br, img …
  escapable,  // title, textarea: text with character references
  style,
  raw,     // iframe: text as it stands
  refused  // see refusal_of_element
};

[[nodiscard]] Content content_of(std::string_view element);

// Why a template may not hold this element, and what to write instead. Empty: it may.
[[nodiscard]] std::string_view refusal_of_element(std::string_view element);

// What an attribute's value is to a browser.
enum class AttributeKind : std::uint8_t {
  plain,
  url,
  url_list,  // several, between spaces: ping
  image_url,
  image_url_list,  // srcset
  css,             // declarations: style
  css_value,       // SVG's fill, filter …: they may load what url() names
  literal,         // it decides what a browser allows: no output may
  refused          // code
};

[[nodiscard]] AttributeKind kind_of_attribute(std::string_view element, std::string_view attribute);

[[nodiscard]] constexpr bool is_url(AttributeKind kind) {
  return kind == AttributeKind::url || kind == AttributeKind::url_list || kind == AttributeKind::image_url ||
         kind == AttributeKind::image_url_list;
}
[[nodiscard]] constexpr bool is_css(AttributeKind kind) {
  return kind == AttributeKind::css || kind == AttributeKind::css_value;
}

// Elements no attribute of which may hold an output: what they load or change is code, or the whole page.
[[nodiscard]] bool has_literal_attributes_only(std::string_view element);

// Why a literal value may not stand in an attribute that a template may have. Empty: it may.
[[nodiscard]] std::string_view refusal_of_value(std::string_view element, std::string_view attribute,
                                                std::string_view value);

}  // namespace pagewright::liquid
