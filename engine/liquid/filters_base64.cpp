// base64_encode and its kin. RFC 4648.
#include <algorithm>
#include <cstdint>

#include "engine/liquid/filters.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

constexpr std::string_view standard = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view url_safe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

Value encoded(const Value& input, std::string_view alphabet, Arena& arena) {
  const std::string_view text = text_of(input, arena);
  std::string out;
  out.reserve((text.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < text.size(); i += 3) {
    const std::size_t count = std::min<std::size_t>(3, text.size() - i);
    std::uint32_t bits = 0;
    for (std::size_t j = 0; j < 3; ++j) bits = bits << 8 | (j < count ? static_cast<unsigned char>(text[i + j]) : 0U);
    for (std::size_t j = 0; j < 4; ++j) out += j <= count ? alphabet[bits >> (18 - 6 * j) & 63] : '=';
  }
  return Value::of(arena.keep(out));
}

// False for anything that encoding cannot have made. Padding must be there, or may be missing where `may_lack_padding`.
bool decode(std::string& out, std::string_view text, std::string_view alphabet, bool may_lack_padding) {
  std::size_t padding = 0;
  while (padding < 2 && text.ends_with('=')) {
    text.remove_suffix(1);
    ++padding;
  }
  const std::size_t missing = (4 - text.size() % 4) % 4;
  if (missing == 3 || (padding != missing && !(padding == 0 && may_lack_padding))) return false;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const std::size_t digit = alphabet.find(c);
    if (digit == std::string_view::npos) return false;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return (bits & ((1U << count) - 1)) == 0;
}

Value decoded(const Value& input, bool is_url_safe, std::string_view message, Arena& arena) {
  std::string bytes;
  const std::string_view text = text_of(input, arena);
  if (!decode(bytes, text, is_url_safe ? url_safe : standard, is_url_safe)) {
    arena.raise(message);
    return {};
  }
  std::string valid;
  append_valid_utf8(valid, bytes);
  return Value::of(arena.keep(valid));
}

Value encode_standard(const Value& input, Arguments, Arena& arena) {
  return encoded(input, standard, arena);
}
Value encode_url_safe(const Value& input, Arguments, Arena& arena) {
  return encoded(input, url_safe, arena);
}
Value decode_standard(const Value& input, Arguments, Arena& arena) {
  return decoded(input, false, "invalid base64 provided to base64_decode", arena);
}
Value decode_url_safe(const Value& input, Arguments, Arena& arena) {
  return decoded(input, true, "invalid base64 provided to base64_url_safe_decode", arena);
}

constexpr Filter filters[] = {{"base64_encode", encode_standard, 0, 0},
                              {"base64_decode", decode_standard, 0, 0},
                              {"base64_url_safe_encode", encode_url_safe, 0, 0},
                              {"base64_url_safe_decode", decode_url_safe, 0, 0}};

}  // namespace

std::span<const Filter> base64_filters() {
  return filters;
}

}  // namespace pagewright::liquid
