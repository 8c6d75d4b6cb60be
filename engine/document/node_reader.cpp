#include "engine/document/node_reader.hpp"

#include "engine/document/rank.hpp"

namespace pagewright::document {
namespace {

std::string quoted(std::string_view name) {
  return "\"" + std::string(name) + "\"";
}

// True where `value` nests more than `levels` containers.
bool is_deeper_than(const json::Value& value, unsigned levels) {
  if (!value.is_structured()) return false;
  if (levels == 0) return true;
  if (const json::Array* array = value.if_array())
    return std::ranges::any_of(*array, [&](const json::Value& item) { return is_deeper_than(item, levels - 1); });
  return std::ranges::any_of(value.get_object(),
                             [&](const auto& member) { return is_deeper_than(member.value(), levels - 1); });
}

// Bounds what one register holds. The depth: whatever a document takes in at one door can be read again at any other,
// where it may stand deeper in a message.
Result<void> check_size(std::string_view key, const json::Value& value, const Limits& limits, const std::string& path) {
  if (is_deeper_than(value, limits.value_depth))
    return fail(ErrorCode::limit_exceeded,
                quoted(key) + " nests more than " + std::to_string(limits.value_depth) + " levels.", path);
  // Only long values are measured: short ones can't pass the limit.
  const bool may_be_long =
      value.is_structured() || (value.is_string() && value.get_string().size() > limits.prop_bytes / 6);
  if (may_be_long && json::serialize(value).size() > limits.prop_bytes)
    return fail(ErrorCode::limit_exceeded,
                quoted(key) + " is larger than " + std::to_string(limits.prop_bytes / 1024) + " KiB; split it up.",
                path);
  return {};
}

std::unexpected<Error> at(Error error, const std::string& path) {
  error.path = path + error.path;
  return std::unexpected(std::move(error));
}

Result<void> check_text(std::string_view key, const json::Value& value, std::size_t longest) {
  if (!value.is_string())
    return fail(ErrorCode::invalid_prop, "The page setting " + quoted(key) + " must be a text.",
                "/layout/" + std::string(key));
  if (value.get_string().size() > longest)
    return fail(ErrorCode::invalid_prop,
                "The page setting " + quoted(key) + " must be at most " + std::to_string(longest) + " bytes long.",
                "/layout/" + std::string(key));
  return {};
}

// https://www.rfc-editor.org/rfc/rfc5646: letters, digits and hyphens.
bool is_language_tag(std::string_view text) {
  if (text.empty() || text.size() > 35 || text.front() == '-' || text.back() == '-') return false;
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

// True where every child carries a valid rank; otherwise their order in the list counts.
bool have_ranks(const json::Array& children) {
  return !children.empty() && std::ranges::all_of(children, [](const json::Value& child) {
    const auto text = json::find_string(child, "rank");
    return text && rank::is_valid(*text);
  });
}

}  // namespace

// https://www.rfc-editor.org/rfc/rfc6901
std::string pointer_to(std::string_view parent, std::string_view key) {
  std::string pointer(parent);
  pointer += '/';
  for (char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
  return pointer;
}

Result<void> check_prop(const schema::ComponentDefinition& definition, std::string_view key, const json::Value& value,
                        const Limits& limits) {
  if (!definition.props.has_property(key))
    return fail(ErrorCode::unknown_prop,
                "The component " + quoted(definition.name) + " has no prop " + quoted(key) + ".",
                pointer_to("", key));
  const auto violations = definition.props.validate_property(key, value);
  if (!violations.empty()) {
    const schema::Violation& first = violations.front();
    return fail(ErrorCode::invalid_prop, quoted(key) + " " + first.message + ".", pointer_to("", key) + first.path);
  }
  return check_size(key, value, limits, pointer_to("", key));
}

Result<void> check_page_setting(std::string_view key, const json::Value& value, const Limits& limits) {
  const std::string path = pointer_to("/layout", key);
  if (key.empty() || key.size() > 64)
    return fail(ErrorCode::invalid_prop, "The name of a page setting has 1 to 64 characters.", path);
  if (key == "title" || key == "description" || key == "canonical" || key == "social_image" || key == "robots")
    return check_text(key, value, 2000);
  if (key == "language") {
    TRY(check_text(key, value, 35));
    if (!is_language_tag(json::view(value.get_string())))
      return fail(ErrorCode::invalid_prop, "The language must be a tag like \"en\" or \"de-CH\".", path);
    return {};
  }
  if (key == "color_scheme") {
    TRY(check_text(key, value, 10));
    const auto scheme = json::view(value.get_string());
    if (scheme != "auto" && scheme != "light" && scheme != "dark")
      return fail(ErrorCode::invalid_prop, "The color scheme must be \"auto\", \"light\" or \"dark\".", path);
    return {};
  }
  return check_size(key, value, limits, path);
}

Result<void> check_slot(const schema::ComponentDefinition* parent, std::string_view slot,
                        const schema::ComponentDefinition& child) {
  if (!parent) {
    if (slot == root_slot) return {};
    return fail(ErrorCode::unknown_slot, "The page has only the slot \"components\", not " + quoted(slot) + ".");
  }
  const schema::SlotDefinition* definition = parent->find_slot(slot);
  if (!definition)
    return fail(ErrorCode::unknown_slot,
                "The component " + quoted(parent->name) + " has no slot " + quoted(slot) + ".");
  if (!schema::accepts(*definition, child))
    return fail(ErrorCode::slot_refuses, "\"" + definition->display_name + "\" of " + quoted(parent->display_name) +
                                             " does not take a " + quoted(child.display_name) + ".");
  return {};
}

Result<void> NodeReader::read_slot(const json::Value& source, const NodeId& parent,
                                   const schema::ComponentDefinition* parent_definition, std::string_view slot,
                                   const std::string& path, unsigned depth) {
  const json::Array* list = source.if_array();
  if (!list)
    return fail(ErrorCode::invalid_document,
                "A slot's children must be an array, not " + std::string(json::type_name(source)) + ".", path);
  if (parent_definition) {
    const schema::SlotDefinition* definition = parent_definition->find_slot(slot);
    if (definition && definition->max && list->size() > definition->max)
      return fail(ErrorCode::slot_full,
                  "\"" + definition->display_name + "\" takes at most " + std::to_string(definition->max) + " nodes.",
                  path);
  }
  const bool ranked = have_ranks(*list);
  std::string rank;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const std::string child_path = path + "/" + std::to_string(i);
    rank = ranked ? std::string(*json::find_string((*list)[i], "rank")) : rank::after(rank);
    const std::size_t read = nodes_.size();
    TRY(read_node((*list)[i], Place{parent, std::string(slot), rank}, child_path, depth));
    const schema::ComponentDefinition& child = *catalog_.find(nodes_[read]->component);
    if (auto checked = check_slot(parent_definition, slot, child); !checked) return at(checked.error(), child_path);
  }
  return {};
}

Result<void> NodeReader::read_node(const json::Value& source, Place place, const std::string& path, unsigned depth) {
  const json::Object* object = source.if_object();
  if (!object)
    return fail(ErrorCode::invalid_document, "A node must be an object with \"id\" and \"component\".", path);
  if (depth > limits_.depth)
    return fail(ErrorCode::limit_exceeded, "The tree is deeper than " + std::to_string(limits_.depth) + " levels.",
                path);
  if (nodes_.size() >= limits_.nodes)
    return fail(ErrorCode::limit_exceeded,
                "The page has more than " + std::to_string(limits_.nodes) + " nodes; split it up.", path);

  const auto id_text = json::find_string(source, "id");
  const auto id = id_text ? NodeId::parse(*id_text) : std::nullopt;
  if (!id)
    return fail(ErrorCode::invalid_document, "A node needs an \"id\" of 1 to 36 letters, digits, \"_\" or \"-\".",
                path + "/id");
  if (!ids_.insert(*id).second)
    return fail(ErrorCode::duplicate_id,
                "The id " + quoted(*id_text) + " stands twice; every node needs an id of its own.", path + "/id");
  const auto component = json::find_string(source, "component");
  const schema::ComponentDefinition* definition = component ? catalog_.find(*component) : nullptr;
  if (!definition)
    return fail(ErrorCode::unknown_component,
                component ? "There is no component " + quoted(*component) + "." : "A node needs a \"component\".",
                path + "/component");

  auto node = std::make_shared<Node>();
  node->id = *id;
  node->component = *component;
  node->place = std::move(place);
  nodes_.push_back(node);
  const json::Value* slots = nullptr;
  for (const auto& member : *object) {
    const std::string_view key = json::view(member.key());
    if (key == "props") {
      TRY(read_props(member.value(), *definition, path + "/props", node->props));
    } else if (key == "styles") {
      TRY(read_styles(member.value(), path + "/styles", node->styles));
    } else if (key == "children") {
      slots = &member.value();
    } else if (key != "id" && key != "component" && key != "rank") {
      return fail(ErrorCode::invalid_document,
                  "A node has no member " + quoted(key) + "; it has id, component, props, styles and children.",
                  pointer_to(path, key));
    }
  }
  if (!slots) return {};
  const json::Object* by_slot = slots->if_object();
  if (!by_slot)
    return fail(ErrorCode::invalid_document, "\"children\" must be an object of slots.", path + "/children");
  for (const auto& member : *by_slot) {
    const std::string slot(json::view(member.key()));
    const std::string slot_path = pointer_to(path + "/children", slot);
    if (!definition->find_slot(slot))
      return fail(ErrorCode::unknown_slot,
                  "The component " + quoted(definition->name) + " has no slot " + quoted(slot) + ".", slot_path);
    TRY(read_slot(member.value(), *id, definition, slot, slot_path, depth + 1));
  }
  return {};
}

Result<void> NodeReader::read_props(const json::Value& source, const schema::ComponentDefinition& definition,
                                    const std::string& path, Registers& props) {
  const json::Object* object = source.if_object();
  if (!object) return fail(ErrorCode::invalid_document, "\"props\" must be an object.", path);
  if (object->size() > limits_.registers) return fail(ErrorCode::limit_exceeded, "A node has too many props.", path);
  props.reserve(object->size());
  for (const auto& member : *object) {
    if (auto checked = check_prop(definition, json::view(member.key()), member.value(), limits_); !checked)
      return at(checked.error(), path);
    props.set(json::view(member.key()), std::make_shared<const json::Value>(member.value()));
  }
  return {};
}

Result<void> NodeReader::read_styles(const json::Value& source, const std::string& path, Styles& styles) {
  const json::Object* object = source.if_object();
  if (!object) return fail(ErrorCode::invalid_document, "\"styles\" must be an object of breakpoints.", path);
  for (const auto& member : *object) {
    const auto breakpoint = style::parse_breakpoint(json::view(member.key()));
    const std::string breakpoint_path = pointer_to(path, json::view(member.key()));
    const json::Object* declarations = member.value().if_object();
    if (!breakpoint || !declarations)
      return fail(ErrorCode::invalid_style, "Styles stand under \"base\", \"tablet\" or \"mobile\", each an object.",
                  breakpoint_path);
    if (declarations->size() > limits_.registers)
      return fail(ErrorCode::limit_exceeded, "A node has too many styles.", breakpoint_path);
    for (const auto& declaration : *declarations) {
      const std::string_view property = json::view(declaration.key());
      const std::string property_path = pointer_to(breakpoint_path, property);
      if (!declaration.value().is_string())
        return fail(ErrorCode::invalid_style, "A style's value must be a text.", property_path);
      const std::string_view value = json::view(declaration.value().get_string());
      if (auto checked = style::validate(property, value); !checked)
        return fail(checked.error().code, checked.error().message, property_path);
      styles.set(*breakpoint, property, std::string(value));
    }
  }
  return {};
}

}  // namespace pagewright::document
