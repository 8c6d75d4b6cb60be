#include "server/base/uuid.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <atomic>

#include "server/base/timestamp.hpp"

namespace pagewright {

namespace {

// RFC 9562 §6.2, method 1: 48 bits of time and 12 bits that count within a millisecond. Each is greater than the last
// one, also where the clock is put back.
std::uint64_t next_place_in_time() {
  constexpr unsigned counter_bits = 12;
  static std::atomic<std::uint64_t> last = 0;
  const auto now = static_cast<std::uint64_t>(now_milliseconds()) << counter_bits;
  std::uint64_t before = last.load(std::memory_order_relaxed);
  std::uint64_t next = 0;
  do next = std::max(now, before + 1);
  while (!last.compare_exchange_weak(before, next, std::memory_order_relaxed));
  return next;
}

}  // namespace

// RFC 9562 §5.7: 48 bits of time, the version, the counter, the variant, and random bits.
std::string new_uuid() {
  std::array<unsigned char, 16> bytes;
  randombytes_buf(bytes.data(), bytes.size());
  const std::uint64_t place = next_place_in_time();
  for (unsigned i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(place >> (52U - 8U * i));
  bytes[6] = static_cast<unsigned char>(0x70 | ((place >> 8U) & 0x0f));
  bytes[7] = static_cast<unsigned char>(place);
  bytes[8] = static_cast<unsigned char>(0x80 | (bytes[8] & 0x3f));

  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(36);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text.push_back('-');
    text.push_back(digits[bytes[i] >> 4]);
    text.push_back(digits[bytes[i] & 15]);
  }
  return text;
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return false;
  }
  return true;
}

}  // namespace pagewright
