#include "server/versions/node_restore.hpp"

#include "engine/diff/sentences.hpp"
#include "engine/operation/operation.hpp"

namespace pagewright::versions {
namespace {

using document::Document;
using document::Node;
using document::NodeId;

std::unexpected<Problem> not_restored(std::string why) {
  return std::unexpected(Problem::conflict("The node was not restored", std::move(why)));
}

void collect(const Document& document, const NodeId& id, operation::Subtree& subtree) {
  subtree.nodes.push_back(document.find_shared(id));
  const document::Children* slots = document.children(id);
  if (slots == nullptr) return;
  for (const auto& slot : *slots)
    for (const document::Child& child : slot.children) collect(document, child.id, subtree);
}

bool stands_in(const Document& document, const NodeId& node, const NodeId& parent, std::string_view slot) {
  const Node* found = document.find(node);
  return found != nullptr && found->place.parent == parent && found->place.slot == slot;
}

// Where a node that is gone by now stood: before the first of the siblings behind it that is still there.
Outcome<document::Place> former_place(const Document& version, const Node& node, const Document& present,
                                      const schema::Catalog& catalog) {
  document::Place place = node.place;
  if (!place.parent.is_root() && present.find(place.parent) == nullptr)
    return not_restored("It stood in " + diff::name_of(*version.find(place.parent), catalog) +
                        ", which is no longer there: restore that one.");
  std::optional<NodeId> before = version.next_sibling(node.id);
  while (before && !stands_in(present, *before, place.parent, place.slot)) before = version.next_sibling(*before);
  auto rank = present.rank_before(place.parent, place.slot, before, node.id);
  if (!rank) return not_restored(rank.error().message);
  place.rank = std::move(*rank);
  return place;
}

Outcome<void> change(Document& document, const operation::Operation& operation, const schema::Catalog& catalog) {
  if (auto applied = operation::apply(document, operation, catalog); !applied)
    return not_restored(applied.error().message);
  return {};
}

}  // namespace

Outcome<Document> with_node_of(const Document& version, const NodeId& node, Document present,
                               const schema::Catalog& catalog) {
  const Node* wanted = version.find(node);
  if (wanted == nullptr) return std::unexpected(Problem::not_found("The version has no such node."));
  const Node* current = present.find(node);
  const document::Place place =
      current != nullptr ? current->place : TRY(former_place(version, *wanted, present, catalog));

  operation::Subtree subtree;
  collect(version, node, subtree);
  for (const document::NodePointer& below : subtree.nodes) {
    if (below->id == node || present.find(below->id) == nullptr) continue;
    if (present.is_within(place.parent, below->id))
      return not_restored("It would stand inside " + diff::name_of(*below, catalog) +
                          ", which is a part of it: move it out first.");
    TRY(change(present, operation::RemoveNode{below->id}, catalog));
  }
  if (current != nullptr) TRY(change(present, operation::RemoveNode{node}, catalog));
  auto root = std::make_shared<Node>(*wanted);
  root->place = place;
  subtree.nodes.front() = std::move(root);
  TRY(change(present, operation::InsertNode{std::move(subtree)}, catalog));
  return present;
}

}  // namespace pagewright::versions
