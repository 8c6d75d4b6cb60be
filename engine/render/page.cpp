#include "engine/render/page.hpp"

#include "engine/base/html.hpp"
#include "engine/render/node_renderer.hpp"
#include "engine/render/page_head.hpp"
#include "engine/render/style_sheet.hpp"

namespace pagewright::render {

Result<void> append_page(const Library& library, const document::Document& document, const PageContext& context,
                         Mode mode, std::string& out) {
  NodeRenderer renderer(library, document, mode);
  return append_page(renderer, library, document, context, mode, out);
}

// The head says what the nodes need, so it is known last: it is put before them where they are, which costs less than
// copying a large page to memory that was never touched.
Result<void> append_page(NodeRenderer& renderer, const Library& library, const document::Document& document,
                         const PageContext& context, Mode mode, std::string& out) {
  const std::size_t start = out.size();
  out.reserve(start + document.size() * 512 + 16 * 1024);
  if (auto rendered = renderer.append_root(out); !rendered) {
    out.resize(start);
    return rendered;
  }
  std::string head;
  append_head(library, document, context, mode, renderer, head);
  head += "<body><main>";
  out.insert(start, head);
  out += "</main></body></html>\n";
  return {};
}

Result<void> append_node(const Library& library, const document::Document& document, const document::NodeId& id,
                         Mode mode, std::string& out) {
  return NodeRenderer(library, document, mode).append(id, Depth::subtree, out);
}

}  // namespace pagewright::render
