// Texts are UTF-8: what is cut from one must be as well, or it is no JSON and no text of a WebSocket any more.
#pragma once

#include <cstddef>
#include <string_view>

namespace pagewright {

// The longest start of `text` with at most `most_bytes` bytes that cuts no character in two.
[[nodiscard]] constexpr std::string_view start_of(std::string_view text, std::size_t most_bytes) {
  if (text.size() <= most_bytes) return text;
  while (most_bytes > 0 && (static_cast<unsigned char>(text[most_bytes]) & 0xC0U) == 0x80U) --most_bytes;
  return text.substr(0, most_bytes);
}

// Characters, where `text` is UTF-8.
[[nodiscard]] constexpr std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++count;
  return count;
}

}  // namespace pagewright
