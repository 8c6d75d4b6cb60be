// JSON as a rich text prop: what is rendered has no script and no element that rich text doesn't know, valid or not.
#include <string>

#include "engine/json/value.hpp"
#include "engine/richtext/rich_text.hpp"
#include "fuzz/input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pagewright;
  const auto value = json::parse(fuzz::text_of(bytes, size));
  if (!value) return 0;
  fuzz::expect(richtext::validate(*value) == richtext::validate(*value), "the same input gives the same verdict");
  std::string html;
  richtext::append_html(*value, html);
  fuzz::expect(html.find("<script") == std::string::npos, "no script element");
  fuzz::expect(html.find("href=\"javascript:") == std::string::npos, "no script address");
  std::string again;
  richtext::append_html(*value, again);
  fuzz::expect(html == again, "the same input gives the same bytes");
  return 0;
}
