#include "engine/base/html.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "engine/base/scan_bytes.hpp"

namespace pagewright::html {
namespace {

// A character reference, padded so that it can be copied in one step.
struct Reference {
  std::array<char, 8> text;
  std::uint8_t size;
};

constexpr Reference reference_of(char c) {
  switch (c) {
    case '&':
      return {{"&amp;"}, 5};
    case '<':
      return {{"&lt;"}, 4};
    case '>':
      return {{"&gt;"}, 4};
    case '"':
      return {{"&quot;"}, 6};
    case '\'':
      return {{"&#39;"}, 5};
    default:  // NUL
      return {{"\xEF\xBF\xBD"}, 3};
  }
}

// For one byte and for a block of them.
constexpr auto needs_reference = [](auto byte) {
  return (byte == 0) | (byte == '"') | (byte == '&') | (byte == '\'') | (byte == '<') | (byte == '>');
};

// Writes the reference for `c`; room for it is there. Then there is room for `rest` bytes.
char* write_reference(TextWriter& out, char* to, char c, std::size_t rest) {
  const Reference reference = reference_of(c);
  std::memcpy(to, reference.text.data(), reference.text.size());
  out.advance_to(to + reference.size);
  return out.reserve(rest);
}

// Whether fewer bytes than a block need no reference: their first and their last word, padded to a block.
bool is_plain_end(const char* from, std::size_t size) {
  using Words = std::uint64_t __attribute__((ext_vector_type(2)));
  constexpr std::uint64_t plain = 0x2020202020202020;
  Words words = {plain, plain};
  if (size >= 8) {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::memcpy(&first, from, 8);
    std::memcpy(&last, from + size - 8, 8);
    words = {first, last};
  } else if (size >= 4) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, from, 4);
    std::memcpy(&last, from + size - 4, 4);
    words = {first | static_cast<std::uint64_t>(last) << 32, plain};
  } else {
    for (std::size_t i = 0; i < size; ++i)
      if (needs_reference(static_cast<unsigned char>(from[i]))) return false;
    return true;
  }
  return bits_of(needs_reference(std::bit_cast<ByteBlock>(words))) == 0;
}

constexpr char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// https://url.spec.whatwg.org/#url-parsing: leading C0 controls and spaces are stripped, tabs and newlines removed
// anywhere.
std::string without_ignored_characters(std::string_view url) {
  while (!url.empty() && static_cast<unsigned char>(url.front()) <= 0x20) url.remove_prefix(1);
  std::string kept;
  kept.reserve(url.size());
  for (char c : url)
    if (c != '\t' && c != '\n' && c != '\r' && c != '\0') kept.push_back(to_lower(c));
  return kept;
}

// The scheme with its colon, or empty where the URL is relative.
std::string_view scheme_of(std::string_view url) {
  const auto end = url.find_first_of(":/?#");
  return end == std::string_view::npos || url[end] != ':' ? std::string_view{} : url.substr(0, end + 1);
}

bool has_safe_scheme(std::string_view scheme) {
  constexpr std::array<std::string_view, 5> safe = {"http:", "https:", "mailto:", "tel:", "sms:"};
  return scheme.empty() || std::ranges::find(safe, scheme) != safe.end();
}

}  // namespace

void write_escaped(TextWriter& out, std::string_view text) {
  const char* from = text.data();
  const char* const end = from + text.size();
  char* to = out.reserve(text.size());
  const auto left = [&] { return static_cast<std::size_t>(end - from); };
  // A block is copied as it is; where a character in it needs a reference, that is written over it and the next block
  // begins behind it.
  while (left() >= sizeof(ByteBlock)) {
    const ByteBlock block = load_block(from);
    std::memcpy(to, &block, sizeof(ByteBlock));
    const unsigned found = bits_of(needs_reference(block));
    const int plain = found == 0 ? static_cast<int>(sizeof(ByteBlock)) : std::countr_zero(found);
    from += plain;
    to += plain;
    if (found == 0) continue;
    const char c = *from++;
    to = write_reference(out, to, c, left());
  }
  if (is_plain_end(from, left())) {
    TextWriter::copy(to, from, left());
    out.advance_to(to + left());
    return;
  }
  while (left() > 0) {
    const char c = *from++;
    if (needs_reference(static_cast<unsigned char>(c)))
      to = write_reference(out, to, c, left());
    else
      *to++ = c;
  }
  out.advance_to(to);
}

void append_escaped(std::string& out, std::string_view text) {
  TextWriter writer(out);
  write_escaped(writer, text);
}

bool is_safe_url(std::string_view url) {
  // Most URLs start in one of these ways, which need no closer look.
  if (url.starts_with('/') || url.starts_with('#') || url.starts_with("https://")) return true;
  return has_safe_scheme(scheme_of(without_ignored_characters(url)));
}

bool is_safe_image_url(std::string_view url) {
  const std::string kept = without_ignored_characters(url);
  if (has_safe_scheme(scheme_of(kept))) return true;
  constexpr std::array<std::string_view, 5> images = {"data:image/png;", "data:image/jpeg;", "data:image/gif;",
                                                      "data:image/webp;", "data:image/avif;"};
  return std::ranges::any_of(images, [&](std::string_view prefix) { return kept.starts_with(prefix); });
}

}  // namespace pagewright::html
