#include <algorithm>
#include <unordered_map>

#include "engine/document/node_reader.hpp"
#include "engine/operation/operation.hpp"

namespace pagewright::operation {
namespace {

using document::Document;
using document::Limits;
using document::Node;
using document::NodeId;
using document::NodePointer;
using document::Place;

std::string quoted(std::string_view text) {
  return "\"" + std::string(text) + "\"";
}

std::unexpected<Error> gone(const NodeId& id) {
  return fail(ErrorCode::gone, "The node " + quoted(id.text()) + " no longer exists.", std::string(id.text()));
}

// The path of an operation's error starts with the node's id.
std::unexpected<Error> at(Error error, const NodeId& id) {
  error.path = std::string(id.text()) + error.path;
  return std::unexpected(std::move(error));
}

// Levels of a subtree: 1 for a node without children.
unsigned height_of(const Subtree& subtree) {
  std::unordered_map<NodeId, unsigned, document::NodeIdHash> depths;
  unsigned height = 1;
  for (const NodePointer& node : subtree.nodes) {
    const auto parent = depths.find(node->place.parent);
    const unsigned depth = parent == depths.end() ? 1 : parent->second + 1;
    depths.emplace(node->id, depth);
    height = std::max(height, depth);
  }
  return height;
}

void collect(const Document& document, const NodeId& id, Subtree& subtree) {
  subtree.nodes.push_back(document.find_shared(id));
  const document::Children* slots = document.children(id);
  if (!slots) return;
  for (const auto& slot : *slots)
    for (const document::Child& child : slot.children) collect(document, child.id, subtree);
}

// Checks that a node of `component` may stand at `place`, with `height` levels below and including it.
Result<void> check_place(const Document& document, const Place& place, std::string_view component, const NodeId& id,
                         unsigned height, const schema::Catalog& catalog, const Limits& limits) {
  const schema::ComponentDefinition* child = catalog.find(component);
  if (!child)
    return fail(ErrorCode::unknown_component, "There is no component " + quoted(component) + ".",
                std::string(id.text()));
  const schema::ComponentDefinition* parent = nullptr;
  if (!place.parent.is_root()) {
    const Node* parent_node = document.find(place.parent);
    if (!parent_node) return gone(place.parent);
    parent = catalog.find(parent_node->component);
    if (!parent)
      return fail(ErrorCode::unknown_component, "There is no component " + quoted(parent_node->component) + ".",
                  std::string(place.parent.text()));
  }
  if (auto checked = document::check_slot(parent, place.slot, *child); !checked) return at(checked.error(), id);
  if (parent) {
    const schema::SlotDefinition* slot = parent->find_slot(place.slot);
    const Node* present = document.find(id);
    const bool is_there = present && present->place.parent == place.parent && present->place.slot == place.slot;
    if (slot->max && document.children(place.parent, place.slot).size() + (is_there ? 0 : 1) > slot->max)
      return fail(ErrorCode::slot_full,
                  "\"" + slot->display_name + "\" takes at most " + std::to_string(slot->max) + " nodes.",
                  std::string(place.parent.text()));
  }
  if (document.depth_of(place.parent) + height > limits.depth)
    return fail(ErrorCode::limit_exceeded, "The tree would be deeper than " + std::to_string(limits.depth) + " levels.",
                std::string(id.text()));
  return {};
}

struct Apply {
  Document& document;
  const schema::Catalog& catalog;
  const Limits& limits;

  Result<Operation> operator()(const InsertNode& insert) const {
    const Node& root = insert.subtree.root();
    for (const NodePointer& node : insert.subtree.nodes)
      if (document.find(node->id))
        return fail(ErrorCode::duplicate_id, "There is a node " + quoted(node->id.text()) + " already.",
                    std::string(node->id.text()));
    if (document.size() + insert.subtree.nodes.size() > limits.nodes)
      return fail(ErrorCode::limit_exceeded,
                  "The page would have more than " + std::to_string(limits.nodes) + " nodes; split it up.",
                  std::string(root.id.text()));
    TRY(check_place(document, root.place, root.component, root.id, height_of(insert.subtree), catalog, limits));
    for (const NodePointer& node : insert.subtree.nodes) document.put(node);
    return RemoveNode{root.id};
  }

  Result<Operation> operator()(const RemoveNode& remove) const {
    if (!document.find(remove.id)) return gone(remove.id);
    Subtree subtree;
    collect(document, remove.id, subtree);
    for (auto node = subtree.nodes.rbegin(); node != subtree.nodes.rend(); ++node) document.erase((*node)->id);
    return InsertNode{std::move(subtree)};
  }

