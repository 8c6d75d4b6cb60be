#include "server/base/valid_text.hpp"

#include "engine/base/utf8.hpp"

namespace pagewright {
namespace {

struct Form {
  std::size_t size;           // of the character in bytes
  unsigned char second_from;  // the range of its second byte
  unsigned char second_to;
};

// Table 3-7 of the Unicode Standard, by the first byte. Size 0: no character begins so.
Form form_of(unsigned char first) {
  if (first == 0) return {0, 0, 0};
  if (first < 0x80) return {1, 0, 0};
  if (first >= 0xC2 && first <= 0xDF) return {2, 0x80, 0xBF};
  if (first == 0xE0) return {3, 0xA0, 0xBF};
  if (first == 0xED) return {3, 0x80, 0x9F};
  if (first >= 0xE1 && first <= 0xEF) return {3, 0x80, 0xBF};
  if (first == 0xF0) return {4, 0x90, 0xBF};
  if (first >= 0xF1 && first <= 0xF3) return {4, 0x80, 0xBF};
  if (first == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// The size of the character at the start of `bytes`; 0 where there is none.
std::size_t character_size(std::string_view bytes) {
  const Form form = form_of(static_cast<unsigned char>(bytes.front()));
  if (form.size > bytes.size()) return 0;
  for (std::size_t i = 1; i < form.size; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const unsigned char from = i == 1 ? form.second_from : 0x80;
    const unsigned char to = i == 1 ? form.second_to : 0xBF;
    if (byte < from || byte > to) return 0;
  }
  return form.size;
}

}  // namespace

bool is_valid_text(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t size = character_size(bytes);
    if (size == 0) return false;
    bytes.remove_prefix(size);
  }
  return true;
}

std::string valid_text(std::string_view bytes, std::size_t most_bytes) {
  std::string text;
  while (!bytes.empty() && text.size() < most_bytes) {
    const std::size_t size = character_size(bytes);
    if (size == 0) {
      text += "\uFFFD";
      bytes.remove_prefix(1);
    } else {
      text += bytes.substr(0, size);
      bytes.remove_prefix(size);
    }
  }
  text.resize(start_of(text, most_bytes).size());
  return text;
}

}  // namespace pagewright
