#include "engine/document/document.hpp"

#include <algorithm>
#include <atomic>

#include "engine/document/rank.hpp"

namespace pagewright::document {
namespace {

auto slot_position(auto& children, std::string_view slot) {
  return std::ranges::lower_bound(children, slot, {},
                                  [](const SlotChildren& entry) { return std::string_view(entry.slot); });
}

}  // namespace

std::span<const Child> children_in(const Children* children, std::string_view slot) {
  if (!children) return {};
  for (const SlotChildren& entry : *children)
    if (entry.slot == slot) return entry.children;
  return {};
}

const Node* Document::find(const NodeId& id) const {
  const PlacedNode* placed = nodes_.find(id);
  return placed ? placed->node.get() : nullptr;
}

NodePointer Document::find_shared(const NodeId& id) const {
  const PlacedNode* placed = nodes_.find(id);
  return placed ? placed->node : nullptr;
}

const Children* Document::children(const NodeId& parent) const {
  if (parent.is_root()) return root_children_.get();
  const PlacedNode* placed = nodes_.find(parent);
  return placed ? placed->children.get() : nullptr;
}

std::span<const Child> Document::children(const NodeId& parent, std::string_view slot) const {
  return children_in(children(parent), slot);
}

bool Document::is_within(const NodeId& node, const NodeId& ancestor) const {
  for (NodeId at = node;; at = find(at)->place.parent) {
    if (at == ancestor) return true;
    if (at.is_root()) return false;
  }
}

bool Document::is_hidden(const NodeId& node) const {
  for (const Node* at = find(node); at; at = find(at->place.parent))
    if (at->is_hidden()) return true;
  return false;
}

unsigned Document::depth_of(const NodeId& node) const {
  unsigned depth = 0;
  for (NodeId at = node; !at.is_root(); at = find(at)->place.parent) ++depth;
  return depth;
}

Result<std::string> Document::rank_before(const NodeId& parent, std::string_view slot,
                                          const std::optional<NodeId>& before, const NodeId& id) const {
  const auto siblings = children(parent, slot);
  // The node itself may be among them, when it moves within its slot: its own rank bounds nothing.
  auto at = before ? std::ranges::find(siblings, *before, &Child::id) : siblings.end();
  if (before && at == siblings.end())
    return fail(ErrorCode::gone, "The node to place it before is no longer in that slot.", std::string(before->text()));
  auto low = at;
  while (low != siblings.begin() && std::prev(low)->id == id) --low;
  while (at != siblings.end() && at->id == id) ++at;
  const std::string_view low_rank =
      low == siblings.begin() ? std::string_view() : std::string_view(std::prev(low)->rank);
  const std::string_view high_rank = at == siblings.end() ? std::string_view() : std::string_view(at->rank);
  return rank::between(low_rank, high_rank, id.hash());
}

std::optional<NodeId> Document::next_sibling(const NodeId& id) const {
  const Node* node = find(id);
  if (!node) return std::nullopt;
  const auto siblings = children(node->place.parent, node->place.slot);
  const auto at = std::ranges::upper_bound(siblings, Child{node->place.rank, id});
  return at == siblings.end() ? std::nullopt : std::optional(at->id);
}

Children& Document::children_to_change(const NodeId& parent) {
  auto& children = parent.is_root() ? root_children_ : nodes_.find_to_change(parent)->children;
  if (!children)
    children = std::make_shared<const Children>();
  else if (children.use_count() == 1)
    std::atomic_thread_fence(std::memory_order_acquire);
  else
    children = std::make_shared<const Children>(*children);
  return const_cast<Children&>(*children);
}

void Document::link(const Node& node) {
  Children& slots = children_to_change(node.place.parent);
  auto slot = slot_position(slots, node.place.slot);
  if (slot == slots.end() || slot->slot != node.place.slot)
    slot = slots.insert(slot, SlotChildren{node.place.slot, {}});
  Child child{node.place.rank, node.id};
  slot->children.insert(std::ranges::upper_bound(slot->children, child), std::move(child));
}

void Document::unlink(const Node& node) {
  Children& slots = children_to_change(node.place.parent);
  const auto slot = slot_position(slots, node.place.slot);
  slot->children.erase(std::ranges::lower_bound(slot->children, Child{node.place.rank, node.id}));
  if (slot->children.empty()) slots.erase(slot);
  if (!slots.empty()) return;
  if (node.place.parent.is_root())
    root_children_.reset();
  else
    nodes_.find_to_change(node.place.parent)->children.reset();
}

void Document::put(NodePointer node) {
  const Node* present = find(node->id);
  if (!present) {
    link(*node);
    nodes_.set({std::move(node), nullptr});
    return;
  }
  if (present->place != node->place) {
    const NodePointer before = find_shared(node->id);  // unlinking may free what `present` points into
    unlink(*before);
    link(*node);
  }
  nodes_.find_to_change(node->id)->node = std::move(node);
}

void Document::erase(const NodeId& id) {
  const NodePointer node = find_shared(id);
  unlink(*node);
  nodes_.erase(id);
}

void Document::set_layout(std::string_view key, SharedValue value) {
  auto changed = std::make_shared<Registers>(*layout_);
  changed->set(key, std::move(value));
  layout_ = std::move(changed);
}

bool Document::operator==(const Document& other) const {
  if (size() != other.size() || (layout_ != other.layout_ && !(*layout_ == *other.layout_))) return false;
  bool equal = true;
  for_each_difference(*this, other, [&](const NodeId&, const NodePointer* before, const NodePointer* after) {
    equal = equal && before && after && **before == **after;
  });
  return equal;
}

}  // namespace pagewright::document
