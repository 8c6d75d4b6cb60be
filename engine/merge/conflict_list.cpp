#include "engine/merge/conflict_list.hpp"

#include <utility>

#include "engine/diff/sentences.hpp"

namespace pagewright::merge {
namespace {

using document::Node;
using document::NodeId;

// The node as the first document has it that has it at all.
const Node* find_anywhere(const NodeId& id, const Input& input) {
  for (const document::Document* document : {&input.ours, &input.theirs, &input.base})
    if (const Node* node = document->find(id)) return node;
  return nullptr;
}

std::string named(const NodeId& id, const Input& input) {
  const Node* node = id.is_root() ? nullptr : find_anywhere(id, input);
  return node ? diff::name_of(*node, input.catalog) : "the page";
}

std::string cycle_sentence(const Conflict& conflict, const Input& input) {
  std::vector<std::string> names;
  if (conflict.ours && conflict.ours->is_object())
    for (const auto& member : conflict.ours->get_object())
      if (const auto id = NodeId::parse(json::view(member.key()))) names.push_back(named(*id, input));
  std::string sentence;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) sentence += i + 1 == names.size() ? " and " : ", ";
    sentence += names[i];
  }
  return sentence + " were moved into each other";
}

std::string slot_sentence(const Conflict& conflict, const Input& input) {
  const Node* node = find_anywhere(conflict.node, input);
  const schema::ComponentDefinition* definition = node ? input.catalog.find(node->component) : nullptr;
  const schema::SlotDefinition* slot = definition ? definition->find_slot(conflict.key) : nullptr;
  std::string sentence = named(conflict.node, input) + " → ";
  if (slot && slot->max)
    return sentence + "“" + slot->display_name + "” takes at most " + std::to_string(slot->max) +
           (slot->max == 1 ? " node" : " nodes") + ", and both sides together give it others";
  return sentence + "“" + (slot ? slot->display_name : conflict.key) +
         "” does not take what both sides together give it";
}

}  // namespace

Resolution ConflictList::decided(std::string_view id) const {
  const auto found = resolutions_.find(id);
  return found == resolutions_.end() ? Resolution() : found->second;
}

Resolution ConflictList::add(Conflict conflict) {
  const auto known = conflicts_.find(conflict.id);
  if (known == conflicts_.end()) {
    conflict.is_resolved = resolutions_.contains(conflict.id);
    conflict.sentence = sentence_of(conflict, input_);
    Resolution resolution = decided(conflict.id);
    conflicts_.emplace(conflict.id, std::move(conflict));
    return resolution;
  }
  return decided(conflict.id);
}

std::vector<Conflict> ConflictList::take() {
  std::vector<Conflict> out;
  for (auto& [id, conflict] : conflicts_) out.push_back(std::move(conflict));
  conflicts_.clear();
  return out;
}

std::string sentence_of(const Conflict& conflict, const Input& input) {
  const auto subject = [&] { return named(conflict.node, input); };
  switch (conflict.kind) {
    case ConflictKind::prop:
      return subject() + " → " +
             diff::label_of_prop(*find_anywhere(conflict.node, input), conflict.key, input.catalog) +
             " was changed on both sides";
    case ConflictKind::style: {
      const std::string on = conflict.breakpoint == style::Breakpoint::base
                                 ? std::string()
                                 : " on " + std::string(style::name_of(conflict.breakpoint));
      return subject() + " → " + conflict.key + on + " was changed on both sides";
    }
    case ConflictKind::setting:
      return subject() + " → " + diff::label_of_setting(conflict.key) + " was changed on both sides";
    case ConflictKind::page:
      return "Page → " + diff::label_of_setting(conflict.key) + " was changed on both sides";
    case ConflictKind::replaced:
      return subject() + " was replaced on one side and changed on the other";
    case ConflictKind::inserted:
      return subject() + " and " + diff::name_of(*input.theirs.find(conflict.node), input.catalog) +
             " were inserted under one id";
    case ConflictKind::removed:
      return subject() + " was removed on one side and changed on the other";
    case ConflictKind::place:
      return subject() + " was moved to different places";
    case ConflictKind::order:
      return "The order in " + subject() + " was changed on both sides";
    case ConflictKind::cycle:
      return cycle_sentence(conflict, input);
    case ConflictKind::slot:
      return slot_sentence(conflict, input);
    case ConflictKind::limit:
      return "Both sides together pass a limit of the page";
  }
  std::unreachable();
}

std::string id_text(const NodeId& id) {
  return id.is_root() ? "page" : std::string(id.text());
}

document::SharedValue share(json::Value value) {
  return std::make_shared<const json::Value>(std::move(value));
}

}  // namespace pagewright::merge
