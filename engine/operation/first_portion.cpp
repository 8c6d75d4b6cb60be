#include "engine/operation/first_portion.hpp"

#include <limits>
#include <ranges>
#include <unordered_map>

namespace pagewright::operation {
namespace {

using document::NodeId;
using document::NodePointer;

// The root alone, then each of its children with all below it.
std::vector<Subtree> parts_of(const Subtree& subtree) {
  std::vector<Subtree> parts{Subtree{{subtree.nodes.front()}}};
  std::unordered_map<NodeId, std::size_t, document::NodeIdHash> part_of;
  for (const NodePointer& node : subtree.nodes | std::views::drop(1)) {
    const auto parent = part_of.find(node->place.parent);
    const std::size_t part = parent == part_of.end() ? parts.size() : parent->second;
    if (part == parts.size()) parts.emplace_back();
    parts[part].nodes.push_back(node);
    part_of.emplace(node->id, part);
  }
  return parts;
}

}  // namespace

FirstPortion first_portion(const std::vector<Operation>& operations, std::size_t most_bytes) {
  if (most_bytes == std::numeric_limits<std::size_t>::max()) return {operations, {}};
  std::vector<Operation> waiting(operations.rbegin(), operations.rend());  // the next one at the end
  FirstPortion portion;
  std::size_t bytes = 0;
  while (!waiting.empty()) {
    const std::size_t size = json::serialize(to_json(waiting.back())).size();
    const auto* insert = std::get_if<InsertNode>(&waiting.back());
    if (size > most_bytes && insert && insert->subtree.nodes.size() > 1) {
      std::vector<Subtree> parts = parts_of(insert->subtree);
      waiting.pop_back();
      for (Subtree& part : parts | std::views::reverse) waiting.push_back(InsertNode{std::move(part)});
      continue;
    }
    if (bytes + size > most_bytes && !portion.first.empty()) break;
    bytes += size;
    portion.first.push_back(std::move(waiting.back()));
    waiting.pop_back();
  }
  portion.rest.assign(std::make_move_iterator(waiting.rbegin()), std::make_move_iterator(waiting.rend()));
  return portion;
}

}  // namespace pagewright::operation
