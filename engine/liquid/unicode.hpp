// UTF-8 by characters (code points), and upper and lower case of the Latin, Greek and Cyrillic letters. Broken bytes
// count as one character each and are kept as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pagewright::liquid {

// The length in bytes of the character at text[at]; 1 for broken bytes.
[[nodiscard]] std::size_t character_length(std::string_view text, std::size_t at);
[[nodiscard]] std::size_t count_characters(std::string_view text);
// The byte offset of character `index`, or the text's size.
[[nodiscard]] std::size_t offset_of_character(std::string_view text, std::size_t index);

void append_upper(std::string& out, std::string_view text);
void append_lower(std::string& out, std::string_view text);

}  // namespace pagewright::liquid
