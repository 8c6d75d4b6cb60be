#include "engine/merge/structure.hpp"

#include <algorithm>
#include <unordered_map>

#include "engine/document/node_json.hpp"
#include "engine/document/node_reader.hpp"
#include "engine/merge/conflict_json.hpp"

namespace pagewright::merge {
namespace {

using document::Document;
using document::Node;
using document::NodeId;
using document::NodePointer;

constexpr unsigned most_rounds = 200;

}  // namespace

bool same_contents(const Node& a, const Node& b) {
  return a.component == b.component && a.settings == b.settings && a.props == b.props && a.styles == b.styles;
}

bool same_slot(const document::Place& a, const document::Place& b) {
  return a.parent == b.parent && a.slot == b.slot;
}

bool Structure::decide() {
  collect();
  for (auto& [id, node] : touched_) decide_node(id, node);
  settle_removals(Side::theirs);
  settle_removals(Side::ours);
  // Each round settles what the last one brought up.
  for (unsigned round = 0; round < most_rounds; ++round) {
    bool has_changed = restore_orphans();
    has_changed = break_cycles() || has_changed;
    if (!has_changed && !settle_slots()) return true;
  }
  return false;
}

void Structure::collect() {
  for (const Side side : {Side::ours, Side::theirs})
    Document::for_each_difference(input_.base, input_.of(side), [&](const NodeId& id, const auto*, const auto*) {
      touched_.try_emplace(
          id, Touched{input_.base.find_shared(id), input_.ours.find_shared(id), input_.theirs.find_shared(id)});
    });
}

const Node* Structure::find(const NodeId& id) const {
  const auto found = touched_.find(id);
  return found == touched_.end() ? input_.ours.find(id) : found->second.at(found->second.side).get();
}

const std::string& Structure::component_of(const NodeId& id) const {
  const auto found = touched_.find(id);
  if (found == touched_.end()) return input_.ours.find(id)->component;
  const Touched& node = found->second;
  return (node.at(node.contents) ? node.at(node.contents) : node.at(other(node.contents)))->component;
}

// What only one side has changed is as that side has it.
void Structure::decide_node(const NodeId& id, Touched& node) {
  if (!node.ours || !node.theirs) {
    // Removed by one side, or inserted by one.
    const bool theirs_did_it = node.base ? node.ours != nullptr : node.theirs != nullptr;
    node.side = theirs_did_it ? Side::theirs : Side::ours;
    node.contents = node.ours ? Side::ours : Side::theirs;
    return;
  }
  const bool ours_moved = !node.base || !same_slot(node.ours->place, node.base->place);
  const bool theirs_moved = !node.base || !same_slot(node.theirs->place, node.base->place);
  if (theirs_moved && !ours_moved) node.side = Side::theirs;
  if (ours_moved && theirs_moved && !same_slot(node.ours->place, node.theirs->place)) {
    const auto place = [](const NodePointer& at) { return at ? share(document::slot_json(at->place)) : nullptr; };
    node.side = side_of(conflicts_.add({.id = "place:" + id_text(id),
                                        .kind = ConflictKind::place,
                                        .node = id,
                                        .base = place(node.base),
                                        .ours = place(node.ours),
                                        .theirs = place(node.theirs),
                                        .choices = {Choice::ours, Choice::theirs}}));
  }
  decide_contents(id, node);
}

void Structure::decide_contents(const NodeId& id, Touched& node) {
  const std::string* component = node.base ? &node.base->component : nullptr;
  if (component && node.ours->component == *component && node.theirs->component == *component) return;
  node.is_whole = true;
  if (same_contents(*node.ours, *node.theirs) || (node.base && same_contents(*node.theirs, *node.base))) return;
  if (node.base && same_contents(*node.ours, *node.base)) {
    node.contents = Side::theirs;
    return;
  }
  const bool is_new = node.base == nullptr;
  const auto contents = [](const NodePointer& at) { return at ? share(contents_json(*at)) : nullptr; };
  Conflict conflict{.id = (is_new ? "inserted:" : "replaced:") + id_text(id),
                    .kind = is_new ? ConflictKind::inserted : ConflictKind::replaced,
                    .node = id,
                    .base = contents(node.base),
                    .ours = contents(node.ours),
                    .theirs = contents(node.theirs),
                    .choices = {Choice::ours, Choice::theirs}};
  if (is_new) conflict.choices.push_back(Choice::both);
  node.contents = side_of(conflicts_.add(std::move(conflict)));
}

bool Structure::is_removed_by(Side remover, const NodeId& id) const {
  const auto found = touched_.find(id);
  return found != touched_.end() && found->second.base && !found->second.at(remover) &&
         found->second.at(other(remover));
}

// Has `side` inserted the node, or given it another parent or slot?
bool Structure::has_placed(Side side, const NodeId& id) const {
  const auto found = touched_.find(id);
  if (found == touched_.end() || !found->second.at(side)) return false;
  return !found->second.base || !same_slot(found->second.at(side)->place, found->second.base->place);
}

bool Structure::has_changed(Side side, const NodeId& id) const {
  const Touched& node = touched_.at(id);
  return has_placed(side, id) || !same_contents(*node.at(side), *node.base);
}

// The removed nodes in groups, each below one topmost node of the side that still has them.
void Structure::settle_removals(Side remover) {
  std::vector<NodeId> roots;
  for (const auto& [id, node] : touched_)
    if (is_removed_by(remover, id) && !is_removed_by(remover, node.at(other(remover))->place.parent))
      roots.push_back(id);
  for (const NodeId& root : roots) settle_removal(root, remover);
}

void Structure::settle_removal(const NodeId& root, Side remover) {
  const Side keeper = other(remover);
  std::vector<NodeId> removed = {root};
  bool is_edited = false;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    is_edited = is_edited || has_changed(keeper, removed[i]);
    const document::Children* slots = input_.of(keeper).children(removed[i]);
    if (!slots) continue;
    for (const auto& slot : *slots) {
      for (const document::Child& child : slot.children) {
        // What the remover has put elsewhere leaves in peace; what the keeper has put here does not.
        if (is_removed_by(remover, child.id))
          removed.push_back(child.id);
        else
          is_edited = is_edited || has_placed(keeper, child.id);
      }
    }
  }
  Side side = remover;
  if (is_edited) {
    const Resolution resolution = add_removal(root);
    side = resolution.choice == Choice::both ? keeper : side_of(resolution);
  }
  for (const NodeId& id : removed) {
    touched_.at(id).side = side;
    touched_.at(id).is_pinned = is_edited;
  }
}

