// Any bytes: they are refused, or what is made of them is clean: cleaning it again changes nothing, and nothing in it
// is known to run, load or link.
#include "fuzz/input.hpp"
#include "server/svg/svg_cleaner.hpp"

namespace {

bool has_handler(std::string_view text) {
  for (auto at = text.find(" on"); at != std::string_view::npos; at = text.find(" on", at + 1)) {
    const auto end = text.find_first_of("= <>\"", at + 1);
    // Within a tag: a text has its quotes escaped.
    if (end != std::string_view::npos && text.substr(end, 2) == "=\"") return true;
  }
  return false;
}

// A value that ends in href= stands before a space, or the end of its tag.
bool has_address(std::string_view text) {
  for (const std::string_view beginning : {" href=\"", ":href=\""})
    for (auto at = text.find(beginning); at != std::string_view::npos; at = text.find(beginning, at + 1)) {
      const auto address = text.substr(at + beginning.size());
      if (address.starts_with('h') || address.starts_with('j')) return true;
      if (address.starts_with('/') && !address.starts_with("/>")) return true;
    }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace pagewright;
  const auto clean = svg::clean_svg(fuzz::text_of(bytes, size));
  if (!clean) return 0;
  const std::string_view text = clean->text;
  fuzz::expect(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "it is an SVG");
  for (const char* word : {"<script", "<foreignObject", "<iframe", "<!", "<?", "<a "})
    fuzz::expect(!text.contains(word), "nothing in it runs, loads or links");
  fuzz::expect(!has_address(text), "nothing in it loads or links");
  fuzz::expect(!has_handler(text), "it has no handlers");
  const auto again = svg::clean_svg(text);
  fuzz::expect(again.has_value(), "what was made can be read");
  fuzz::expect(again->text == text, "what is clean stays as it is");
  return 0;
}
