// Filters between text, URLs and HTML.
#include "engine/base/html.hpp"
#include "engine/liquid/escape.hpp"
#include "engine/liquid/filters.hpp"
#include "engine/liquid/unicode.hpp"

namespace pagewright::liquid {
namespace {

using Arguments = std::span<const Value>;

Value escape(const Value& input, Arguments, Arena& arena) {
  if (input.is_nil()) return {};
  std::string out;
  html::append_escaped(out, text_of(input, arena));
  return Value::of(arena.keep(out));
}

// Whether text[at], a '&', starts a character reference such as &amp; or &#39;.
bool is_reference(std::string_view text, std::size_t at) {
  const bool is_number = at + 1 < text.size() && text[at + 1] == '#';
  const std::size_t begin = at + (is_number ? 2 : 1);
  std::size_t end = begin;
  const auto belongs = [&](char c) {
    return is_number ? c >= '0' && c <= '9' : (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  while (end < text.size() && end < begin + 32 && belongs(text[end])) ++end;
  return end > begin && end < text.size() && text[end] == ';';
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
  if (input.is_nil()) return {};
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
  if (input.is_nil()) return {};
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
  if (!is_valid_utf8(out)) arena.raise("invalid byte sequence in UTF-8");
  std::string valid;
  append_valid_utf8(valid, out);
  return Value::of(arena.keep(valid));
}

struct Markup {
  std::string_view begin;
  std::string_view end;
};

// The text without what stands between the marks, the marks among it.
std::string without(std::string_view text, std::span<const Markup> marks) {
  std::string out;
  std::size_t unclosed = 0;  // bits of the marks whose end does not come any more
  while (!text.empty()) {
    const std::size_t opening = std::min(text.find('<'), text.size());
    out += text.substr(0, opening);
    text.remove_prefix(opening);
    std::size_t skipped = 0;
    for (std::size_t i = 0; i < marks.size() && skipped == 0; ++i) {
      if ((unclosed >> i & 1) != 0 || !text.starts_with(marks[i].begin)) continue;
      const std::size_t close = text.find(marks[i].end, marks[i].begin.size());
      if (close == std::string_view::npos)
        unclosed |= std::size_t{1} << i;
      else
        skipped = close + marks[i].end.size();
    }
    if (skipped == 0) out += text.substr(0, 1);
    text.remove_prefix(std::min(text.size(), std::max<std::size_t>(skipped, 1)));
  }
  return out;
}

// Scripts, styles and comments go with their content, then all other tags alone.
Value strip_html(const Value& input, Arguments, Arena& arena) {
  constexpr Markup blocks[] = {{"<script", "</script>"}, {"<!--", "-->"}, {"<style", "</style>"}};
  constexpr Markup tags[] = {{"<", ">"}};
  return Value::of(arena.keep(without(without(text_of(input, arena), blocks), tags)));
}

constexpr Filter filters[] = {
    {"escape", escape, 0, 0, {}, FilterRole::escapes},
    {"h", escape, 0, 0, {}, FilterRole::escapes},
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
