#include "engine/render/page.hpp"

#include "engine/base/html.hpp"
#include "engine/render/node_renderer.hpp"
#include "engine/render/page_head.hpp"
#include "engine/render/style_sheet.hpp"

namespace pagewright::render {

Result<void> append_page(const Library& library, const document::Document& document, const PageContext& context,
                         Mode mode, std::string& out) {
  NodeRenderer renderer(library, document, mode);
  std::string body;
  body.reserve(document.size() * 512);
  TRY(renderer.append_root(body));
  out.reserve(out.size() + body.size() + 16 * 1024);
  append_head(library, document, context, mode, renderer, out);
  out.append("<body><main>").append(body).append("</main></body></html>\n");
  return {};
}

Result<void> append_node(const Library& library, const document::Document& document, const document::NodeId& id,
                         Mode mode, std::string& out) {
  return NodeRenderer(library, document, mode).append(id, Depth::subtree, out);
}

}  // namespace pagewright::render
