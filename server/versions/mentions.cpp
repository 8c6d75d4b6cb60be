#include "server/versions/mentions.hpp"

#include <algorithm>

namespace pagewright::versions {
namespace {

constexpr unsigned max_depth = 1000;

bool has_node(const json::Value& subtree, std::string_view id) {
  if (json::find_string(subtree, "id") == id) return true;
  const json::Value* children = json::find(subtree, "children");
  if (children == nullptr || !children->is_object()) return false;
  return std::ranges::any_of(children->get_object(), [&](const auto& slot) {
    const json::Array* nodes = slot.value().if_array();
    return nodes != nullptr && std::ranges::any_of(*nodes, [&](const json::Value& node) { return has_node(node, id); });
  });
}

}  // namespace

bool mentions(std::string_view operations, const document::NodeId& node) {
  const std::string_view id = node.text();
  if (!operations.contains(id)) return false;  // most of them: parsing costs more
  const auto parsed = json::parse(operations, max_depth);
  if (!parsed || !parsed->is_array()) return false;
  return std::ranges::any_of(parsed->get_array(), [&](const json::Value& operation) {
    const json::Value* inserted = json::find(operation, "node");
    return json::find_string(operation, "id") == id || (inserted != nullptr && has_node(*inserted, id));
  });
}

}  // namespace pagewright::versions
