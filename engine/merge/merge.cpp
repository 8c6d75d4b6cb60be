#include "engine/merge/merge.hpp"

#include <algorithm>

#include "engine/diff/transition.hpp"
#include "engine/document/node_reader.hpp"
#include "engine/document/rank.hpp"
#include "engine/merge/conflict_json.hpp"
#include "engine/merge/contents.hpp"
#include "engine/merge/siblings.hpp"

namespace pagewright::merge {
namespace {

using document::Document;
using document::Limits;
using document::Node;
using document::NodeId;

// An id that none of the documents has, made from this one: "card-1-2".
NodeId free_id(const NodeId& id, const Input& input) {
  for (unsigned number = 2;; ++number) {
    const std::string ending = "-" + std::to_string(number);
    const auto made = NodeId::parse(std::string(id.text().substr(0, NodeId::max_size - ending.size())) + ending);
    if (made && !input.base.find(*made) && !input.ours.find(*made) && !input.theirs.find(*made)) return *made;
  }
}

void rename(Document& document, const NodeId& from, const NodeId& to) {
  auto renamed = std::make_shared<Node>(*document.find(from));
  renamed->id = to;
  std::vector<NodeId> below;
  if (const document::Children* slots = document.children(from))
    for (const auto& slot : *slots)
      for (const document::Child& child : slot.children) below.push_back(child.id);
  document.put(std::move(renamed));
  for (const NodeId& id : below) {
    auto child = std::make_shared<Node>(*document.find(id));
    child->place.parent = to;
    document.put(std::move(child));
  }
  document.erase(from);
}

// Where both of two different nodes of one id are to be kept, theirs gets another id.
Document with_both_inserted(const Input& input, const Resolutions& resolutions) {
  constexpr std::string_view prefix = "inserted:";
  Document theirs = input.theirs;
  for (const auto& [id, resolution] : resolutions) {
    if (!id.starts_with(prefix) || resolution.choice != Choice::both) continue;
    const auto node = NodeId::parse(std::string_view(id).substr(prefix.size()));
    if (!node || input.base.find(*node) || !input.ours.find(*node) || !theirs.find(*node)) continue;
    if (!same_contents(*input.ours.find(*node), *theirs.find(*node)))
      rename(theirs, *node, free_id(*node, {input.base, input.ours, theirs, input.catalog, input.limits}));
  }
  return theirs;
}

// The document that a structure describes. Its ranks are good for the order only.
class Builder {
 public:
  Builder(const Input& input, const Structure& structure, ConflictList& conflicts)
      : input_(input), structure_(structure), conflicts_(conflicts), document_(input.ours) {}

  Document build() {
    merge_layout(input_, conflicts_, document_);
    for (const auto& [id, node] : structure_.touched()) {
      if (structure_.find(id)) put(id);
      if (node.ours) add_slot(node.ours->place);
      if (node.theirs) add_slot(node.theirs->place);
    }
    for (const auto& [id, node] : structure_.touched())
      if (!structure_.find(id)) erase(id);
    for (const Structure::Slot& slot : slots_)
      if (slot.first.is_root() || document_.find(slot.first)) put_in_order(slot);
    return std::move(document_);
  }

 private:
  // Parents before children.
  void put(const NodeId& id) {
    const auto touched = structure_.touched().find(id);
    if (touched == structure_.touched().end() || !put_.insert(id).second) return;
    const document::Place& place = structure_.find(id)->place;
    put(place.parent);
    document_.put(merge_contents(id, touched->second, input_, conflicts_));
    add_slot(place);
  }

  // Children before parents. What stays has been moved out by now.
  void erase(const NodeId& id) {
    if (!document_.find(id)) return;
    std::vector<NodeId> below;
    if (const document::Children* slots = document_.children(id))
      for (const auto& slot : *slots)
        for (const document::Child& child : slot.children) below.push_back(child.id);
    for (const NodeId& child : below) erase(child);
    document_.erase(id);
  }

  void add_slot(const document::Place& place) { slots_.emplace(place.parent, place.slot); }

  void put_in_order(const Structure::Slot& slot) {
    const auto& [parent, name] = slot;
    const std::set<NodeId> members = structure_.members(slot);
    const SiblingLists lists{input_.base.children(parent, name), input_.ours.children(parent, name),
                             input_.theirs.children(parent, name)};
    const auto choose = [&] {
      return side_of(conflicts_.add({.id = "order:" + id_text(parent) + ":" + name,
                                     .kind = ConflictKind::order,
                                     .node = parent,
                                     .key = name,
                                     .base = children_json(input_.base, parent, name),
                                     .ours = children_json(input_.ours, parent, name),
                                     .theirs = children_json(input_.theirs, parent, name),
                                     .choices = {Choice::ours, Choice::theirs}}));
    };
    const std::vector<NodeId> order = merge_order(lists, members, choose);
    if (std::ranges::equal(order, document_.children(parent, name), {}, {}, &document::Child::id)) return;
    std::string rank;
    for (const NodeId& id : order) {
      auto node = std::make_shared<Node>(*document_.find(id));
      rank = document::rank::after(rank);
      node->place.rank = rank;
      document_.put(std::move(node));
    }
  }

