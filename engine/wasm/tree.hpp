// The tree as an editor mirrors it: whole when a page opens, then only what changed. See TREE in
// docs/formats/engine-calls.md.
#pragma once

#include <string>

#include "engine/document/document.hpp"

namespace pagewright::wasm {

// What differs from `before` to `after`; from an empty document: everything.
void append_tree(std::string& out, const document::Document& before, const document::Document& after);

}  // namespace pagewright::wasm
