// What generated templates are made of, besides HTML and CSS.
#pragma once

#include <array>
#include <string_view>

namespace pagewright::liquid::checking {

// clang-format off
inline constexpr auto filters = std::to_array<std::string_view>({
    "", "", "", "", " | upcase", " | strip", " | append: 'x'", " | prepend: '-'", " | default: 'none'",
    " | escape", " | escape_once", " | replace: 'a', '<'", " | slice: 0, 3", " | slice: 1, 40", " | truncate: 9",
    " | url_decode", " | url_encode", " | strip_html", " | split: ':' | join: '//'",
    " | split: '' | reverse | join: ''", " | remove: ' '", " | strip_newlines", " | lstrip",
});

// Tokens that mean something to HTML, CSS, URLs or Liquid.
inline constexpr auto strays = std::to_array<std::string_view>({
    "\"", "'", "&", "&lt", "&#60", "&quot;", "&amp;", "&#x3a;", "&Tab;", "<", ">", "/", "=", " ", "\n", "\v", "\f",
    "<!--", "-->", "--!>", "</textarea", "</style", "</p>", "<b>", "</b>", "<p>", "<table>", "<a ", "<svg>",
    "</svg>", "/>", "<br>", "<li>", "(", ")", "{", "}", "/*", "*/", "*", "url(", "url", "\\", ";", ":", ",", "@",
    "@import ", "!", "[", "]", "javascript:", "java", "data:", "?", "#", ".", "--", "-", "expression(",
    "image-set(", "{% comment %}x{% endcomment %}", "{% assign z = p0 %}", "<title>", "</title>", "<select>",
    "<option>", "<tr>", "<template>", "<math><mtext>", "<foreignObject>", "<iframe>", "</iframe>",
});
// clang-format on

}  // namespace pagewright::liquid::checking
