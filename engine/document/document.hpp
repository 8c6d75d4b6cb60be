// A page's document: nodes by id, the order of the children in each slot, and the page settings. A value: copying it is O(1) and shares
// all nodes; changing a copy costs what the change touches.
#pragma once

#include <span>

#include "engine/base/persistent_map.hpp"
#include "engine/document/node.hpp"
#include "engine/schema/component_definition.hpp"

namespace pagewright::document {

struct Limits {
  std::size_t nodes = 20'000;
  unsigned depth = 64;
  std::size_t prop_bytes = 256 * 1024;
  std::size_t registers = 200;  // props of a node; declarations of a node's styles
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

class Document {
 public:
  Document() = default;

  // Reads nested JSON (docs/formats/document.md) and checks it against the components: ids, slots, props, styles, limits. The error's
  // path is the JSON Pointer of the fault.
  [[nodiscard]] static Result<Document> parse(const json::Value& source, const schema::Catalog& catalog, const Limits& limits = {});

  // {"components": […], "layout": {…}}, canonical: equal documents give equal bytes.
  [[nodiscard]] json::Value to_json() const;
  void append_json(std::string& out) const;
  // One node with all below it, as it stands in operations: with ranks.
  [[nodiscard]] json::Value subtree_json(const NodeId& id) const;

  [[nodiscard]] const Node* find(const NodeId& id) const;  // null where there is none
  [[nodiscard]] NodePointer find_shared(const NodeId& id) const;
  [[nodiscard]] std::span<const Child> children(const NodeId& parent, std::string_view slot) const;
  [[nodiscard]] const Children* children(const NodeId& parent) const;  // null where it has none
  [[nodiscard]] const Registers& layout() const { return *layout_; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  [[nodiscard]] bool is_within(const NodeId& node, const NodeId& ancestor) const;  // a node is within itself
  [[nodiscard]] unsigned depth_of(const NodeId& node) const;                         // the root's children have depth 1

  // A rank that puts a node before the child `before`, or at the end. Error gone where `before` is not in that slot.
  [[nodiscard]] Result<std::string> rank_before(const NodeId& parent, std::string_view slot, const std::optional<NodeId>& before) const;
  // The child that follows `id` in its slot, if any.
  [[nodiscard]] std::optional<NodeId> next_sibling(const NodeId& id) const;

  // The changes that operations are made of. They keep both maps in step and check nothing: engine/operation does.
  void put(NodePointer node);            // adds a node, or replaces the one with its id, moving it where its place changed
  void erase(const NodeId& id);          // one node; its children must be gone
  void set_layout(std::string_view key, SharedValue value);

  // Equal contents, compared by pointer first.
  bool operator==(const Document& other) const;

 private:
  friend struct DocumentDifference;
  using NodeMap = PersistentMap<NodeId, NodePointer, NodeIdHash>;
  using ChildrenMap = PersistentMap<NodeId, std::shared_ptr<const Children>, NodeIdHash>;

  void link(const Node& node);
  void unlink(const Node& node);

  NodeMap nodes_;
  ChildrenMap children_;
  std::shared_ptr<const Registers> layout_ = std::make_shared<const Registers>();
};

}  // namespace pagewright::document
