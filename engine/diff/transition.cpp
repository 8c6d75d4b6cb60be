#include "engine/diff/transition.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/diff/longest_increasing.hpp"
#include "engine/diff/registers.hpp"
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

class Transition {
 public:
  Transition(const Document& from, const Document& to) : from_(from), to_(to) {}

  std::vector<Operation> operations() {
    if (find_differences()) {
      find_removed(NodeId(), false);
      remove_empty(NodeId());
      place_children(NodeId());
      remove_emptied(NodeId(), false);
    }
    change_registers();
    change_layout();
    return std::move(operations_);
  }

 private:
  // Costs what differs. Returns whether nodes come, go, move or become other components.
  bool find_differences() {
    bool tree_differs = false;
    Document::for_each_difference(from_, to_, [&](const NodeId&, const NodePointer* before, const NodePointer* after) {
      if (before && after) different_.emplace_back(before->get(), after->get());
      tree_differs = tree_differs || !before || !after || (*before)->component != (*after)->component ||
                     (*before)->place != (*after)->place;
    });
    return tree_differs;
  }

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
      if (goes && (!is_taken || parked_.contains(child))) operations_.push_back(operation::RemoveNode{child});
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
      const bool stays_in_slot = survives(id) && slot_of(id) == Slot{parent, slot.slot};
      if (!stays_in_slot) make_room({parent, slot.slot}, slot.children.size());
      if (!survives(id)) {
        auto node = std::make_shared<Node>(*to_.find(id));
        node->place = std::move(place);
        operation::Subtree subtree{{std::move(node)}};
        if (!holds_survivors(id)) collect_below(id, subtree);
        for (const NodePointer& inserted : subtree.nodes) inserted_.insert(inserted->id);
        operations_.push_back(operation::InsertNode{std::move(subtree)});
        ++occupancy({parent, slot.slot});
      } else if (parked_.contains(id) || from_.find(id)->place != place) {
        move(id, std::move(place));
      }
    }
  }

  // The slot in which a node of the old document stands as the operations so far leave it.
  using Slot = std::pair<NodeId, std::string>;
  [[nodiscard]] Slot slot_of(const NodeId& id) const {
    const auto moved = slots_.find(id);
    if (moved != slots_.end()) return moved->second;
    const Place& place = from_.find(id)->place;
    return {place.parent, place.slot};
  }

  // How many nodes the operations so far leave in a slot.
  std::size_t& occupancy(const Slot& slot) {
    const auto [entry, is_new] = occupancy_.try_emplace(slot, 0);
    if (is_new)
      entry->second = static_cast<std::size_t>(
          std::ranges::count_if(from_.children(slot.first, slot.second), [&](const document::Child& child) {
            return (!removed_.contains(child.id) || keeping_.contains(child.id)) && slot_of(child.id) == slot;
          }));
    return entry->second;
  }

  void move(const NodeId& id, Place place) {
    const Slot from = slot_of(id);
    Slot to{place.parent, place.slot};
    --occupancy(from);
    ++occupancy(to);
    slots_[id] = std::move(to);
    operations_.push_back(operation::MoveNode{id, std::move(place)});
  }

  // A slot never holds more than the larger of its two lists, for a slot may have a limit. Where it is that full, a
  // node that does not belong there waits at the end of the page, which has no limit, for its turn or its removal.
  void make_room(const Slot& slot, std::size_t after) {
    const auto before = from_.children(slot.first, slot.second);
    if (slot.first.is_root() || occupancy(slot) < std::max(before.size(), after)) return;
    const auto belongs = [&](const NodeId& id) {
      const Node* node = to_.find(id);
      return survives(id) && node->place.parent == slot.first && node->place.slot == slot.second;
    };
    for (const document::Child& child : before) {
      if ((removed_.contains(child.id) && !keeping_.contains(child.id)) || belongs(child.id) ||
          slot_of(child.id) != slot)
        continue;
      const auto roots = from_.children(NodeId(), document::root_slot);
      const std::string_view last = roots.empty() ? std::string_view() : std::string_view(roots.back().rank);
      move(child.id, {NodeId(), std::string(document::root_slot), document::rank::between(last, {}, child.id.hash())});
      parked_.insert(child.id);
      return;
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
    std::vector<std::string_view> high(ranks.size() + 1);  // the next rank that stays; empty: none
    for (std::size_t i = ranks.size(); i > 0; --i) high[i - 1] = ranks[i - 1].empty() ? high[i] : ranks[i - 1];
    std::string low;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      if (ranks[i].empty()) ranks[i] = document::rank::between(low, high[i], slot.children[i].id.hash());
      low = ranks[i];
    }
    return ranks;
  }

  static bool same_registers(const Node& before, const Node& after) {
    return before.settings == after.settings && before.props == after.props && before.styles == after.styles;
  }

  // What is unset first makes room for what is set: there is a most of registers.
  template <typename Change>
  static void for_each_unset_and_set(const document::Registers& before, const document::Registers& after,
                                     Change change) {
    for (const bool sets : {false, true})
      for_each_changed_register(before, after, [&](const std::string& key, const auto&, const auto& now) {
        if ((now != nullptr) == sets) change(key, now);
      });
  }

  void change_registers() {
    for (const auto& [before, after] : different_) {
      const NodeId& id = after->id;
      if (removed_.contains(id) || same_registers(*before, *after)) continue;
      for_each_unset_and_set(before->settings, after->settings, [&](const std::string& key, const auto& now) {
        operations_.push_back(operation::SetNode{id, key, now});
      });
      for_each_unset_and_set(before->props, after->props, [&](const std::string& key, const auto& now) {
        operations_.push_back(operation::SetProp{id, key, now});
      });
      for_each_changed_style(
          before->styles, after->styles,
          [&](style::Breakpoint breakpoint, std::string_view property, const auto*, const auto* now) {
            operations_.push_back(
                operation::SetStyle{id, breakpoint, std::string(property), now ? std::optional(*now) : std::nullopt});
          });
    }
  }

  void change_layout() {
    for_each_unset_and_set(from_.layout(), to_.layout(), [&](const std::string& key, const auto& now) {
      operations_.push_back(operation::SetPage{key, now});
    });
  }

  const Document& from_;
  const Document& to_;
  std::vector<std::pair<const Node*, const Node*>> different_;  // before and after, of the nodes of both
  std::vector<Operation> operations_;
  Ids inserted_;
  Ids removed_;
  Ids keeping_;  // those of removed_ below which something stays
  Ids parked_;   // those that wait at the end of the page
  std::map<Slot, std::size_t> occupancy_;
  std::unordered_map<NodeId, Slot, document::NodeIdHash> slots_;  // of those that have moved
};

}  // namespace

std::vector<Operation> operations_between(const Document& from, const Document& to) {
  return Transition(from, to).operations();
}

}  // namespace pagewright::diff
