// A page's document: nodes by id, the order of the children in each slot, and the page settings. A value: copying it is
// O(1) and shares all nodes; changing a copy costs what the change touches.
#pragma once

#include <span>
#include <utility>

#include "engine/base/persistent_map.hpp"
#include "engine/document/node.hpp"
#include "engine/schema/component_definition.hpp"

namespace pagewright::document {

struct Limits {
  std::size_t nodes = 20'000;
  unsigned depth = 64;
  std::size_t prop_bytes = 256 * 1024;
  unsigned value_depth = 64;    // containers inside one another in one prop's or page setting's value
  std::size_t registers = 200;  // props of a node; declarations of a breakpoint; page settings
};

// A child as its parent lists it: by rank, ties by id.
struct Child {
  std::string rank;
  NodeId id;
  auto operator<=>(const Child&) const = default;
};

struct SlotChildren {
  std::string slot;
  std::vector<Child> children;
};

// The children of one node: a list a slot, slots by name.
using Children = std::vector<SlotChildren>;

// What is in one slot; `children` may be null.
[[nodiscard]] std::span<const Child> children_in(const Children* children, std::string_view slot);

// A node with what is below it: found together, since whoever walks a tree needs both.
struct PlacedNode {
  NodePointer node;
  std::shared_ptr<const Children> children;                                      // null where it has none
  bool operator==(const PlacedNode& other) const { return node == other.node; }  // children are nodes of their own
};

// What happens to the JSON that is read: its values are copied, or moved out of it.
enum class Source : bool { keep, take };
enum class Ranks : bool { leave_out, keep };

class NodeReader;

class Document {
 public:
  Document() = default;

  // Reads nested JSON (docs/formats/document.md) and checks it against the components: ids, slots, props, styles,
  // limits. The error's path is the JSON Pointer of the fault.
  [[nodiscard]] static Result<Document> parse(const json::Value& source, const schema::Catalog& catalog,
                                              const Limits& limits = {});
  // The same, moving the values out of `source`, whatever comes of it.
  [[nodiscard]] static Result<Document> parse(json::Value&& source, const schema::Catalog& catalog,
                                              const Limits& limits = {});

  // The same, of a document that is to stand in place of `present`, which was checked against the same components:
  // nodes that are as they are there are shared with it. They are not checked again, and the difference between the two
  // is found at the cost of what differs. Where a slot lists the same nodes in the same order, they keep their ranks.
  [[nodiscard]] static Result<Document> parse(const json::Value& source, const schema::Catalog& catalog,
                                              const Document& present, const Limits& limits = {});

  // {"components": […], "layout": {…}}, canonical: equal documents give equal bytes. Ranks are kept where the document
  // will meet operations again (a live page's snapshot, what a joining editor is sent), and left out of what people and
  // programs read.
  [[nodiscard]] json::Value to_json(Ranks ranks = Ranks::leave_out) const;
  void append_json(std::string& out, Ranks ranks = Ranks::leave_out) const;
  // Both at once, which costs little more than one: {without ranks, with ranks}.
  [[nodiscard]] std::pair<std::string, std::string> json_texts() const;
  // One node with all below it.
  void append_subtree_json(std::string& out, const NodeId& id, Ranks ranks) const;

  [[nodiscard]] const Node* find(const NodeId& id) const;  // null where there is none
  [[nodiscard]] NodePointer find_shared(const NodeId& id) const;
  // Valid until the document changes.
  [[nodiscard]] const PlacedNode* find_placed(const NodeId& id) const { return nodes_.find(id); }
  [[nodiscard]] std::span<const Child> children(const NodeId& parent, std::string_view slot) const;
  [[nodiscard]] const Children* children(const NodeId& parent) const;  // null where it has none
  [[nodiscard]] const Registers& layout() const { return *layout_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  // Calls visit(const NodePointer&) for every node, in no particular order.
  template <typename Visit>
  void for_each_node(Visit visit) const {
    nodes_.for_each([&](const PlacedNode& placed) { visit(placed.node); });
  }
  // Calls visit(id, const NodePointer* before, const NodePointer* after) for each node that differs; absent: null.
  // Costs what differs.
  template <typename Visit>
  static void for_each_difference(const Document& before, const Document& after, Visit visit) {
    NodeMap::for_each_difference(before.nodes_, after.nodes_, [&](const PlacedNode* old, const PlacedNode* now) {
      visit((old ? old : now)->node->id, old ? &old->node : nullptr, now ? &now->node : nullptr);
    });
  }
  [[nodiscard]] bool is_within(const NodeId& node, const NodeId& ancestor) const;  // a node is within itself
  [[nodiscard]] bool is_hidden(const NodeId& node) const;                          // it, or one above it
  [[nodiscard]] unsigned depth_of(const NodeId& node) const;                       // the root's children have depth 1

  // A rank that puts the node `id` before the child `before`, or at the end. Error gone where `before` is not in that
  // slot.
  [[nodiscard]] Result<std::string> rank_before(const NodeId& parent, std::string_view slot,
                                                const std::optional<NodeId>& before, const NodeId& id) const;
  // The child that follows `id` in its slot, if any.
  [[nodiscard]] std::optional<NodeId> next_sibling(const NodeId& id) const;

  // The changes that operations are made of. They keep nodes and children in step and check nothing: engine/operation
  // does. A parent must be there before its children.
  void put(NodePointer node);    // adds a node, or replaces the one with its id, moving it where its place changed
  void erase(const NodeId& id);  // one node; its children must be gone
  void set_layout(std::string_view key, SharedValue value);

  // Equal contents, compared by pointer first.
  bool operator==(const Document& other) const;

 private:
  struct IdOf {
    const NodeId& operator()(const PlacedNode& placed) const { return placed.node->id; }
  };
  using NodeMap = PersistentMap<PlacedNode, IdOf, NodeIdHash>;

  static Result<Document> read(const json::Value& source, const schema::Catalog& catalog, const Limits& limits,
                               Source kept, const Document* present = nullptr);
  // The nodes that were read, in a map that shares with `present` what is there as well.
  static NodeMap shared_with(const NodeMap& present, NodeReader& reader);
  // Calls write_rank(rank) where a node's rank may stand.
  template <typename WriteRank>
  void append_all(std::string& out, WriteRank& write_rank) const;
  template <typename WriteRank>
  void append_node(std::string& out, const NodeId& id, WriteRank& write_rank) const;
  Result<void> read_layout(const json::Value& source, const Limits& limits);
  // The children of `parent`, to be changed; its own copy where another document shares it.
  Children& children_to_change(const NodeId& parent);
  void link(const Node& node);
  void unlink(const Node& node);

  NodeMap nodes_;
  std::shared_ptr<const Children> root_children_;
  std::shared_ptr<const Registers> layout_ = std::make_shared<const Registers>();
};

}  // namespace pagewright::document