Resolution Structure::add_removal(const NodeId& root) {
  const auto subtree = [&](const Document& document) {
    return document.find(root) ? subtree_json(document, root) : nullptr;
  };
  return conflicts_.add({.id = "removed:" + id_text(root),
                         .kind = ConflictKind::removed,
                         .node = root,
                         .base = subtree(input_.base),
                         .ours = subtree(input_.ours),
                         .theirs = subtree(input_.theirs),
                         .choices = {Choice::ours, Choice::theirs, Choice::both}});
}

void Structure::put_contents(const NodeId& id, Side side) {
  const auto found = touched_.find(id);
  if (found == touched_.end() || !found->second.is_whole || !found->second.at(side)) return;
  found->second.contents = side;
}

// A node whose parent is not there stands on the other side; or, where that has been tried, keeps its parent.
bool Structure::restore_orphans() {
  bool has_changed = false;
  for (bool again = true; again;) {
    again = false;
    for (auto& [id, node] : touched_) {
      const Node* at = find(id);
      if (!at || at->place.parent.is_root() || find(at->place.parent)) continue;
      if (!node.has_changed_sides && !node.is_pinned) {
        node.side = other(node.side);
        node.has_changed_sides = true;
      } else {
        const NodeId& parent = at->place.parent;
        const Touched& above = touched_.at(parent);
        if (above.base) (void)add_removal(parent);
        touched_.at(parent).side = node.side;
        touched_.at(parent).is_pinned = true;
      }
      again = true;
      has_changed = true;
    }
  }
  return has_changed;
}

bool Structure::break_cycles() {
  enum class Seen : std::uint8_t { no, on_this_way, before };
  std::unordered_map<NodeId, Seen, document::NodeIdHash> seen;
  bool has_changed = false;
  for (const auto& [start, node] : touched_) {
    std::vector<NodeId> way;
    NodeId at = start;
    while (!at.is_root() && find(at) && seen[at] == Seen::no) {
      seen[at] = Seen::on_this_way;
      way.push_back(at);
      at = find(at)->place.parent;
    }
    if (!at.is_root() && seen[at] == Seen::on_this_way) {
      break_cycle({std::ranges::find(way, at), way.end()});
      has_changed = true;
    }
    for (const NodeId& id : way) seen[id] = Seen::before;
  }
  return has_changed;
}

