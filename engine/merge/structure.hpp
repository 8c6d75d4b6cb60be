// Which nodes a merged document has, and in which slots: each node that a side has touched stands as one of the two
// sides has it, so that all nodes are reachable and the slots' rules hold.
#pragma once

#include <set>

#include "engine/merge/conflict_list.hpp"

namespace pagewright::merge {

// A node that differs somewhere among the three documents. Null: that document does not have it.
struct Touched {
  document::NodePointer base;
  document::NodePointer ours;
  document::NodePointer theirs;
  Side side = Side::ours;          // whose place it has, or whose absence
  Side contents = Side::ours;      // whose component; and, with `is_whole`, whose registers
  bool is_whole = false;           // registers are not merged one by one
  bool is_pinned = false;          // a conflict decided the side
  bool has_changed_sides = false;  // since its first side left it without a parent

  [[nodiscard]] const document::NodePointer& at(Side which) const { return which == Side::ours ? ours : theirs; }
};

class Structure {
 public:
  using Slot = std::pair<document::NodeId, std::string>;

  Structure(const Input& input, ConflictList& conflicts) : input_(input), conflicts_(conflicts) {}

  // False where no structure was found that holds: ours must stand as a whole.
  [[nodiscard]] bool decide();

  [[nodiscard]] const std::map<document::NodeId, Touched>& touched() const { return touched_; }
  // The node as the side that it stands on has it, for its place; null where the merged document does not have it.
  [[nodiscard]] const document::Node* find(const document::NodeId& id) const;
  [[nodiscard]] const std::string& component_of(const document::NodeId& id) const;
  // The ids that the merged document has in a slot, in no particular order.
  [[nodiscard]] std::set<document::NodeId> members(const Slot& slot) const;

 private:
  void collect();
  void decide_node(const document::NodeId& id, Touched& node);
  void decide_contents(const document::NodeId& id, Touched& node);
  void settle_removals(Side remover);
  void settle_removal(const document::NodeId& root, Side remover);
  [[nodiscard]] bool is_removed_by(Side remover, const document::NodeId& id) const;
  [[nodiscard]] bool has_placed(Side side, const document::NodeId& id) const;
  [[nodiscard]] bool has_changed(Side side, const document::NodeId& id) const;
  bool restore_orphans();
  bool break_cycles();
  void break_cycle(const std::vector<document::NodeId>& cycle);
  bool settle_slots();
  [[nodiscard]] bool holds(const Slot& slot, const std::set<document::NodeId>& members) const;
  void settle_slot(const Slot& slot, const std::set<document::NodeId>& members);
  void put_contents(const document::NodeId& id, Side side);
  Resolution add_removal(const document::NodeId& root);

  const Input& input_;
  ConflictList& conflicts_;
  std::map<document::NodeId, Touched> touched_;
};

[[nodiscard]] bool same_contents(const document::Node& a, const document::Node& b);
[[nodiscard]] bool same_slot(const document::Place& a, const document::Place& b);

}  // namespace pagewright::merge
