// Whether two texts are equal, without a call where they are short: names mostly are.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace pagewright {

[[nodiscard]] inline bool same_text(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (size != b.size()) return false;
  // The first and the last word of each, which overlap as the size demands.
  const auto same_ends = [&]<typename Word>(Word) {
    const auto word_at = [](std::string_view text, std::size_t at) {
      Word word = 0;
      std::memcpy(&word, text.data() + at, sizeof(Word));
      return word;
    };
    const std::size_t last = size - sizeof(Word);
    return ((word_at(a, 0) ^ word_at(b, 0)) | (word_at(a, last) ^ word_at(b, last))) == 0;
  };
  if (size > 16) return std::memcmp(a.data(), b.data(), size) == 0;
  if (size >= 8) return same_ends(std::uint64_t{});
  if (size >= 4) return same_ends(std::uint32_t{});
  if (size >= 2) return same_ends(std::uint16_t{});
  return size == 0 || a[0] == b[0];
}

}  // namespace pagewright
