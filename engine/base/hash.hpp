// A 64-bit hash that is the same on every target: for maps and for names made from contents. Not for secrets.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace pagewright {

// Mixes a 64-bit word so that every input bit reaches every output bit (the finalizer of MurmurHash3).
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t word) {
  word ^= word >> 33;
  word *= 0xff51afd7ed558ccdULL;
  word ^= word >> 33;
  word *= 0xc4ceb9fe1a85ec53ULL;
  return word ^ (word >> 33);
}

[[nodiscard]] inline std::uint64_t hash_of(std::string_view text, std::uint64_t seed = 0x9e3779b97f4a7c15ULL) {
  std::uint64_t hash = seed ^ (text.size() * 0x9e3779b97f4a7c15ULL);
  while (text.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data(), 8);  // both targets are little-endian
    hash = mix(hash ^ word) + 0x9e3779b97f4a7c15ULL;
    text.remove_prefix(8);
  }
  std::uint64_t tail = 0;
  std::memcpy(&tail, text.data(), text.size());
  return mix(hash ^ tail);
}

// A hash as a name: 8 characters of 0–9a–z.
inline void append_hash_name(std::string& out, std::uint64_t hash) {
  for (int i = 0; i < 8; ++i) {
    out += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
    hash /= 36;
  }
}

}  // namespace pagewright
