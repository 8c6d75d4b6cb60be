#include "engine/merge/conflict_json.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/document/node_json.hpp"

namespace pagewright::merge {
namespace {

using document::Document;
using document::NodeId;

document::SharedValue shared(json::Value value) {
  return std::make_shared<const json::Value>(std::move(value));
}

constexpr std::array<std::pair<std::string_view, Choice>, 4> choice_names = {{
    {"ours", Choice::ours},
    {"theirs", Choice::theirs},
    {"both", Choice::both},
    {"value", Choice::value},
}};

}  // namespace

json::Value contents_json(const document::Node& node) {
  std::string text = "{\"component\":";
  json::append_quoted(text, node.component);
  if (!node.settings.empty()) {
    text += ",\"settings\":";
    document::append_registers(text, node.settings);
  }
  text += ",\"props\":";
  document::append_registers(text, node.props);
  text += ",\"styles\":";
  document::append_styles(text, node.styles);
  text += '}';
  return *json::parse(text);
}

document::SharedValue subtree_json(const Document& document, const NodeId& id) {
  std::string text;
  document.append_subtree_json(text, id, document::Ranks::leave_out);
  return shared(*json::parse(text, 1000));
}

document::SharedValue places_json(const Document& document, const std::vector<NodeId>& ids) {
  json::Object places;
  for (const NodeId& id : ids)
    if (const document::Node* node = document.find(id)) places[id.text()] = document::slot_json(node->place);
  return shared(std::move(places));
}

document::SharedValue children_json(const Document& document, const NodeId& parent, std::string_view slot) {
  json::Array ids;
  for (const document::Child& child : document.children(parent, slot)) ids.push_back(json::Value(child.id.text()));
  return shared(std::move(ids));
}

std::string_view name_of(ConflictKind kind) {
  switch (kind) {
    case ConflictKind::prop:
      return "prop";
    case ConflictKind::style:
      return "style";
    case ConflictKind::setting:
      return "setting";
    case ConflictKind::page:
      return "page";
    case ConflictKind::replaced:
      return "replaced";
    case ConflictKind::inserted:
      return "inserted";
    case ConflictKind::removed:
      return "removed";
    case ConflictKind::place:
      return "place";
    case ConflictKind::order:
      return "order";
    case ConflictKind::cycle:
      return "cycle";
    case ConflictKind::slot:
      return "slot";
    case ConflictKind::limit:
      return "limit";
  }
  std::unreachable();
}

std::string_view name_of(Choice choice) {
  return choice_names[static_cast<std::size_t>(choice)].first;
}

json::Value to_json(const Conflict& conflict) {
  json::Object object{{"id", conflict.id}, {"kind", name_of(conflict.kind)}, {"sentence", conflict.sentence}};
  if (!conflict.node.is_root()) object["node"] = conflict.node.text();
  if (conflict.kind == ConflictKind::style) object["breakpoint"] = style::name_of(conflict.breakpoint);
  if (!conflict.key.empty()) object["key"] = conflict.key;
  if (conflict.base) object["base"] = *conflict.base;
  if (conflict.ours) object["ours"] = *conflict.ours;
  if (conflict.theirs) object["theirs"] = *conflict.theirs;
  json::Array choices;
  for (const Choice choice : conflict.choices) choices.push_back(json::Value(name_of(choice)));
  object["choices"] = std::move(choices);
  object["resolved"] = conflict.is_resolved;
  return object;
}

Result<Resolutions> resolutions_from_json(const json::Value& source) {
  const json::Object* object = source.if_object();
  if (!object)
    return fail(ErrorCode::invalid_request,
                "Resolutions are an object: conflict id → {\"choice\": \"ours\", \"theirs\", \"both\" or \"value\"}.");
  Resolutions resolutions;
  for (const auto& member : *object) {
    const std::string id(json::view(member.key()));
    const auto text = json::find_string(member.value(), "choice");
    const json::Value* value = json::find(member.value(), "value");
    const auto named = std::ranges::find(choice_names, text.value_or(""), &std::pair<std::string_view, Choice>::first);
    if (named == choice_names.end() || (named->second == Choice::value && !value))
      return fail(
          ErrorCode::invalid_request,
          "A resolution is {\"choice\": \"ours\", \"theirs\" or \"both\"}, or {\"choice\": \"value\", \"value\": …}.",
          id);
    resolutions[id] = {named->second, named->second == Choice::value ? shared(*value) : nullptr};
  }
  return resolutions;
}

}  // namespace pagewright::merge
