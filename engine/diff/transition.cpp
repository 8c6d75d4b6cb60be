#include "engine/diff/transition.hpp"

#include <algorithm>
#include <unordered_set>

#include "engine/document/rank.hpp"

namespace pagewright::diff {
namespace {

using document::Children;
using document::Document;
using document::Node;
using document::NodeId;
using document::NodePointer;
using document::Place;
using operation::Operation;
using Ids = std::unordered_set<NodeId, document::NodeIdHash>;

// Indexes of a longest strictly increasing subsequence of `values`: what can stay where it is when a list is put in
// order.
std::vector<bool> longest_increasing(const std::vector<std::size_t>& values) {
  std::vector<std::size_t> tails;
  std::vector<std::size_t> previous(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at = std::ranges::lower_bound(tails, values[i], {}, [&](std::size_t index) { return values[index]; });
    previous[i] = at == tails.begin() ? values.size() : *std::prev(at);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> kept(values.size());
  for (std::size_t i = tails.empty() ? values.size() : tails.back(); i < values.size(); i = previous[i]) kept[i] = true;
  return kept;
}

class Transition {
 public:
  Transition(const Document& from, const Document& to) : from_(from), to_(to) {}

  std::vector<Operation> operations() {
    find_removed(NodeId(), false);
    remove_empty(NodeId());
    place_children(NodeId());
    remove_emptied(NodeId(), false);
    change_registers();
    change_layout();
    return std::move(operations_);
  }

 private:
  [[nodiscard]] bool survives(const NodeId& id) const { return from_.find(id) && !removed_.contains(id); }

  // A node goes when it is not in the new document, or is another component there; below the latter, all are made anew.
  // Returns whether something below `id` stays.
  bool find_removed(const NodeId& id, bool anew) {
    bool keeps = false;
    const Children* slots = from_.children(id);
    if (!slots) return false;
    for (const auto& slot : *slots) {
      for (const document::Child& child : slot.children) {
        const Node* after = to_.find(child.id);
        const bool replaced = anew || (after && after->component != from_.find(child.id)->component);
        const bool goes = replaced || !after;
        if (goes) removed_.insert(child.id);
        const bool keeps_below = find_removed(child.id, replaced);
        if (keeps_below && goes) keeping_.insert(child.id);
        keeps = keeps || keeps_below || !goes;
      }
    }
    return keeps;
  }

  // Removes the topmost nodes that go and below which nothing stays.
  void remove_empty(const NodeId& id) {
    for_each_child(id, [&](const NodeId& child) {
      if (removed_.contains(child) && !keeping_.contains(child))
        operations_.push_back(operation::RemoveNode{child});
      else
        remove_empty(child);
    });
  }

  // Removes the others, out of which all that stays has been moved by now. `is_taken`: an ancestor that it is still
  // below goes.
  void remove_emptied(const NodeId& id, bool is_taken) {
    for_each_child(id, [&](const NodeId& child) {
      const bool goes = removed_.contains(child);
      if (goes && !keeping_.contains(child)) return;
      if (goes && !is_taken) operations_.push_back(operation::RemoveNode{child});
      remove_emptied(child, goes);
    });
  }

  template <typename Visit>
  void for_each_child(const NodeId& id, Visit visit) const {
    if (const Children* slots = from_.children(id))
      for (const auto& slot : *slots)
        for (const document::Child& child : slot.children) visit(child.id);
  }

  // Parents first, so that each node's place exists and no move can make a cycle.
  void place_children(const NodeId& parent) {
    const Children* slots = to_.children(parent);
    if (!slots) return;
    for (const auto& slot : *slots) place_slot(parent, slot);
    for (const auto& slot : *slots)
      for (const document::Child& child : slot.children) place_children(child.id);
  }

  void place_slot(const NodeId& parent, const document::SlotChildren& slot) {
    // Mostly nothing has moved, and most of the time would go into finding that out rank by rank.
    const auto before = from_.children(parent, slot.slot);
    if (removed_.empty() && std::ranges::equal(before, slot.children, {}, &document::Child::id, &document::Child::id))
      return;
    const std::vector<std::string> ranks = ranks_for(parent, slot);
    for (std::size_t i = 0; i < slot.children.size(); ++i) {
      const NodeId& id = slot.children[i].id;
      if (inserted_.contains(id)) continue;
      Place place{parent, slot.slot, ranks[i]};
      if (!survives(id)) {
        auto node = std::make_shared<Node>(*to_.find(id));
        node->place = std::move(place);
        operation::Subtree subtree{{std::move(node)}};
        if (!holds_survivors(id)) collect_below(id, subtree);
        for (const NodePointer& inserted : subtree.nodes) inserted_.insert(inserted->id);
        operations_.push_back(operation::InsertNode{std::move(subtree)});
      } else if (from_.find(id)->place != place) {
        operations_.push_back(operation::MoveNode{id, std::move(place)});
      }
    }
  }

  // Does something that stays stand below this node of the new document?
  [[nodiscard]] bool holds_survivors(const NodeId& id) const {
    const Children* slots = to_.children(id);
    if (!slots) return false;
    for (const auto& slot : *slots)
      for (const document::Child& child : slot.children)
        if (survives(child.id) || holds_survivors(child.id)) return true;
    return false;
  }

  void collect_below(const NodeId& id, operation::Subtree& subtree) const {
    const Children* slots = to_.children(id);
    if (!slots) return;
    for (const auto& slot : *slots) {
      for (const document::Child& child : slot.children) {
        subtree.nodes.push_back(to_.find_shared(child.id));
        collect_below(child.id, subtree);
      }
    }
  }

  // The ranks of a slot's new list: as many as possible stay as they are.
  std::vector<std::string> ranks_for(const NodeId& parent, const document::SlotChildren& slot) {
    std::vector<std::size_t> indexes;
    std::vector<std::size_t> positions;
    const auto before = from_.children(parent, slot.slot);
    for (std::size_t i = 0; i < slot.children.size(); ++i) {
      const NodeId& id = slot.children[i].id;
      if (!survives(id)) continue;
      const Place& place = from_.find(id)->place;
      if (place.parent != parent || place.slot != slot.slot) continue;
      const auto at = std::ranges::lower_bound(before, document::Child{place.rank, id});
      indexes.push_back(i);
      positions.push_back(static_cast<std::size_t>(at - before.begin()));
    }
    const std::vector<bool> kept = longest_increasing(positions);
    std::vector<std::string> ranks(slot.children.size());
    for (std::size_t k = 0; k < indexes.size(); ++k)
      if (kept[k]) ranks[indexes[k]] = before[positions[k]].rank;
    std::string low;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      if (ranks[i].empty()) {
        const auto next = std::ranges::find_if(ranks.begin() + static_cast<std::ptrdiff_t>(i), ranks.end(),
                                               [](const std::string& rank) { return !rank.empty(); });
        ranks[i] = document::rank::between(low, next == ranks.end() ? std::string_view() : std::string_view(*next),
                                           slot.children[i].id.hash());
      }
      low = ranks[i];
    }
    return ranks;
  }

  void change_registers() {
    to_.for_each_node([&](const NodePointer& after) {
      const Node* present = from_.find(after->id);
      if (!present || present == after.get() || removed_.contains(after->id)) return;
      const Node& before = *present;
      if (before.props == after->props && before.styles == after->styles) return;
      for (const auto& [key, value] : before.props.entries())
        if (!after->props.find(key)) operations_.push_back(operation::SetProp{after->id, key, nullptr});
      for (const auto& [key, value] : after->props.entries()) {
        const json::Value* old = before.props.find(key);
        if (!old || !json::equal(*old, *value)) operations_.push_back(operation::SetProp{after->id, key, value});
      }
      for (const document::Declaration& old : before.styles.declarations())
        if (!after->styles.find(old.breakpoint, old.property))
          operations_.push_back(operation::SetStyle{after->id, old.breakpoint, old.property, std::nullopt});
      for (const document::Declaration& declaration : after->styles.declarations()) {
        const std::string* old = before.styles.find(declaration.breakpoint, declaration.property);
        if (!old || *old != declaration.value)
          operations_.push_back(
              operation::SetStyle{after->id, declaration.breakpoint, declaration.property, declaration.value});
      }
    });
  }

  void change_layout() {
    for (const auto& [key, value] : from_.layout().entries())
      if (!to_.layout().find(key)) operations_.push_back(operation::SetPage{key, nullptr});
    for (const auto& [key, value] : to_.layout().entries()) {
      const json::Value* old = from_.layout().find(key);
      if (!old || !json::equal(*old, *value)) operations_.push_back(operation::SetPage{key, value});
    }
  }

  const Document& from_;
  const Document& to_;
  std::vector<Operation> operations_;
  Ids inserted_;
  Ids removed_;
  Ids keeping_;  // those of removed_ below which something stays
};

}  // namespace

std::vector<Operation> operations_between(const Document& from, const Document& to) {
  return Transition(from, to).operations();
}

}  // namespace pagewright::diff
