#include "engine/document/node_reader.hpp"

#include <algorithm>

#include "engine/document/rank.hpp"
#include "engine/json/pointer.hpp"

namespace pagewright::document {
namespace {

std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

std::unexpected<Error> at(Error error, const JsonPath& path) {
  error.path = path.text() + error.path;
  return std::unexpected(std::move(error));
}

std::unexpected<Error> fault(ErrorCode code, std::string message, const JsonPath& path) {
  return fail(code, std::move(message), path.text());
}

// True where every child carries a valid rank; otherwise their order in the list counts.
bool have_ranks(const json::Array& children) {
  return !children.empty() && std::ranges::all_of(children, [](const json::Value& child) {
    const auto text = json::find_string(child, "rank");
    return text && rank::is_valid(*text);
  });
}

// Registers as the JSON lists them, each of them, and no other.
bool has_same_registers(const json::Value* source, const Registers& props) {
  const json::Object* object = source ? source->if_object() : nullptr;
  if (!object) return !source && props.empty();
  return object->size() == props.entries().size() && std::ranges::all_of(*object, [&](const auto& member) {
           const json::Value* value = props.find(json::view(member.key()));
           return value && json::equal(*value, member.value());
         });
}

bool has_same_styles(const json::Value* source, const Styles& styles) {
  const json::Object* object = source ? source->if_object() : nullptr;
  if (!object) return !source && styles.empty();
  std::size_t count = 0;
  for (const auto& member : *object) {
    const auto breakpoint = style::parse_breakpoint(json::view(member.key()));
    const json::Object* declarations = member.value().if_object();
    if (!breakpoint || !declarations) return false;
    count += declarations->size();
    for (const auto& [property, value] : *declarations) {
      const std::string* known = styles.find(*breakpoint, json::view(property));
      if (!known || !value.is_string() || !same_text(*known, json::view(value.get_string()))) return false;
    }
  }
  return count == styles.declarations().size();
}

// True where the JSON of a node says of it what `node` has, and nothing else.
bool is_same(const json::Object& source, const Node& node) {
  const bool is_known = std::ranges::all_of(source, [](const auto& member) {
    const std::string_view key = json::view(member.key());
    return key == "props" || key == "styles" || key == "id" || key == "component" || key == "rank" ||
           key == "children" || key == "settings";
  });
  return is_known && has_same_registers(source.if_contains("settings"), node.settings) &&
         has_same_registers(source.if_contains("props"), node.props) &&
         has_same_styles(source.if_contains("styles"), node.styles);
}

NodePointer standing_at(Place place, const NodePointer& node) {
  if (node->place == place) return node;
  auto moved = std::make_shared<Node>(*node);
  moved->place = std::move(place);
  return moved;
}

bool are_same(const Children& one, const Children& other) {
  return std::ranges::equal(one, other,
                            [](const auto& a, const auto& b) { return a.slot == b.slot && a.children == b.children; });
}

}  // namespace

Result<std::vector<Child>> NodeReader::read_slot(const json::Value& source, const NodeId& parent,
                                                 const schema::ComponentDefinition* parent_definition,
                                                 std::string_view slot, const JsonPath& path, unsigned depth) {
  const json::Array* list = source.if_array();
  if (!list)
    return fault(ErrorCode::invalid_document,
                 "A slot's children must be an array, not " + std::string(json::type_name(source)) + ".", path);
  if (parent_definition) {
    const schema::SlotDefinition* definition = parent_definition->find_slot(slot);
    if (definition && definition->max && list->size() > definition->max)
      TRY(note(fault(
          ErrorCode::slot_full,
          "\"" + definition->display_name + "\" takes at most " + std::to_string(definition->max) + " nodes.", path)));
  }
  const bool ranked = have_ranks(*list);
  const std::span<const Child> present = ranked ? std::span<const Child>() : present_children(*list, parent, slot);
  std::string rank;
  std::vector<Child> children;
  children.reserve(list->size());
  for (std::size_t i = 0; i < list->size(); ++i) {
    const JsonPath child_path = path / i;
    rank = ranked             ? std::string(*json::find_string((*list)[i], "rank"))
           : !present.empty() ? present[i].rank
                              : rank::after(rank);
    const std::size_t read = nodes_.size();
    if (auto done = read_node((*list)[i], Place{parent, std::string(slot), rank}, child_path, depth); !done) {
      TRY(note(std::unexpected(std::move(done.error()))));
      continue;
    }
    const Node& child = *nodes_[read].node;
    if (auto checked = check_slot(parent_definition, slot, *catalog_.find(child.component)); !checked)
      TRY(note(at(std::move(checked.error()), child_path)));
    children.push_back({rank, child.id});
  }
  if (ranked) std::ranges::sort(children);
  return children;
}

Result<void> NodeReader::read_node(const json::Value& source, Place place, const JsonPath& path, unsigned depth) {
  const json::Object* object = source.if_object();
  if (!object)
    return fault(ErrorCode::invalid_document, "A node must be an object with \"id\" and \"component\".", path);
  if (depth > limits_.depth)
    return fault(ErrorCode::limit_exceeded, "The tree is deeper than " + std::to_string(limits_.depth) + " levels.",
                 path);
  if (nodes_.size() >= limits_.nodes)
    return fault(ErrorCode::limit_exceeded,
                 "The page has more than " + std::to_string(limits_.nodes) + " nodes; split it up.", path);

  const auto id_text = json::find_string(source, "id");
  const auto id = id_text ? NodeId::parse(*id_text) : std::nullopt;
  if (!id)
    return fault(ErrorCode::invalid_document, "A node needs an \"id\" of 1 to 36 letters, digits, \"_\" or \"-\".",
                 path / "id");
  if (!is_new(*id))
    return fault(ErrorCode::duplicate_id,
                 "The id " + quoted(*id_text) + " stands twice; every node needs an id of its own.", path / "id");
  const auto component = json::find_string(source, "component");
  const schema::ComponentDefinition* definition = component ? catalog_.find(*component) : nullptr;
  if (!definition)
    return fault(ErrorCode::unknown_component,
                 component ? "There is no component " + quoted(*component) + "." : "A node needs a \"component\".",
                 path / "component");

  const std::size_t index = nodes_.size();
  const PlacedNode* present = find_present(*id, *component);
  if (present && is_same(*object, *present->node)) {
    add(standing_at(std::move(place), present->node));
  } else {
    auto node = std::make_shared<Node>();
    node->id = *id;
    node->component = *component;
    node->place = std::move(place);
    TRY(read_members(*object, *definition, path, *node));
    add(std::move(node));
  }
  const json::Value* slots = object->if_contains("children");
  if (!slots) return {};
  Children children = TRY(read_children(*slots, *id, *definition, path / "children", depth + 1));
  if (children.empty()) return {};
  const bool keeps_children = present && present->children && are_same(*present->children, children);
  nodes_[index].children = keeps_children ? present->children : std::make_shared<const Children>(std::move(children));
  return {};
}

const PlacedNode* NodeReader::find_present(const NodeId& id, std::string_view component) const {
  const PlacedNode* placed = present_ ? present_->find_placed(id) : nullptr;
  return placed && same_text(placed->node->component, component) ? placed : nullptr;
}

std::span<const Child> NodeReader::present_children(const json::Array& source, const NodeId& parent,
                                                    std::string_view slot) const {
  if (!present_) return {};
  const std::span<const Child> children = present_->children(parent, slot);
  const bool same = std::ranges::equal(children, source, [](const Child& child, const json::Value& node) {
    return json::find_string(node, "id") == child.id.text();
  });
  return same ? children : std::span<const Child>();
}

Result<void> NodeReader::read_members(const json::Object& source, const schema::ComponentDefinition& definition,
                                      const JsonPath& path, Node& node) {
  for (const auto& member : source) {
    const std::string_view key = json::view(member.key());
    if (key == "props") {
      TRY(read_props(member.value(), definition, path / key, node.props));
    } else if (key == "styles") {
      TRY(read_styles(member.value(), path / key, node.styles));
    } else if (key == "settings") {
      TRY(read_settings(member.value(), path / key, node.settings));
    } else if (key != "id" && key != "component" && key != "rank" && key != "children") {
      TRY(note(
          fault(ErrorCode::invalid_document,
                "A node has no member " + quoted(key) + "; it has id, component, settings, props, styles and children.",
                path / key)));
    }
  }
  return {};
}

Result<Children> NodeReader::read_children(const json::Value& source, const NodeId& parent,
                                           const schema::ComponentDefinition& definition, const JsonPath& path,
                                           unsigned depth) {
  const json::Object* by_slot = source.if_object();
  if (!by_slot) return fault(ErrorCode::invalid_document, "\"children\" must be an object of slots.", path);
  Children children;
  children.reserve(by_slot->size());
  for (const auto& member : *by_slot) {
    const std::string_view slot = json::view(member.key());
    if (!definition.find_slot(slot)) {
      TRY(note(fault(ErrorCode::unknown_slot,
                     "The component " + quoted(definition.name) + " has no slot " + quoted(slot) + ".", path / slot)));
      continue;
    }
    auto list = read_slot(member.value(), parent, &definition, slot, path / slot, depth);
    if (!list)
      TRY(note(std::unexpected(std::move(list.error()))));
    else if (!list->empty())
      children.push_back({std::string(slot), std::move(*list)});
  }
  std::ranges::sort(children, {}, &SlotChildren::slot);
  return children;
}

Result<void> NodeReader::read_settings(const json::Value& source, const JsonPath& path, Registers& settings) {
  const json::Object* object = source.if_object();
  if (!object) return fault(ErrorCode::invalid_document, "\"settings\" must be an object.", path);
  for (const auto& member : *object) {
    if (is_no_setting(member.value())) continue;
    const std::string_view key = json::view(member.key());
    if (auto checked = check_node_setting(key, member.value()); !checked) {
      checked.error().path = path.text() + json::pointer_to("", key);
      TRY(note(std::unexpected(std::move(checked.error()))));
      continue;
    }
    settings.set(key, std::make_shared<const json::Value>(member.value()));
  }
  return {};
}

Result<void> NodeReader::read_props(const json::Value& source, const schema::ComponentDefinition& definition,
                                    const JsonPath& path, Registers& props) {
  const json::Object* object = source.if_object();
  if (!object) return fault(ErrorCode::invalid_document, "\"props\" must be an object.", path);
  if (object->size() > limits_.registers) return fault(ErrorCode::limit_exceeded, "A node has too many props.", path);
  props.reserve(object->size());
  for (const auto& member : *object) {
    const std::string_view key = json::view(member.key());
    if (auto checked = check_prop(definition, key, member.value(), limits_); !checked) {
      if (!faults_) return at(std::move(checked.error()), path);
      for (Error& found : faults_of_prop(definition, key, member.value(), limits_))
        TRY(note(at(std::move(found), path)));
      continue;
    }
    props.set(key, share(member.value()));
  }
  return {};
}

SharedValue NodeReader::share(const json::Value& value) const {
  // Source::take is for values that their owner gave away: Document::parse.
  if (source_ == Source::take) return std::make_shared<const json::Value>(std::move(const_cast<json::Value&>(value)));
  return std::make_shared<const json::Value>(value);
}

Result<void> NodeReader::read_styles(const json::Value& source, const JsonPath& path, Styles& styles) {
  const json::Object* object = source.if_object();
  if (!object) return fault(ErrorCode::invalid_document, "\"styles\" must be an object of breakpoints.", path);
  for (const auto& member : *object) {
    const auto breakpoint = style::parse_breakpoint(json::view(member.key()));
    const JsonPath breakpoint_path = path / json::view(member.key());
    const json::Object* declarations = member.value().if_object();
    if (!breakpoint || !declarations) {
      TRY(note(fault(ErrorCode::invalid_style, "Styles stand under \"base\", \"tablet\" or \"mobile\", each an object.",
                     breakpoint_path)));
      continue;
    }
    if (declarations->size() > limits_.registers)
      return fault(ErrorCode::limit_exceeded, "A node has too many styles.", breakpoint_path);
    for (const auto& declaration : *declarations) {
      const std::string_view property = json::view(declaration.key());
      const JsonPath property_path = breakpoint_path / property;
      if (!declaration.value().is_string()) {
        TRY(note(fault(ErrorCode::invalid_style, "A style's value must be a text.", property_path)));
        continue;
      }
      const std::string_view value = json::view(declaration.value().get_string());
      if (auto checked = style::validate(property, value); !checked) {
        TRY(note(fault(checked.error().code, checked.error().message, property_path)));
        continue;
      }
      styles.set(*breakpoint, property, std::string(value));
    }
  }
  return {};
}

Result<void> NodeReader::note(std::unexpected<Error> fault) {
  const bool goes_on = faults_ && faults_->size() < most_faults_ && fault.error().code != ErrorCode::limit_exceeded;
  if (!goes_on) return fault;
  faults_->push_back(std::move(fault).error());
  return {};
}

bool NodeReader::is_new(const NodeId& id) const {
  if (by_id_.empty()) return true;
  const std::size_t mask = by_id_.size() - 1;
  for (std::size_t at = id.hash() & mask; by_id_[at] != 0; at = (at + 1) & mask)
    if (nodes_[by_id_[at] - 1].node->id == id) return false;
  return true;
}

void NodeReader::add(NodePointer node) {
  nodes_.push_back({std::move(node), nullptr});
  if (nodes_.size() * 2 <= by_id_.size()) return list_id(nodes_.size() - 1);
  // Twice as large as what it may hold before it grows again: a power of two.
  by_id_.assign(std::max<std::size_t>(16, by_id_.size() * 4), 0);
  for (std::size_t index = 0; index < nodes_.size(); ++index) list_id(index);
}

void NodeReader::list_id(std::size_t index) {
  const std::size_t mask = by_id_.size() - 1;
  std::size_t at = nodes_[index].node->id.hash() & mask;
  while (by_id_[at] != 0) at = (at + 1) & mask;
  by_id_[at] = static_cast<std::uint32_t>(index + 1);
}

}  // namespace pagewright::document
