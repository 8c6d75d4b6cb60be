#include "engine/schema/text_format.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace pagewright::schema {
namespace {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
constexpr bool is_visible(char c) {
  return static_cast<unsigned char>(c) > 0x20 && c != 0x7F;
}

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

// Labels of letters, digits and inner hyphens, in any script.
bool is_domain(std::string_view domain) {
  if (domain.find('.') == std::string_view::npos) return false;
  for (bool goes_on = true; goes_on;) {
    const auto dot = domain.find('.');
    const std::string_view label = domain.substr(0, dot);
    const bool is_whole =
        !label.empty() && label.front() != '-' && label.back() != '-' && std::ranges::all_of(label, [](char c) {
          return is_letter(c) || is_digit(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
        });
    if (!is_whole) return false;
    goes_on = dot != std::string_view::npos;
    if (goes_on) domain.remove_prefix(dot + 1);
  }
  return true;
}

bool is_ipv4(std::string_view text) {
  int parts = 0;
  for (bool goes_on = true; goes_on; ++parts) {
    const auto dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    if (part.empty() || part.size() > 3 || !std::ranges::all_of(part, is_digit)) return false;
    int value = 0;
    for (const char c : part) value = value * 10 + (c - '0');
    if (value > 255) return false;
    goes_on = dot != std::string_view::npos;
    if (goes_on) text.remove_prefix(dot + 1);
  }
  return parts == 4;
}

// "[192.0.2.1]" or "[IPv6:2001:db8::1]"
bool is_address_literal(std::string_view text) {
  if (text.size() < 4 || text.front() != '[' || text.back() != ']') return false;
  const std::string_view inner = text.substr(1, text.size() - 2);
  if (!inner.starts_with("IPv6:")) return is_ipv4(inner);
  const std::string_view address = inner.substr(5);
  return address.size() >= 2 && address.size() <= 45 && std::ranges::count(address, ':') >= 2 &&
         std::ranges::all_of(address, [](char c) { return is_hex(c) || c == ':' || c == '.'; });
}

bool is_mailbox_name(std::string_view name) {
  if (name.empty() || name.size() > 64) return false;
  if (name.size() > 2 && name.front() == '"' && name.back() == '"')
    return name.substr(1, name.size() - 2).find_first_of("\"\\\n\r") == std::string_view::npos;
  return name.front() != '.' && name.back() != '.' && name.find("..") == std::string_view::npos &&
         std::ranges::all_of(name, [](char c) { return is_visible(c) && !is_one_of(c, "<>()[]\\,;:\"@"); });
}

bool has_only_uri_characters(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return is_visible(c) && !is_one_of(c, "<>\"{}|\\^`"); });
}

// The number that the digits at `from` make, or nothing.
std::optional<int> digits_at(std::string_view text, std::size_t from, std::size_t count) {
  if (text.size() < from + count) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(from, count)) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "+02:00" in minutes; "Z" is 0.
std::optional<int> offset_minutes(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || !is_one_of(text[0], "+-") || text[3] != ':') return std::nullopt;
  const auto hours = digits_at(text, 1, 2);
  const auto minutes = digits_at(text, 4, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace

bool is_color(std::string_view text) {
  if (text.empty() || text.size() > 100) return false;
  if (text.front() == '{') {
    const std::string_view path = text.substr(1, text.size() - 2);
    return text.size() > 2 && text.back() == '}' && path.find_first_of("{}<>;\"'\\") == std::string_view::npos;
  }
  if (text.front() == '#') {
    const std::string_view digits = text.substr(1);
    const bool has_length = digits.size() == 3 || digits.size() == 4 || digits.size() == 6 || digits.size() == 8;
    return has_length && std::ranges::all_of(digits, is_hex);
  }
  const auto open = text.find('(');
  if (open == std::string_view::npos) return std::ranges::all_of(text, is_letter);
  constexpr std::array<std::string_view, 10> functions = {"rgb", "rgba", "hsl",   "hsla",  "hwb",
                                                          "lab", "lch",  "oklab", "oklch", "color"};
  if (std::ranges::find(functions, text.substr(0, open)) == functions.end() || text.back() != ')') return false;
  const std::string_view arguments = text.substr(open + 1, text.size() - open - 2);
  return std::ranges::all_of(arguments, [](char c) {
    return is_digit(c) || is_letter(c) || std::string_view(" .,%/+-").find(c) != std::string_view::npos;
  });
}

bool is_email(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || text.size() > 254) return false;
  const std::string_view domain = text.substr(at + 1);
  return is_mailbox_name(text.substr(0, at)) && (is_domain(domain) || is_address_literal(domain));
}

bool is_uri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !is_letter(text.front()))
    return false;
  const bool has_scheme = std::ranges::all_of(
      text.substr(0, colon), [](char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "+-."); });
  return has_scheme && has_only_uri_characters(text);
}

bool is_uri_reference(std::string_view text) {
  return has_only_uri_characters(text);
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto known_year = digits_at(text, 0, 4);
  const int month = digits_at(text, 5, 2).value_or(0);
  const int day = digits_at(text, 8, 2).value_or(0);
  if (!known_year || month < 1 || month > 12 || day < 1) return false;
  const int year = *known_year;
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
}

bool is_time(std::string_view text) {
  const auto hour = digits_at(text, 0, 2);
  const auto minute = digits_at(text, 3, 2);
  const auto second = digits_at(text, 6, 2);
  if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') return false;
  std::size_t end = 8;
  if (end < text.size() && text[end] == '.') {
    const std::size_t first = ++end;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == first) return false;
  }
  const auto offset = offset_minutes(text.substr(end));
  if (!offset || *hour > 23 || *minute > 59 || *second > 60) return false;
  if (*second < 60) return true;
  // A leap second is the last of a day in UTC.
  constexpr int day = 24 * 60;
  return (*hour * 60 + *minute - *offset + 2 * day) % day == day - 1;
}

bool is_date_time(std::string_view text) {
  return text.size() > 11 && is_date(text.substr(0, 10)) && is_one_of(text[10], "Tt") && is_time(text.substr(11));
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_joint = i == 8 || i == 13 || i == 18 || i == 23;
    if (is_joint ? text[i] != '-' : !is_hex(text[i])) return false;
  }
  return true;
}

}  // namespace pagewright::schema
