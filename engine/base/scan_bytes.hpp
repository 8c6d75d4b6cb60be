// Finding the few bytes of a text that need attention, sixteen at a step (SSE2 natively, simd128 in WebAssembly).
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pagewright {

// Sixteen bytes at once. Comparisons with a character and | work on all of them.
using ByteBlock = unsigned char __attribute__((ext_vector_type(16)));

inline ByteBlock load_block(const char* from) {
  ByteBlock block;
  std::memcpy(&block, from, sizeof(ByteBlock));
  return block;
}

// A bit for each byte for which a comparison held, the first byte's lowest.
template <typename Comparison>
unsigned bits_of(Comparison held) {
  using Bits = bool __attribute__((ext_vector_type(16)));
  return std::bit_cast<std::uint16_t>(__builtin_convertvector(held, Bits));
}

// Calls visit(index) for each byte of `text` for which `matches` holds, in order. `matches` must be written for a byte
// and for sixteen of them alike: [](auto byte) { return (byte == '<') | (byte < 0x20); }
template <typename Matches, typename Visit>
void for_each_match(std::string_view text, Matches matches, Visit visit) {
  constexpr std::size_t step = sizeof(ByteBlock);
  const auto mask_at = [&](std::size_t start) { return bits_of(matches(load_block(text.data() + start))); };
  const auto visit_all = [&](std::size_t start, unsigned mask) {
    for (; mask != 0; mask &= mask - 1) visit(start + static_cast<std::size_t>(std::countr_zero(mask)));
  };
  if (text.size() < step) {
    for (std::size_t at = 0; at < text.size(); ++at)
      if (matches(static_cast<unsigned char>(text[at]))) visit(at);
    return;
  }
  std::size_t start = 0;
  for (; start + step <= text.size(); start += step) visit_all(start, mask_at(start));
  // The rest: the last sixteen bytes again, without those that were seen.
  const std::size_t last = text.size() - step;
  if (start < text.size()) visit_all(start, mask_at(last) >> (start - last));
}

}  // namespace pagewright
