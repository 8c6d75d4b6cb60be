// What a conflict shows of each document, as JSON.
#pragma once

#include "engine/merge/conflict.hpp"

namespace pagewright::merge {

// {"component", "settings", "props", "styles"}; settings only where there are some
[[nodiscard]] json::Value contents_json(const document::Node& node);

// A node with all below it, nested and without ranks.
[[nodiscard]] document::SharedValue subtree_json(const document::Document& document, const document::NodeId& id);

// {"<id>": {"parent", "slot"}, …}; nodes that the document does not have are left out.
[[nodiscard]] document::SharedValue places_json(const document::Document& document,
                                                const std::vector<document::NodeId>& ids);

// The ids in a slot, in order.
[[nodiscard]] document::SharedValue children_json(const document::Document& document, const document::NodeId& parent,
                                                  std::string_view slot);

}  // namespace pagewright::merge
