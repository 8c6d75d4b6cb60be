// JSON as a rich text prop: what is rendered has no script and no element that rich text doesn't know, valid or not; it
// nests as HTML must; and the plain text is text.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "engine/json/value.hpp"
#include "engine/richtext/rich_text.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;

constexpr std::array<std::string_view, 19> elements = {"p",  "h2", "h3",         "h4",   "h5", "h6", "ul",
                                                       "ol", "li", "blockquote", "pre",  "a",  "u",  "strong",
                                                       "em", "s",  "hr",         "code", "br"};

// Every "<" begins or ends a known element, and they close in the order in which they opened.
void check_markup(std::string_view html) {
  std::vector<std::string_view> open;
  for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
    const bool closes = html.substr(at + 1).starts_with('/');
    const std::size_t name_start = at + 1 + (closes ? 1 : 0);
    const std::string_view name = html.substr(name_start, html.find_first_of(" >", name_start) - name_start);
    fuzz::expect(std::ranges::find(elements, name) != elements.end(), "only elements that rich text knows");
    if (name == "br" || name == "hr") continue;
    if (!closes) {
      open.push_back(name);
      continue;
    }
    fuzz::expect(!open.empty() && open.back() == name, "elements nest");
    open.pop_back();
  }
  fuzz::expect(open.empty(), "every element is closed");
}

std::string html_of(const json::Value& value) {
  std::string html;
  richtext::append_html(value, html);
  return html;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto value = json::parse(fuzz::text_of(bytes, size));
  if (!value) return 0;
  const auto verdict = richtext::validate(*value);
  fuzz::expect(verdict == richtext::validate(*value), "the same input gives the same verdict");
  if (!verdict) fuzz::expect(!verdict.error().message.empty(), "a refusal says what was wrong");
  const std::string html = html_of(*value);
  check_markup(html);
  fuzz::expect(html.find("href=\"javascript:") == std::string::npos, "no script address");
  fuzz::expect(html == html_of(*value), "the same input gives the same bytes");
  const auto again = json::parse(json::serialize(*value));
  fuzz::expect(again && html == html_of(*again), "what was stored renders as before");
  const std::string text = richtext::plain_text(*value);
  fuzz::expect(json::parse(json::serialize(json::Value(text))).has_value(), "the plain text is text");
  return 0;
}
