// The tree as an editor mirrors it: whole when a page opens, then only what changed. See TREE in
// docs/formats/engine-calls.md.
#pragma once

#include <string>

#include "engine/document/document.hpp"

namespace pagewright::wasm {

// What differs from `before` to `after`; from an empty document: everything.
void append_tree(std::string& out, const document::Document& before, const document::Document& after);

// Of the whole document, without the nodes: who has which children, and the page settings.
void append_structure(std::string& out, const document::Document& document);

}  // namespace pagewright::wasm
