#include "engine/liquid/css_escape.hpp"

namespace pagewright::liquid {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_' || (c & 0x80) != 0;
}

}  // namespace

// The space ends the escape, whatever follows.
void append_css_escape(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  if (c == '\0') {
    out += "\\fffd ";
    return;
  }
  out += '\\';
  if (c >= 16) out += digits[static_cast<unsigned char>(c) >> 4];
  out += digits[static_cast<unsigned char>(c) & 15];
  out += ' ';
}

void append_css_string(std::string& out, std::string_view text) {
  constexpr std::string_view plain = " !#$%*,.=?@[]^|~";
  for (const char c : text) {
    if (is_name_character(c) || plain.contains(c))
      out += c;
    else
      append_css_escape(out, c);
  }
}

// https://drafts.csswg.org/cssom/#serialize-an-identifier
void append_css_name(std::string& out, std::string_view text, bool begins) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_lone_hyphen = c == '-' && (text.size() == 1 || is_digit(text[1]));
    const bool cannot_begin = begins && i == 0 && (is_digit(c) || is_lone_hyphen);
    if (is_name_character(c) && !cannot_begin)
      out += c;
    else
      append_css_escape(out, c);
  }
}

}  // namespace pagewright::liquid
