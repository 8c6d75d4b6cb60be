#include "engine/diff/difference.hpp"

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "engine/diff/longest_increasing.hpp"
#include "engine/diff/registers.hpp"

namespace pagewright::diff {
namespace {

using document::Document;
using document::Node;
using document::NodeId;
using document::NodePointer;

// Where a node stands on the page, as a value that sorts in reading order.
struct Step {
  std::string slot;
  document::Child child;
  auto operator<=>(const Step&) const = default;
};
using Position = std::vector<Step>;

Position position_of(const Document& document, const NodeId& id) {
  Position steps;
  for (const Node* node = document.find(id); node; node = document.find(node->place.parent))
    steps.insert(steps.begin(), {node->place.slot, {node->place.rank, node->id}});
  return steps;
}

class Comparison {
 public:
  Comparison(const Document& before, const Document& after) : before_(before), after_(after) {}

  std::vector<Change> changes() {
    for_each_changed_register(before_.layout(), after_.layout(),
                              [&](const std::string& key, const auto& old, const auto& now) {
                                changes_.emplace_back(PageChanged{key, old, now});
                              });
    Document::for_each_difference(before_, after_,
                                  [&](const NodeId& id, const NodePointer* old, const NodePointer* now) {
                                    if (!old) {
                                      inserted_.insert(id);
                                    } else if (!now) {
                                      removed_.insert(id);
                                    } else {
                                      shared_.push_back(id);
                                    }
                                  });
    find_reordered();
    for (const NodeId& id : inserted_) count(after_, inserted_, id);
    for (const NodeId& id : removed_) count(before_, removed_, id);
    for (const auto& [id, nodes] : counts_) {
      if (inserted_.contains(id))
        add(after_, id, Inserted{id, nodes});
      else
        add(before_, id, Removed{id, nodes});
    }
    for (const NodeId& id : reordered_) add(after_, id, Moved{id});
    for (const NodeId& id : shared_) compare(*before_.find(id), *after_.find(id));
    for (auto& [position, change] : by_position_) changes_.push_back(std::move(change));
    return std::move(changes_);
  }

 private:
  using Ids = std::unordered_set<NodeId, document::NodeIdHash>;

  void add(const Document& document, const NodeId& id, Change change) {
    by_position_.emplace(position_of(document, id), std::move(change));
  }

  // Counts a node that came or went for the topmost one above it that did so too.
  void count(const Document& document, const Ids& alike, NodeId id) {
    for (NodeId parent = document.find(id)->place.parent; alike.contains(parent);
         parent = document.find(id)->place.parent)
      id = parent;
    ++counts_[id];
  }

  // Of the slots in which some rank differs: the siblings that both documents have there, but in another order. They
  // need not be those whose rank differs: "b a" may be "a b" with either of them moved.
  void find_reordered() {
    std::set<std::pair<NodeId, std::string>> slots;
    for (const NodeId& id : shared_) {
      const document::Place& place = after_.find(id)->place;
      if (stays_in(id, place.parent, place.slot) && before_.find(id)->place.rank != place.rank)
        slots.emplace(place.parent, place.slot);
    }
    for (const auto& [parent, slot] : slots) {
      std::unordered_map<NodeId, std::size_t, document::NodeIdHash> positions;
      for (const document::Child& child : before_.children(parent, slot)) positions.emplace(child.id, positions.size());
      std::vector<NodeId> common;
      std::vector<std::size_t> order;
      for (const document::Child& child : after_.children(parent, slot)) {
        const auto position = positions.find(child.id);
        if (position == positions.end()) continue;
        common.push_back(child.id);
        order.push_back(position->second);
      }
      const std::vector<bool> kept = longest_increasing(order);
      for (std::size_t i = 0; i < common.size(); ++i)
        if (!kept[i]) reordered_.insert(common[i]);
    }
  }

  [[nodiscard]] bool stays_in(const NodeId& id, const NodeId& parent, const std::string& slot) const {
    const document::Place& place = before_.find(id)->place;
    return place.parent == parent && place.slot == slot;
  }

  void compare(const Node& old, const Node& now) {
    const bool replaced = old.component != now.component;
    if (replaced) add(after_, now.id, Replaced{now.id});
    if (!stays_in(now.id, now.place.parent, now.place.slot)) add(after_, now.id, Moved{now.id});
    if (replaced) return;
    for_each_changed_register(old.settings, now.settings,
                              [&](const std::string& key, const auto& from, const auto& to) {
                                add(after_, now.id, SettingChanged{now.id, key, from, to});
                              });
    for_each_changed_register(old.props, now.props, [&](const std::string& key, const auto& from, const auto& to) {
      add(after_, now.id, PropChanged{now.id, key, from, to});
    });
    for_each_changed_style(
        old.styles, now.styles,
        [&](style::Breakpoint breakpoint, std::string_view property, const auto* from, const auto* to) {
          StyleChanged change{now.id, breakpoint, std::string(property), {}, {}};
          if (from) change.before = *from;
          if (to) change.after = *to;
          add(after_, now.id, std::move(change));
        });
  }

  const Document& before_;
  const Document& after_;
  std::vector<Change> changes_;
  std::multimap<Position, Change> by_position_;
  Ids inserted_;
  Ids removed_;
  Ids reordered_;
  std::vector<NodeId> shared_;  // in both, and not the same
  std::map<NodeId, std::size_t> counts_;
};

}  // namespace

std::vector<Change> difference(const Document& before, const Document& after) {
  return Comparison(before, after).changes();
}

const NodeId* node_of(const Change& change) {
  return std::visit(
      [](const auto& each) -> const NodeId* {
        if constexpr (requires { each.id; })
          return &each.id;
        else
          return nullptr;
      },
      change);
}

}  // namespace pagewright::diff
