// What is done to an output, by the place in HTML that it stands in. Chosen when compiling, done when running.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/base/text_writer.hpp"
#include "engine/liquid/value.hpp"

namespace pagewright::liquid {

enum class OutputEscape : std::uint8_t {
  none,                // captures, conformance suites
  html,                // element text, RCDATA, quoted attributes
  html_with_breaks,    // newline_to_br in element text
  url,                 // the start of a URL: an unsafe scheme makes it about:invalid
  image_url,           // the same, raster data: images allowed
  image_url_list,      // srcset: a URL, or several candidates
  url_list,            // ping: several URLs between spaces
  url_path_no_scheme,  // behind a prefix that holds no delimiter yet: no colon may appear
  url_path,
  url_component,  // in a query or fragment
  css_value,      // a property's value: anything that is no plain value becomes `initial`
  css_string,     // a text in quotes
  css_name,       // part of the name of a class, id or custom property
  css_name_start,
  css_url,  // url(): as image_url, url_path_no_scheme and url_path
  css_url_path_no_scheme,
  css_url_path,
};

void append_value(TextWriter& out, const Value& value, OutputEscape escape);

void append_percent_encoded(std::string& out, char c);

// Appends `text` line by line, with <br /> before each line feed.
template <typename AppendLine>
void append_lines_with_breaks(std::string& out, std::string_view text, AppendLine append_line) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    const bool has_return = end > 0 && text[end - 1] == '\r';
    append_line(out, text.substr(0, has_return ? end - 1 : end));
    out += "<br />\n";
    text.remove_prefix(end + 1);
  }
  append_line(out, text);
}

}  // namespace pagewright::liquid
