#include "server/forms/form.hpp"

#include <algorithm>

namespace pagewright::forms {
namespace {

// A node's props as its template sees them.
class Props {
 public:
  Props(const document::Node& node, const schema::ComponentDefinition& definition)
      : node_(node), defaults_(definition.props.defaults()) {}

  [[nodiscard]] const json::Value* find(std::string_view name) const {
    if (const json::Value* set = node_.props.find(name)) return set;
    return defaults_.if_contains({name.data(), name.size()});
  }
  [[nodiscard]] std::string text(std::string_view name) const {
    const json::Value* value = find(name);
    return value != nullptr && value->is_string() ? std::string(json::view(value->get_string())) : std::string();
  }
  [[nodiscard]] bool is_true(std::string_view name) const {
    const json::Value* value = find(name);
    return value != nullptr && value->is_bool() && value->get_bool();
  }
  [[nodiscard]] std::size_t number(std::string_view name, std::size_t otherwise) const {
    const json::Value* value = find(name);
    return value != nullptr && value->is_int64() ? static_cast<std::size_t>(value->get_int64()) : otherwise;
  }

 private:
  const document::Node& node_;
  const json::Object& defaults_;
};

FieldKind kind_of_input(std::string_view type) {
  if (type == "email") return FieldKind::email;
  if (type == "url") return FieldKind::url;
  if (type == "number") return FieldKind::number;
  if (type == "date") return FieldKind::date;
  if (type == "time") return FieldKind::time;
  if (type == "datetime-local") return FieldKind::moment;
  if (type == "month") return FieldKind::month;
  if (type == "password") return FieldKind::secret;
  return FieldKind::line;
}

std::string member_text(const json::Value& object, std::string_view name) {
  return std::string(json::find_string(object, name).value_or(""));
}

std::vector<std::string> choices_of(const Props& props) {
  std::vector<std::string> choices;
  const json::Value* options = props.find("options");
  if (options == nullptr || !options->is_array()) return choices;
  for (const json::Value& option : options->get_array()) {
    std::string value = member_text(option, "value");
    choices.push_back(value.empty() ? member_text(option, "label") : std::move(value));
  }
  return choices;
}

std::optional<Field> read_field(const document::Node& node, const schema::ComponentDefinition& definition) {
  const Props props(node, definition);
  Field field{.name = props.text("name"), .label = props.text("label"), .is_required = props.is_true("required")};
  if (field.name.empty()) field.name = node.id.text();
  if (field.label.empty()) field.label = field.name;
  if (node.component == "input") {
    field.kind = kind_of_input(props.text("type"));
  } else if (node.component == "textarea") {
    field.kind = FieldKind::text;
    field.most_characters = props.number("max_length", field.most_characters);
  } else if (node.component == "select" || node.component == "radio-group") {
    field.kind = FieldKind::choice;
    field.choices = choices_of(props);
  } else if (node.component == "date-input") {
    field.kind = kind_of_input(props.text("type"));
    field.least = props.text("least");
    field.most = props.text("most");
  } else if (node.component == "checkbox") {
    field.kind = FieldKind::tick;
    const std::string value = props.text("value");
    field.choices = {value.empty() ? "yes" : value};
  } else {
    return std::nullopt;
  }
  return field;
}

// What a newsletter asks for stands in its props, not below it.
Field address_of(const Props& props) {
  return {.name = props.text("field"), .label = props.text("label"), .kind = FieldKind::email, .is_required = true};
}

// In the order of the page. A form within the form would not be one to a browser: its fields are this one's.
void collect_fields(const document::Document& document, const schema::Catalog& catalog, const document::NodeId& parent,
                    std::vector<Field>& fields) {
  const document::Children* slots = document.children(parent);
  if (slots == nullptr) return;
  for (const document::SlotChildren& slot : *slots) {
    for (const document::Child& child : slot.children) {
      const document::Node& node = *document.find(child.id);
      const schema::ComponentDefinition* definition = catalog.find(node.component);
      if (definition == nullptr || node.is_hidden()) continue;
      if (auto field = read_field(node, *definition)) fields.push_back(std::move(*field));
      collect_fields(document, catalog, child.id, fields);
    }
  }
}

}  // namespace

std::optional<Form> read_form(const document::Document& document, const schema::Catalog& catalog, std::string_view id) {
  const auto node_id = document::NodeId::parse(id);
  const document::Node* node = node_id ? document.find(*node_id) : nullptr;
  const schema::ComponentDefinition* definition = node != nullptr ? catalog.find(node->component) : nullptr;
  if (definition == nullptr || document.is_hidden(*node_id)) return std::nullopt;
  const bool is_newsletter = node->component == "newsletter";
  if (!is_newsletter && node->component != "form") return std::nullopt;
  const Props props(*node, *definition);
  if (!props.text("action").empty() || (!is_newsletter && props.text("method") != "post")) return std::nullopt;
  Form form{.id = std::string(id),
            .title = props.text("title"),
            .thanks_url = props.text("thanks_url"),
            .notify = props.text("notify"),
            .fields = {}};
  if (is_newsletter)
    form.fields.push_back(address_of(props));
  else
    collect_fields(document, catalog, *node_id, form.fields);
  return form;
}

}  // namespace pagewright::forms