  Result<Operation> operator()(const MoveNode& move) const {
    const Node* node = document.find(move.id);
    if (!node) return gone(move.id);
    if (!move.place.parent.is_root() && !document.find(move.place.parent)) return gone(move.place.parent);
    if (document.is_within(move.place.parent, move.id))
      return fail(ErrorCode::cycle, "A node cannot be moved into itself.", std::string(move.id.text()));
    // Only what moves down can become too deep.
    const bool moves_down = document.depth_of(move.place.parent) > document.depth_of(node->place.parent);
    const unsigned height = moves_down ? subtree_height(move.id) : 1;
    TRY(check_place(document, move.place, node->component, move.id, height, catalog, limits));
    MoveNode inverse{move.id, node->place};
    change(*node, [&](Node& changed) { changed.place = move.place; });
    return inverse;
  }

  Result<Operation> operator()(const SetProp& set) const {
    const Node* node = document.find(set.id);
    if (!node) return gone(set.id);
    if (set.value) {
      const schema::ComponentDefinition* definition = catalog.find(node->component);
      if (!definition)
        return fail(ErrorCode::unknown_component, "There is no component " + quoted(node->component) + ".",
                    std::string(set.id.text()));
      if (auto checked = document::check_prop(*definition, set.key, *set.value, limits); !checked)
        return at(checked.error(), set.id);
      if (!node->props.find(set.key) && node->props.entries().size() >= limits.registers)
        return fail(ErrorCode::limit_exceeded, "The node has too many props.", std::string(set.id.text()));
    }
    SetProp inverse{set.id, set.key, node->props.find_shared(set.key)};
    change(*node, [&](Node& changed) { changed.props.set(set.key, set.value); });
    return inverse;
  }

  Result<Operation> operator()(const SetStyle& set) const {
    const Node* node = document.find(set.id);
    if (!node) return gone(set.id);
    const std::string* present = node->styles.find(set.breakpoint, set.property);
    if (set.value) {
      if (auto checked = style::validate(set.property, *set.value); !checked) return at(checked.error(), set.id);
      const auto declared = std::ranges::count(node->styles.declarations(), set.breakpoint,
                                               &document::Declaration::breakpoint);  // as reading a document counts
      if (!present && static_cast<std::size_t>(declared) >= limits.registers)
        return fail(ErrorCode::limit_exceeded, "The node has too many styles.", std::string(set.id.text()));
    }
    SetStyle inverse{set.id, set.breakpoint, set.property, present ? std::optional(*present) : std::nullopt};
    change(*node, [&](Node& changed) { changed.styles.set(set.breakpoint, set.property, set.value); });
    return inverse;
  }

  Result<Operation> operator()(const SetNode& set) const {
    const Node* node = document.find(set.id);
    if (!node) return gone(set.id);
    if (set.value) {
      if (auto checked = document::check_node_setting(set.key, *set.value); !checked)
        return at(checked.error(), set.id);
    }
    SetNode inverse{set.id, set.key, node->settings.find_shared(set.key)};
    change(*node, [&](Node& changed) { changed.settings.set(set.key, set.value); });
    return inverse;
  }

  Result<Operation> operator()(const SetPage& set) const {
    if (set.value) {
      TRY(document::check_page_setting(set.key, *set.value, limits));
      if (!document.layout().find(set.key) && document.layout().entries().size() >= limits.registers)
        return fail(ErrorCode::limit_exceeded, "The page has too many settings.", "/layout");
    }
    SetPage inverse{set.key, document.layout().find_shared(set.key)};
    document.set_layout(set.key, set.value);
    return inverse;
  }

  [[nodiscard]] unsigned subtree_height(const NodeId& id) const {
    unsigned height = 0;
    if (const document::Children* slots = document.children(id))
      for (const auto& slot : *slots)
        for (const document::Child& child : slot.children) height = std::max(height, subtree_height(child.id));
    return height + 1;
  }

  template <typename Edit>
  void change(const Node& node, Edit edit) const {
    auto changed = std::make_shared<Node>(node);
    edit(*changed);
    document.put(std::move(changed));
  }
};

}  // namespace

Result<Operation> apply(Document& document, const Operation& operation, const schema::Catalog& catalog,
                        const Limits& limits) {
  return std::visit(Apply{document, catalog, limits}, operation);
}

Result<AppliedTransaction> apply(Document& document, const std::vector<Operation>& operations, OnConflict on_conflict,
                                 const schema::Catalog& catalog, const Limits& limits) {
  Document changed = document;
  AppliedTransaction applied;
  for (const Operation& operation : operations) {
    auto inverse = apply(changed, operation, catalog, limits);
    if (inverse) {
      applied.operations.push_back(operation);
      applied.inverse.push_back(std::move(*inverse));
    } else if (on_conflict == OnConflict::refuse || !inverse.error().is_conflict()) {
      return std::unexpected(std::move(inverse).error());
    }
  }
  std::ranges::reverse(applied.inverse);
  document = std::move(changed);
  return applied;
}

}  // namespace pagewright::operation
