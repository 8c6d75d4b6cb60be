// HTML text and attribute escaping, and the rule for safe URLs, shared by templates, rich text and charts.
// Source: https://html.spec.whatwg.org/multipage/parsing.html
#pragma once

#include <string>
#include <string_view>

#include "engine/base/text_writer.hpp"

namespace pagewright::html {

// Appends `text` with & < > " ' replaced by character references: safe as element text and inside a quoted attribute.
// NUL, which HTML cannot carry, becomes U+FFFD.
void append_escaped(std::string& out, std::string_view text);
void write_escaped(TextWriter& out, std::string_view text);

// True when a browser would follow `url` only to a safe place: a relative URL, a fragment, or one of the schemes http,
// https, mailto, tel, sms. Control characters and white space that browsers drop before reading a scheme don't hide
// one.
[[nodiscard]] bool is_safe_url(std::string_view url);

// As is_safe_url, and data:image/ URLs of raster formats (png, jpeg, gif, webp, avif), for images.
[[nodiscard]] bool is_safe_image_url(std::string_view url);

}  // namespace pagewright::html
