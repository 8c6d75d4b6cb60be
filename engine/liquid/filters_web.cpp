// Filters between text, URLs and HTML.
#include "engine/base/html.hpp"
#include "engine/liquid/escape.hpp"
#include "engine/liquid/filters.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

Value escape(const Value& input, Arguments, Arena& arena) {
  std::string out;
  html::append_escaped(out, text_of(input, arena));
  return Value::of(arena.keep(out));
}

// Whether text[at], a '&', starts a character reference such as &amp; &#39; or &#x27;.
bool is_reference(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && end < at + 12 &&
         (text[end] == '#' || (text[end] >= '0' && text[end] <= '9') || (text[end] >= 'a' && text[end] <= 'z') ||
          (text[end] >= 'A' && text[end] <= 'Z')))
    ++end;
  return end > at + 1 && end < text.size() && text[end] == ';';
}

Value escape_once(const Value& input, Arguments, Arena& arena) {
  const std::string_view text = text_of(input, arena);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '&' && is_reference(text, i))
      out += '&';
    else
      html::append_escaped(out, text.substr(i, 1));
  }
  return Value::of(arena.keep(out));
}

Value newline_to_br(const Value& input, Arguments, Arena& arena) {
  std::string out;
  append_lines_with_breaks(out, text_of(input, arena), [](std::string& to, std::string_view line) { to += line; });
  return Value::of(arena.keep(out));
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == '~';
}

Value url_encode(const Value& input, Arguments, Arena& arena) {
  std::string out;
  for (char c : text_of(input, arena)) {
    if (is_unreserved(c))
      out += c;
    else if (c == ' ')
      out += '+';
    else
      append_percent_encoded(out, c);
  }
  return Value::of(arena.keep(out));
}

int hexadecimal(char c) {
  return c >= '0' && c <= '9'   ? c - '0'
         : c >= 'a' && c <= 'f' ? c - 'a' + 10
         : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                : -1;
}

Value url_decode(const Value& input, Arguments, Arena& arena) {
  const std::string_view text = text_of(input, arena);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_code =
        text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0;
    if (is_code) {
      out += static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return Value::of(arena.keep(out));
}

// Scripts, styles and comments go with their content, other tags alone.
Value strip_html(const Value& input, Arguments, Arena& arena) {
  std::string_view text = text_of(input, arena);
  constexpr std::string_view blocks[][2] = {
      {"<script", "</script>"}, {"<style", "</style>"}, {"<!--", "-->"}, {"<", ">"}};
  std::string out;
  while (!text.empty()) {
    const std::size_t opening = std::min(text.find('<'), text.size());
    out += text.substr(0, opening);
    text.remove_prefix(opening);
    std::size_t length = text.empty() ? 0 : 1;
    for (const auto& [begin, end] : blocks) {
      if (!text.starts_with(begin)) continue;
      const std::size_t close = text.find(end, begin.size());
      if (close == std::string_view::npos) continue;
      text.remove_prefix(close + end.size());
      length = 0;
      break;
    }
    out += text.substr(0, length);
    text.remove_prefix(length);
  }
  return Value::of(arena.keep(out));
}

constexpr Filter filters[] = {
    {"escape", escape, 0, 0, {}, FilterRole::escapes},
    {"escape_once", escape_once, 0, 0, {}, FilterRole::escapes},
    {"newline_to_br", newline_to_br, 0, 0, {}, FilterRole::breaks_lines},
    {"url_encode", url_encode, 0, 0},
    {"url_decode", url_decode, 0, 0},
    {"strip_html", strip_html, 0, 0},
};

}  // namespace

std::span<const Filter> web_filters() {
  return filters;
}

}  // namespace pagewright::liquid
