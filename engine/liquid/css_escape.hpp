// Escapes of CSS, safe in a <style> element and in a quoted attribute alike: no character that HTML reads is left.
// https://drafts.csswg.org/css-syntax-3/#consume-escaped-code-point
#pragma once

#include <string>
#include <string_view>

namespace pagewright::liquid {

void append_css_escape(std::string& out, char c);

// For a text in quotes.
void append_css_string(std::string& out, std::string_view text);
// For (part of) the name of a class, an id or a custom property. `begins`: nothing of the name stands before it.
void append_css_name(std::string& out, std::string_view text, bool begins);

}  // namespace pagewright::liquid
