// JSON as a page's document: refused with a fault and its place, or it survives its own text, renders on both modes
// without markup that no component wrote, and keeps within the limits.
#include <string>

#include "engine/document/faults.hpp"
#include "engine/render/page.hpp"
#include "fuzz/built_in_library.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;
using document::Document;
using document::Ranks;

std::string text_of(const Document& document, Ranks ranks) {
  std::string out;
  document.append_json(out, ranks);
  return out;
}

Document read_again(const Document& document, Ranks ranks) {
  const auto source = json::parse(text_of(document, ranks));
  fuzz::expect(source.has_value(), "what a document writes is JSON within the depth that is read");
  auto again = Document::parse(*source, fuzz::built_in_library()->catalog());
  fuzz::expect(again.has_value(), "what a document writes is a document");
  fuzz::expect(text_of(*again, ranks) == text_of(document, ranks), "equal documents are equal bytes");
  return std::move(*again);
}

void check_shape(const Document& document) {
  const document::Limits limits;
  fuzz::expect(document.size() <= limits.nodes, "no more nodes than the limit");
  std::size_t listed = document.children(document::NodeId(), document::root_slot).size();
  document.for_each_node([&](const document::NodePointer& node) {
    fuzz::expect(document.depth_of(node->id) <= limits.depth, "no deeper than the limit");
    if (const document::Children* slots = document.children(node->id))
      for (const auto& slot : *slots) listed += slot.children.size();
  });
  fuzz::expect(listed == document.size(), "each node stands in one list");
}

std::string page(const Document& document, render::Mode mode) {
  std::string html;
  const auto rendered = render::append_page(*fuzz::built_in_library(), document, {.name = "Page"}, mode, html);
  if (!rendered) {
    fuzz::expect(rendered.error().code == ErrorCode::limit_exceeded, "only limits keep a page from rendering");
    return {};
  }
  return html;
}

void check_page(const Document& document) {
  for (const render::Mode mode : {render::Mode::published, render::Mode::canvas}) {
    const std::string html = page(document, mode);
    fuzz::expect(html == page(document, mode), "the same document gives the same bytes");
    fuzz::expect(html.find("<script") == std::string::npos, "no script element");
    fuzz::expect(html.find("href=\"javascript:") == std::string::npos, "no script address");
    fuzz::expect(html.empty() || html.ends_with("</main></body></html>\n"), "a page is whole");
  }
}

}  // namespace

// Before the clock of the first input starts.
extern "C" int LLVMFuzzerInitialize(int*, char***) {
  (void)fuzz::built_in_library();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto source = json::parse(fuzz::text_of(bytes, size));
  if (!source) return 0;
  const auto document = Document::parse(*source, fuzz::built_in_library()->catalog());
  if (!document) {
    const Error& error = document.error();
    fuzz::expect(!error.message.empty(), "a refusal says what was wrong");
    fuzz::expect(error.path.empty() || error.path.front() == '/', "the place of a fault is a JSON Pointer");
    fuzz::expect(json::parse(json::serialize(json::Value(error.message + error.path))).has_value(),
                 "a refusal is text");
    const auto faults = document::faults_in(*source, fuzz::built_in_library()->catalog());
    fuzz::expect(!faults.empty() && faults.front() == error, "the first of all faults is the one that is refused with");
    return 0;
  }
  fuzz::expect(document::faults_in(*source, fuzz::built_in_library()->catalog()).empty(), "a document has no faults");
  check_shape(*document);
  fuzz::expect(read_again(*document, Ranks::keep) == *document, "a document survives its text with ranks");
  read_again(*document, Ranks::leave_out);
  check_page(*document);
  return 0;
}
