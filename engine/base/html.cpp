#include "engine/base/html.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace pagewright::html {
namespace {

constexpr std::string_view reference_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\0':
      return "\xEF\xBF\xBD";
    default:
      return {};
  }
}

constexpr std::array<bool, 256> needs_reference = [] {
  std::array<bool, 256> table{};
  for (unsigned c : {0u, 34u, 38u, 39u, 60u, 62u}) table[c] = true;
  return table;
}();

// Sixteen bytes are looked at in one step (SSE2 natively, simd128 in WebAssembly).
using Bytes = unsigned char __attribute__((ext_vector_type(16)));
using Bits = bool __attribute__((ext_vector_type(16)));

// A bit for each of the sixteen bytes at `text`: does it need a reference?
std::uint16_t reference_mask(const char* text) {
  Bytes bytes;
  std::memcpy(&bytes, text, sizeof bytes);
  const auto found = (bytes == 0) | (bytes == '"') | (bytes == '&') | (bytes == '\'') | (bytes == '<') | (bytes == '>');
  return std::bit_cast<std::uint16_t>(__builtin_convertvector(found, Bits));
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

void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  const auto replace = [&](std::size_t at) {
    out.append(text, copied, at - copied);
    out.append(reference_of(text[at]));
    copied = at + 1;
  };
  const auto replace_all = [&](std::size_t start, unsigned mask) {
    for (; mask != 0; mask &= mask - 1) replace(start + static_cast<std::size_t>(std::countr_zero(mask)));
  };
  constexpr std::size_t step = sizeof(Bytes);
  if (text.size() < step) {
    for (std::size_t at = 0; at < text.size(); ++at)
      if (needs_reference[static_cast<unsigned char>(text[at])]) replace(at);
  } else {
    std::size_t start = 0;
    for (; start + step <= text.size(); start += step) replace_all(start, reference_mask(text.data() + start));
    // The rest: the last sixteen bytes again, without those that were seen.
    const std::size_t last = text.size() - step;
    if (start < text.size()) replace_all(start, reference_mask(text.data() + last) >> (start - last));
  }
  out.append(text, copied, text.size() - copied);
}

bool is_safe_url(std::string_view url) {
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
