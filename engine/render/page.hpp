// Rendering a whole page: the same bytes on the server and in the browser.
#pragma once

#include <string>

#include "engine/document/document.hpp"
#include "engine/render/library.hpp"

namespace pagewright::render {

class NodeRenderer;

enum class Mode : std::uint8_t { published, canvas };

// What the page knows of itself beside its document.
struct PageContext {
  std::string name;           // the page's name: the title where layout.title is absent
  std::string description;    // the meta description where layout.description is absent
  std::string canonical_url;  // absolute; where layout.canonical is absent; empty: none
  std::string site_name;      // the organisation's name, for Open Graph
};

// Appends the page, from <!doctype html> to </html>. Error limit_exceeded or invalid_template where a component cannot
// render; in the canvas that node shows a sentence instead.
[[nodiscard]] Result<void> append_page(const Library& library, const document::Document& document,
                                       const PageContext& context, Mode mode, std::string& out);

// The same with a renderer, new for this document and mode, that can be asked afterwards what the page used.
[[nodiscard]] Result<void> append_page(NodeRenderer& renderer, const Library& library,
                                       const document::Document& document, const PageContext& context, Mode mode,
                                       std::string& out);

// Appends one node with all below it.
[[nodiscard]] Result<void> append_node(const Library& library, const document::Document& document,
                                       const document::NodeId& id, Mode mode, std::string& out);

}  // namespace pagewright::render
