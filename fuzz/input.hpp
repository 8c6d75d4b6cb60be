// What every fuzz target needs: its input as text, and a check that stops the fuzzer with a sentence.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace pagewright::fuzz {

inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size) {
  return {reinterpret_cast<const char*>(bytes), size};
}

// The input up to the first NUL byte, and what follows it: for targets that take two texts.
inline std::pair<std::string_view, std::string_view> two_texts(std::string_view input) {
  const auto end = input.find('\0');
  if (end == std::string_view::npos) return {input, {}};
  return {input.substr(0, end), input.substr(end + 1)};
}

inline void expect(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace pagewright::fuzz
