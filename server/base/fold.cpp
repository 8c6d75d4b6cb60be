#include "server/base/fold.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace pagewright {
namespace {

// The ASCII letter under the accents of U+00C0 to U+024F and of U+1E00 to U+1EFF, from Unicode's decompositions; -
// where there is none.
constexpr char32_t latin_first = 0xC0;
constexpr std::string_view latin =
    "aaaaaaeceeeeiiiidnooooo-ouuuuytsaaaaaaeceeeeiiiidnooooo-ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnooooooeerrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "---------------e-ff----i--------oo-------------uu---------------"
    "----dddlllnnnaaiioouuuuuuuuuu-aaaa----ggkkoooo--jdddgg--nnaa----"
    "aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------"
    "----------------";
constexpr char32_t additional_first = 0x1E00;
constexpr std::string_view additional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas--s-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";

// Letters that are written with two.
constexpr std::array<std::pair<char32_t, std::string_view>, 14> pairs = {{{0xC6, "ae"},
                                                                          {0xE6, "ae"},
                                                                          {0xDE, "th"},
                                                                          {0xFE, "th"},
                                                                          {0xDF, "ss"},
                                                                          {0x1E9E, "ss"},
                                                                          {0x132, "ij"},
                                                                          {0x133, "ij"},
                                                                          {0x152, "oe"},
                                                                          {0x153, "oe"},
                                                                          {0x1C4, "dz"},
                                                                          {0x1C6, "dz"},
                                                                          {0x1C9, "lj"},
                                                                          {0x1CC, "nj"}}};

// The code point at `text[position]`, moving `position` behind it. What is no UTF-8 counts as U+FFFD.
char32_t next_code_point(std::string_view text, std::size_t& position) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(position);
  const unsigned length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  if (length == 1 || position + length > text.size()) {
    ++position;
    return first < 0x80 ? first : 0xFFFD;
  }
  char32_t point = first & (0xFFU >> (length + 1));
  for (unsigned i = 1; i < length; ++i) point = (point << 6U) | (byte(position + i) & 0x3FU);
  position += length;
  return point;
}

bool is_combining_mark(char32_t point) {
  return point >= 0x300 && point <= 0x36F;
}

// Greek and Cyrillic in lower case, so that search finds them; everything else as it is.
char32_t lower(char32_t point) {
  if (point >= 0x391 && point <= 0x3A9) return point + 0x20;
  if (point >= 0x410 && point <= 0x42F) return point + 0x20;
  if (point >= 0x400 && point <= 0x40F) return point + 0x50;
  return point;
}

void append_utf8(std::string& out, char32_t point) {
  const auto put = [&](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (point < 0x80) {
    put(point);
  } else if (point < 0x800) {
    put(0xC0 | (point >> 6U));
    put(0x80 | (point & 0x3FU));
  } else if (point < 0x10000) {
    put(0xE0 | (point >> 12U));
    put(0x80 | ((point >> 6U) & 0x3FU));
    put(0x80 | (point & 0x3FU));
  } else {
    put(0xF0 | (point >> 18U));
    put(0x80 | ((point >> 12U) & 0x3FU));
    put(0x80 | ((point >> 6U) & 0x3FU));
    put(0x80 | (point & 0x3FU));
  }
}

void append_folded(std::string& out, char32_t point) {
  if (point < 0x80) {
    out.push_back(static_cast<char>(point >= 'A' && point <= 'Z' ? point + 0x20 : point));
    return;
  }
  if (is_combining_mark(point)) return;
  for (const auto& [letter, text] : pairs) {
    if (letter == point) {
      out += text;
      return;
    }
  }
  char base = '-';
  if (point >= latin_first && point < latin_first + latin.size()) base = latin[point - latin_first];
  if (point >= additional_first && point < additional_first + additional.size())
    base = additional[point - additional_first];
  if (base != '-') {
    out.push_back(base);
  } else {
    append_utf8(out, lower(point));
  }
}

}  // namespace

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t position = 0; position < text.size();) append_folded(folded, next_code_point(text, position));
  return folded;
}

std::string contains_pattern(std::string_view text) {
  std::string pattern = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

}  // namespace pagewright
