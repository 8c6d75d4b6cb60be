#include "engine/schema/format.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/html.hpp"
#include "engine/richtext/rich_text.hpp"

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

// A CSS colour in form, or a reference to a token: "#0b5fff", "rebeccapurple", "rgb(0 0 0 / 50%)", "{color.primary}".
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
  const auto at = text.find('@');
  if (at == 0 || at == std::string_view::npos || at > 64 || text.size() > 254) return false;
  const std::string_view domain = text.substr(at + 1);
  const bool is_plain =
      std::ranges::all_of(text, is_visible) && text.find_first_of("<>()[]\\,;:\"") == std::string_view::npos;
  return is_plain && !domain.empty() && domain.find('@') == std::string_view::npos &&
         domain.find('.') != std::string_view::npos && domain.front() != '.' && domain.back() != '.' &&
         domain.find("..") == std::string_view::npos;
}

bool is_uri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size() || !is_letter(text.front()))
    return false;
  const bool has_scheme = std::ranges::all_of(
      text.substr(0, colon), [](char c) { return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
  return has_scheme && std::ranges::all_of(text, is_visible) &&
         text.find_first_of("<>\"{}|\\^`") == std::string_view::npos;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (char c : text.substr(from, count)) value = is_digit(c) && value >= 0 ? value * 10 + (c - '0') : -1;
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1) return false;
  const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
}

std::vector<FormatFault> faults_of_image(const json::Value& value) {
  if (value.is_null()) return {};
  if (!value.is_object()) return {{"", "must be an image: an object with \"src\" and \"alt\""}};
  std::vector<FormatFault> faults;
  const auto source = json::find_string(value, "src");
  if (!source)
    faults.push_back({json::find(value, "src") ? "/src" : "", "must have \"src\", the picture's address, as a text"});
  else if (!html::is_safe_image_url(*source))
    faults.push_back(
        {"/src",
         "must be a relative address, http, https, or a data:image/ address of a png, jpeg, gif, webp or avif"});
  const json::Value* alternative = json::find(value, "alt");
  if (alternative && !alternative->is_string()) faults.push_back({"/alt", "must be a text that describes the picture"});
  return faults;
}

std::vector<FormatFault> expect(bool holds, const char* message) {
  if (holds) return {};
  return {{"", message}};
}

}  // namespace

Format parse_format(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Format>, 7> formats = {{
      {"rich-text", Format::rich_text},
      {"url", Format::url},
      {"image", Format::image},
      {"color", Format::color},
      {"email", Format::email},
      {"uri", Format::uri},
      {"date", Format::date},
  }};
  for (const auto& [known, format] : formats)
    if (known == name) return format;
  return Format::annotation;
}

std::vector<FormatFault> faults_of_format(Format format, const json::Value& value) {
  if (format == Format::image) return faults_of_image(value);
  if (format == Format::rich_text) {
    if (value.is_null()) return {};
    const auto result = richtext::validate(value);
    if (result) return {};
    return {{result.error().path, "must be rich text: " + result.error().message}};
  }
  if (!value.is_string()) return {};
  const std::string_view text = json::view(value.get_string());
  switch (format) {
    case Format::url:
      return expect(html::is_safe_url(text), "must be a relative address, or one of http, https, mailto, tel or sms");
    case Format::color:
      return expect(text.empty() || is_color(text),
                    "must be a colour, such as #0b5fff, rgb(11 95 255) or {color.primary}");
    case Format::email:
      return expect(is_email(text), "must be an e-mail address, such as name@example.org");
    case Format::uri:
      return expect(is_uri(text), "must be a whole address with its scheme, such as https://example.org/");
    case Format::date:
      return expect(is_date(text), "must be a date, such as 2026-03-31");
    case Format::annotation:
    case Format::rich_text:
    case Format::image:
      return {};
  }
  std::unreachable();
}

}  // namespace pagewright::schema
