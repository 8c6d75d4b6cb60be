// Props, styles and page settings of a merged document, register by register.
#pragma once

#include "engine/merge/structure.hpp"

namespace pagewright::merge {

// The node's component, settings, props and styles; its place is that of the side it stands on.
[[nodiscard]] std::shared_ptr<document::Node> merge_contents(const document::NodeId& id, const Touched& node,
                                                             const Input& input, ConflictList& conflicts);

// The page settings: `merged` starts as ours.
void merge_layout(const Input& input, ConflictList& conflicts, document::Document& merged);

}  // namespace pagewright::merge