void Structure::break_cycle(const std::vector<NodeId>& cycle) {
  std::vector<NodeId> moved;
  for (const NodeId& id : cycle) {
    const auto found = touched_.find(id);
    if (found == touched_.end() || !found->second.ours || !found->second.theirs) continue;
    if (!same_slot(found->second.ours->place, found->second.theirs->place)) moved.push_back(id);
  }
  std::ranges::sort(moved);
  const Side side = side_of(conflicts_.add({.id = "cycle:" + id_text(moved.empty() ? cycle.front() : moved.front()),
                                            .kind = ConflictKind::cycle,
                                            .node = moved.empty() ? cycle.front() : moved.front(),
                                            .base = places_json(input_.base, moved),
                                            .ours = places_json(input_.ours, moved),
                                            .theirs = places_json(input_.theirs, moved),
                                            .choices = {Choice::ours, Choice::theirs}}));
  for (const NodeId& id : moved) {
    touched_.at(id).side = side;
    touched_.at(id).is_pinned = true;
  }
}

std::set<NodeId> Structure::members(const Slot& slot) const {
  std::set<NodeId> ids;
  for (const Side side : {Side::ours, Side::theirs}) {
    for (const document::Child& child : input_.of(side).children(slot.first, slot.second)) {
      const Node* node = find(child.id);
      if (node && node->place.parent == slot.first && node->place.slot == slot.second) ids.insert(child.id);
    }
  }
  return ids;
}

bool Structure::settle_slots() {
  std::set<Slot> slots;
  for (const auto& [id, node] : touched_) {
    const Node* at = find(id);
    if (!at) continue;
    if (!at->place.parent.is_root()) slots.emplace(at->place.parent, at->place.slot);
    if (!node.is_whole) continue;
    for (const Side side : {Side::ours, Side::theirs})
      if (const document::Children* children = input_.of(side).children(id))
        for (const auto& slot : *children) slots.emplace(id, slot.slot);
  }
  bool has_changed = false;
  for (const Slot& slot : slots) {
    if (!find(slot.first)) continue;
    const std::set<NodeId> ids = members(slot);
    if (ids.empty() || holds(slot, ids)) continue;
    settle_slot(slot, ids);
    has_changed = true;
  }
  return has_changed;
}

bool Structure::holds(const Slot& slot, const std::set<NodeId>& ids) const {
  const schema::ComponentDefinition* parent = input_.catalog.find(component_of(slot.first));
  const schema::SlotDefinition* definition = parent ? parent->find_slot(slot.second) : nullptr;
  if (!definition || (definition->max && ids.size() > definition->max)) return false;
  return std::ranges::all_of(ids, [&](const NodeId& id) {
    const schema::ComponentDefinition* child = input_.catalog.find(component_of(id));
    return child && schema::accepts(*definition, *child);
  });
}

// The slot becomes what it is on one side: nodes that this side has elsewhere, or not at all, go there.
void Structure::settle_slot(const Slot& slot, const std::set<NodeId>& ids) {
  Side side = side_of(conflicts_.add({.id = "slot:" + id_text(slot.first) + ":" + slot.second,
                                      .kind = ConflictKind::slot,
                                      .node = slot.first,
                                      .key = slot.second,
                                      .base = children_json(input_.base, slot.first, slot.second),
                                      .ours = children_json(input_.ours, slot.first, slot.second),
                                      .theirs = children_json(input_.theirs, slot.first, slot.second),
                                      .choices = {Choice::ours, Choice::theirs}}));
  if (!input_.of(side).find(slot.first)) side = other(side);
  put_contents(slot.first, side);
  const auto settle = [&](const NodeId& id) {
    put_contents(id, side);
    const auto found = touched_.find(id);
    if (found == touched_.end()) return;
    found->second.side = side;
    found->second.is_pinned = true;
  };
  for (const NodeId& id : ids) settle(id);
  for (const document::Child& child : input_.of(side).children(slot.first, slot.second)) settle(child.id);
}

}  // namespace pagewright::merge
