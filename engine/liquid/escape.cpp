#include "engine/liquid/escape.hpp"

#include <algorithm>
#include <array>

#include "engine/base/html.hpp"
#include "engine/liquid/css_escape.hpp"
#include "engine/liquid/css_value.hpp"
#include "engine/liquid/number.hpp"

namespace pagewright::liquid {
namespace {

constexpr std::string_view unsafe_url = "about:invalid";

enum class UrlPlace : std::uint8_t { path_no_scheme, path, component, css, css_no_scheme };

bool is_css(UrlPlace place) {
  return place == UrlPlace::css || place == UrlPlace::css_no_scheme;
}

// A colon may end a scheme, a comma a candidate of srcset, a parenthesis CSS's url().
bool is_plain(char c, UrlPlace place) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) return true;
  constexpr std::string_view unreserved = "-._~";
  constexpr std::string_view reserved = "/?#@!$&*+;=";
  if (unreserved.contains(c)) return true;
  if (place == UrlPlace::component) return false;
  if (c == ':' || c == ',') return place == UrlPlace::path || place == UrlPlace::css;
  if (c == '(' || c == ')') return !is_css(place);
  return reserved.contains(c);
}

bool is_hexadecimal(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// https://url.spec.whatwg.org/#percent-encoded-bytes. Outside components, what is encoded already stays so.
void append_url_part(std::string& out, std::string_view text, UrlPlace place) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_encoded = c == '%' && place != UrlPlace::component && i + 2 < text.size() &&
                            is_hexadecimal(text[i + 1]) && is_hexadecimal(text[i + 2]);
    if (c == '&' && is_css(place))
      append_css_escape(out, c);
    else if (c == '&' && place != UrlPlace::component)
      out += "&amp;";
    else if (is_encoded || is_plain(c, place))
      out += c;
    else
      append_percent_encoded(out, c);
  }
}

// Most URLs start in one of these ways, which need no closer look.
bool is_plainly_safe(std::string_view url) {
  return url.starts_with('/') || url.starts_with('#') || url.starts_with("https://");
}

// https://html.spec.whatwg.org/multipage/images.html#srcset-attributes: every candidate's URL must be safe.
bool is_safe_image_list(std::string_view list) {
  while (true) {
    const std::size_t begin = list.find_first_not_of(" \t\n\f\r,");
    if (begin == std::string_view::npos) return true;
    list.remove_prefix(begin);
    const std::size_t end = std::min(list.find_first_of(" \t\n\f\r,"), list.size());
    if (!html::is_safe_image_url(list.substr(0, end))) return false;
    list.remove_prefix(std::min(list.find(',', end), list.size()));
  }
}

bool is_safe_url_list(std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(" \t\n\f\r"), list.size());
    if (!html::is_safe_url(list.substr(0, end))) return false;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return true;
}

void append_url(std::string& out, std::string_view url, bool is_safe) {
  html::append_escaped(out, is_safe ? url : unsafe_url);
}

void append_specially(std::string& out, std::string_view text, OutputEscape escape) {
  switch (escape) {
    case OutputEscape::none:
    case OutputEscape::html:
      html::append_escaped(out, text);
      return;
    case OutputEscape::html_with_breaks:
      append_lines_with_breaks(out, text, html::append_escaped);
      return;
    case OutputEscape::url:
      append_url(out, text, is_plainly_safe(text) || html::is_safe_url(text));
      return;
    case OutputEscape::image_url:
      append_url(out, text, is_plainly_safe(text) || html::is_safe_image_url(text));
      return;
    case OutputEscape::image_url_list:
      append_url(out, text, is_safe_image_list(text));
      return;
    case OutputEscape::url_list:
      append_url(out, text, is_safe_url_list(text));
      return;
    case OutputEscape::url_path_no_scheme:
      append_url_part(out, text, UrlPlace::path_no_scheme);
      return;
    case OutputEscape::url_path:
      append_url_part(out, text, UrlPlace::path);
      return;
    case OutputEscape::url_component:
      append_url_part(out, text, UrlPlace::component);
      return;
    case OutputEscape::css_value:
      out.append(is_plain_css_value(text, out) ? text : "initial");
      return;
    case OutputEscape::css_string:
      append_css_string(out, text);
      return;
    case OutputEscape::css_name:
      append_css_name(out, text, false);
      return;
    case OutputEscape::css_name_start:
      append_css_name(out, text, true);
      return;
    case OutputEscape::css_url:
      append_url_part(out, html::is_safe_image_url(text) ? text : unsafe_url, UrlPlace::css);
      return;
    case OutputEscape::css_url_path_no_scheme:
      append_url_part(out, text, UrlPlace::css_no_scheme);
      return;
    case OutputEscape::css_url_path:
      append_url_part(out, text, UrlPlace::css);
      return;
  }
}

// What most outputs are goes straight to the writer.
void append_text_escaped(TextWriter& out, std::string_view text, OutputEscape escape) {
  if (escape == OutputEscape::html)
    html::write_escaped(out, text);
  else if (escape == OutputEscape::none)
    out.append(text);
  else if ((escape == OutputEscape::url || escape == OutputEscape::image_url) && is_plainly_safe(text))
    html::write_escaped(out, text);
  else
    out.append_with([&](std::string& string) { append_specially(string, text, escape); });
}

}  // namespace

void append_percent_encoded(std::string& out, char c) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += digits[byte >> 4];
  out += digits[byte & 15];
}

void append_value(TextWriter& out, const Value& value, OutputEscape escape) {
  switch (value.kind()) {
    case Kind::string:
      append_text_escaped(out, value.text(), escape);
      return;
    case Kind::integer:
      if (escape == OutputEscape::css_name_start) break;
      out.append_with([&](std::string& text) { append_integer(text, value.integer()); });
      return;
    case Kind::nil:
    case Kind::empty:
    case Kind::blank:
      return;
    case Kind::boolean:
      out.append_with([&](std::string& text) { append_text(text, value); });
      return;
    case Kind::decimal:
      if (escape == OutputEscape::css_name || escape == OutputEscape::css_name_start) break;
      out.append_with([&](std::string& text) { append_text(text, value); });
      return;
    case Kind::json:
    case Kind::array:
    case Kind::range:
      break;
  }
  std::string text;
  append_text(text, value);
  append_text_escaped(out, text, escape);
}

}  // namespace pagewright::liquid