  const Input& input_;
  const Structure& structure_;
  ConflictList& conflicts_;
  Document document_;
  std::set<NodeId> put_;
  std::set<Structure::Slot> slots_;
};

// Leads from ours to `target` by operations, which check every rule on the way; false where one refuses.
bool lead_to(const Document& target, Merge& merge, const schema::Catalog& catalog, const Limits& limits) {
  merge.merged = merge.ours;
  merge.operations = diff::operations_between(merge.ours, target);
  return operation::apply(merge.merged, merge.operations, operation::OnConflict::refuse, catalog, limits).has_value();
}

// The two can't be put together: one of them stands.
void take_one(Merge& merge, ConflictList& conflicts, const schema::Catalog& catalog, const Limits& limits) {
  const Side side =
      side_of(conflicts.add({.id = "limit", .kind = ConflictKind::limit, .choices = {Choice::ours, Choice::theirs}}));
  if (side == Side::theirs && lead_to(merge.theirs, merge, catalog, limits)) return;
  merge.merged = merge.ours;
  merge.operations.clear();
}

Result<void> check_resolution(const Conflict& conflict, const Resolution& resolution, const Merge& merge,
                              const schema::Catalog& catalog, const Limits& limits) {
  if (std::ranges::find(conflict.choices, resolution.choice) == conflict.choices.end())
    return fail(ErrorCode::invalid_request,
                "This conflict can't be resolved by \"" + std::string(name_of(resolution.choice)) + "\".", conflict.id);
  if (resolution.choice != Choice::value) return {};
  const auto check = [&]() -> Result<void> {
    if (conflict.kind == ConflictKind::page)
      return document::check_page_setting(conflict.key, *resolution.value, limits);
    if (conflict.kind == ConflictKind::setting) return document::check_node_setting(conflict.key, *resolution.value);
    if (conflict.kind == ConflictKind::style) {
      if (!resolution.value->is_string()) return fail(ErrorCode::invalid_style, "A style's value must be a text.");
      return style::validate(conflict.key, json::view(resolution.value->get_string()));
    }
    const Node* node = merge.merged.find(conflict.node);
    const schema::ComponentDefinition* definition = node ? catalog.find(node->component) : nullptr;
    if (!definition) return fail(ErrorCode::gone, "The node no longer exists.");
    return document::check_prop(*definition, conflict.key, *resolution.value, limits);
  };
  if (auto checked = check(); !checked) return fail(ErrorCode::invalid_request, checked.error().message, conflict.id);
  return {};
}

}  // namespace

bool Merge::is_clean() const {
  return std::ranges::all_of(conflicts, &Conflict::is_resolved);
}

Merge merge(const Document& base, const Document& ours, const Document& theirs, const schema::Catalog& catalog,
            const Limits& limits, const Resolutions& resolutions) {
  Merge merge{.base = base, .ours = ours, .theirs = theirs, .resolutions = resolutions};
  const Document their_side = with_both_inserted({base, ours, theirs, catalog, limits}, resolutions);
  const Input input{base, ours, their_side, catalog, limits};
  ConflictList conflicts(input, resolutions);
  Structure structure(input, conflicts);
  const bool holds =
      structure.decide() && lead_to(Builder(input, structure, conflicts).build(), merge, catalog, limits);
  if (!holds) take_one(merge, conflicts, catalog, limits);
  merge.conflicts = conflicts.take();
  return merge;
}

Result<Resolved> resolve(const Merge& merge, const Resolutions& resolutions, const schema::Catalog& catalog,
                         const Limits& limits) {
  Resolutions all = merge.resolutions;
  for (const auto& [id, resolution] : resolutions) {
    const auto conflict = std::ranges::find(merge.conflicts, id, &Conflict::id);
    if (conflict == merge.conflicts.end())
      return fail(ErrorCode::invalid_request, "There is no conflict \"" + id + "\".", id);
    TRY(check_resolution(*conflict, resolution, merge, catalog, limits));
    all[id] = resolution;
  }
  Resolved resolved{merge::merge(merge.base, merge.ours, merge.theirs, catalog, limits, all), {}};
  resolved.operations = diff::operations_between(merge.merged, resolved.merge.merged);
  return resolved;
}

json::Value conflicts_json(const std::vector<Conflict>& conflicts) {
  json::Array out;
  for (const Conflict& conflict : conflicts) out.push_back(to_json(conflict));
  return out;
}

}  // namespace pagewright::merge
