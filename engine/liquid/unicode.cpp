#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

using Letter = std::uint32_t;

Letter decode(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<Letter>(static_cast<unsigned char>(character[i])); };
  switch (character.size()) {
    case 2:
      return (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
    case 3:
      return (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    case 4:
      return (byte(0) & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    default:
      return byte(0);
  }
}

// Letters with case all lie below U+2000: three bytes at most.
void append(std::string& out, Letter letter) {
  if (letter < 0x80) {
    out += static_cast<char>(letter);
  } else {
    if (letter < 0x800) {
      out += static_cast<char>(0xC0 | letter >> 6);
    } else {
      out += static_cast<char>(0xE0 | letter >> 12);
      out += static_cast<char>(0x80 | (letter >> 6 & 0x3F));
    }
    out += static_cast<char>(0x80 | (letter & 0x3F));
  }
}

// Pairs upper, lower, upper, lower …: in these ranges the even letter is the upper one.
bool is_even_pair(Letter c) {
  return (c >= 0x100 && c <= 0x137 && c != 0x130 && c != 0x131) || (c >= 0x14A && c <= 0x177) ||
         (c >= 0x1DE && c <= 0x1EF) || c == 0x1F4 || c == 0x1F5 || (c >= 0x1F8 && c <= 0x21F) ||
         (c >= 0x222 && c <= 0x233) || (c >= 0x460 && c <= 0x481) || (c >= 0x48A && c <= 0x4BF) ||
         (c >= 0x4D0 && c <= 0x52F) || (c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF);
}

bool is_odd_pair(Letter c) {
  return (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E) || (c >= 0x1CD && c <= 0x1DC) ||
         (c >= 0x4C1 && c <= 0x4CE);
}

Letter upper(Letter c) {
  if ((c >= 'a' && c <= 'z') || (c >= 0xE0 && c <= 0xFE && c != 0xF7) || (c >= 0x3B1 && c <= 0x3CB && c != 0x3C2) ||
      (c >= 0x430 && c <= 0x44F))
    return c - 32;
  if (c == 0x3C2) return 0x3A3;
  if (c == 0xFF) return 0x178;
  if (c == 0x3AC) return 0x386;
  if (c >= 0x3AD && c <= 0x3AF) return c - 37;
  if (c == 0x3CC) return 0x38C;
  if (c == 0x3CD || c == 0x3CE) return c - 63;
  if (c >= 0x450 && c <= 0x45F) return c - 80;
  if (c == 0x4CF) return 0x4C0;
  if (is_even_pair(c)) return c & ~Letter{1};
  if (is_odd_pair(c)) return c % 2 == 0 ? c - 1 : c;
  return c;
}

Letter lower(Letter c) {
  if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3AB && c != 0x3A2) ||
      (c >= 0x410 && c <= 0x42F))
    return c + 32;
  if (c == 0x178) return 0xFF;
  if (c == 0x386) return 0x3AC;
  if (c >= 0x388 && c <= 0x38A) return c + 37;
  if (c == 0x38C) return 0x3CC;
  if (c == 0x38E || c == 0x38F) return c + 63;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c == 0x4C0) return 0x4CF;
  if (c == 0x1E9E) return 0xDF;
  if (is_even_pair(c)) return c | 1;
  if (is_odd_pair(c)) return c % 2 == 1 ? c + 1 : c;
  return c;
}

template <typename Mapping>
void append_mapped(std::string& out, std::string_view text, Mapping mapping) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    const std::string_view character = text.substr(i, length);
    const auto lead = static_cast<unsigned char>(character[0]);
    const bool may_have_case = length == 2 || (length == 1 && lead < 0x80) || (length == 3 && lead == 0xE1);
    if (may_have_case)
      append(out, mapping(decode(character)));
    else
      out += character;
    i += length;
  }
}

}  // namespace

std::size_t character_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  if (at + length > text.size()) return 1;
  for (std::size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) return 1;
  return length;
}

std::size_t last_character(std::string_view text) {
  for (std::size_t length = 4; length > 1; --length)
    if (text.size() >= length && character_length(text, text.size() - length) == length) return text.size() - length;
  return text.size() - 1;
}

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += character_length(text, i)) ++count;
  return count;
}

std::size_t offset_of_character(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  while (index > 0 && offset < text.size()) {
    offset += character_length(text, offset);
    --index;
  }
  return offset;
}

namespace {

// Whether the bytes at text[at] are a character that UTF-8 allows: no surrogate, nothing overlong, none too high.
bool is_allowed(std::string_view text, std::size_t at, std::size_t length) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (length == 1) return lead < 0x80;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  return !(lead == 0xE0 && second < 0xA0) && !(lead == 0xED && second > 0x9F) && !(lead == 0xF0 && second < 0x90) &&
         !(lead == 0xF4 && second > 0x8F);
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    if (!is_allowed(text, i, length)) return false;
    i += length;
  }
  return true;
}

void append_valid_utf8(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = character_length(text, i);
    const bool is_fine = is_allowed(text, i, length);
    out += is_fine ? text.substr(i, length) : std::string_view("\xEF\xBF\xBD");
    i += is_fine ? length : 1;
  }
}

void append_upper(std::string& out, std::string_view text) {
  constexpr std::string_view sharp_s = "\xC3\x9F";
  for (std::size_t at = text.find(sharp_s); at != std::string_view::npos; at = text.find(sharp_s)) {
    append_mapped(out, text.substr(0, at), upper);
    out += "SS";
    text.remove_prefix(at + sharp_s.size());
  }
  append_mapped(out, text, upper);
}

void append_lower(std::string& out, std::string_view text) {
  append_mapped(out, text, lower);
}

}  // namespace pagewright::liquid
