#include "fuzz/tree_mirror.hpp"

namespace pagewright::fuzz {

void TreeMirror::follow(const json::Value& tree) {
  for (const json::Value& id : tree.at("removed").as_array()) {
    nodes_.erase(id.as_string());
    children_.erase(id.as_string());
  }
  for (const auto& node : tree.at("nodes").as_object()) nodes_[node.key()] = node.value();
  for (const auto& lists : tree.at("children").as_object()) {
    if (lists.value().as_object().empty())
      children_.erase(lists.key());
    else
      children_[lists.key()] = lists.value();
  }
  if (const json::Value* layout = json::find(tree, "layout")) layout_ = *layout;
}

bool TreeMirror::equals(const TreeMirror& other) const {
  return json::equal(nodes_, other.nodes_) && json::equal(children_, other.children_) &&
         json::equal(layout_, other.layout_);
}

}  // namespace pagewright::fuzz
