#include "engine/base/html.hpp"

#include <algorithm>
#include <array>
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
  const auto needs_reference = [](auto byte) {
    return (byte == 0) | (byte == '"') | (byte == '&') | (byte == '\'') | (byte == '<') | (byte == '>');
  };
  std::size_t references = 0;
  for_each_match(text, needs_reference, [&](std::size_t) { ++references; });
  if (references == 0) {
    out.append(text);
    return;
  }
  // Room for the longest references at once, then plain writes: appending each piece costs more than the piece.
  const std::size_t start = out.size();
  out.resize(start + text.size() + (references + 1) * sizeof(Reference::text));
  char* to = out.data() + start;
  std::size_t copied = 0;
  const auto copy_until = [&](std::size_t end) {
    std::memcpy(to, text.data() + copied, end - copied);
    to += end - copied;
    copied = end;
  };
  for_each_match(text, needs_reference, [&](std::size_t at) {
    copy_until(at);
    const Reference reference = reference_of(text[at]);
    std::memcpy(to, reference.text.data(), reference.text.size());
    to += reference.size;
    ++copied;
  });
  copy_until(text.size());
  out.resize(static_cast<std::size_t>(to - out.data()));
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
