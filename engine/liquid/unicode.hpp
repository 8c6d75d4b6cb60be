// UTF-8 by characters (code points), and upper and lower case of the Latin, Greek and Cyrillic letters. Broken bytes
// count as one character each and are kept as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pagewright::liquid {

// The length in bytes of the character at text[at]; 1 for broken bytes.
[[nodiscard]] std::size_t character_length(std::string_view text, std::size_t at);
// The offset of the last character of a text that is not empty.
[[nodiscard]] std::size_t last_character(std::string_view text);
[[nodiscard]] std::size_t count_characters(std::string_view text);
// The byte offset of character `index`, or the text's size.
[[nodiscard]] std::size_t offset_of_character(std::string_view text, std::size_t index);

[[nodiscard]] bool is_valid_utf8(std::string_view text);
// Appends the text with U+FFFD in place of each broken byte.
void append_valid_utf8(std::string& out, std::string_view text);

void append_upper(std::string& out, std::string_view text);
void append_lower(std::string& out, std::string_view text);

}  // namespace pagewright::liquid
