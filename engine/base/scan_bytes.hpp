// Finding the few bytes of a text that need attention, sixteen at a step (SSE2 natively, simd128 in WebAssembly).
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pagewright {

// Calls visit(index) for each byte of `text` for which `matches` holds, in order. `matches` must be written for a byte
// and for sixteen of them alike: [](auto byte) { return (byte == '<') | (byte < 0x20); }
template <typename Matches, typename Visit>
void for_each_match(std::string_view text, Matches matches, Visit visit) {
  using Bytes = unsigned char __attribute__((ext_vector_type(16)));
  using Bits = bool __attribute__((ext_vector_type(16)));
  constexpr std::size_t step = sizeof(Bytes);
  const auto mask_at = [&](std::size_t start) -> unsigned {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + start, step);
    return std::bit_cast<std::uint16_t>(__builtin_convertvector(matches(bytes), Bits));
  };
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
