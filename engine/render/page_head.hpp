// The head of a page: title and metadata, and the style sheet of what the page uses.
#pragma once

#include "engine/render/node_renderer.hpp"

namespace pagewright::render {

// Appends everything from <!doctype html> to </head>. `rendered` knows what the body uses.
void append_head(const Library& library, const document::Document& document, const PageContext& context, Mode mode,
                 const NodeRenderer& rendered, std::string& out);

// The text of a page setting; empty where it is not set.
[[nodiscard]] std::string_view page_setting(const document::Document& document, std::string_view key);

// "auto", "light" or "dark".
[[nodiscard]] std::string_view color_scheme_of(const document::Document& document);
// A language tag; "en" where none is set.
[[nodiscard]] std::string_view language_of(const document::Document& document);

}  // namespace pagewright::render
