#include "engine/liquid/html_reference.hpp"

#include <array>
#include <utility>

namespace pagewright::liquid {
namespace {

constexpr char beyond_ascii = '\x80';

int digit_of(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return base == 16 && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<Reference> read_number(std::string_view text) {
  const bool is_hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const int base = is_hexadecimal ? 16 : 10;
  const std::size_t begin = is_hexadecimal ? 3 : 2;
  std::size_t end = begin;
  int code = 0;
  for (; end < text.size() && digit_of(text[end], base) >= 0; ++end)
    if (code < 0x110000) code = code * base + digit_of(text[end], base);
  if (end == begin) return std::nullopt;
  if (end < text.size() && text[end] == ';') ++end;
  return Reference{code > 0 && code < 0x80 ? static_cast<char>(code) : beyond_ascii, end};
}

}  // namespace

std::optional<Reference> read_reference(std::string_view text) {
  if (text.starts_with("&#")) return read_number(text);
  constexpr std::array<std::pair<std::string_view, char>, 8> names = {{{"&amp;", '&'},
                                                                       {"&lt;", '<'},
                                                                       {"&gt;", '>'},
                                                                       {"&quot;", '"'},
                                                                       {"&apos;", '\''},
                                                                       {"&nbsp;", beyond_ascii},
                                                                       {"&Tab;", '\t'},
                                                                       {"&NewLine;", '\n'}}};
  for (const auto& [name, character] : names)
    if (text.starts_with(name)) return Reference{character, name.size()};
  return std::nullopt;
}

}  // namespace pagewright::liquid
