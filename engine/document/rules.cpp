#include "engine/document/rules.hpp"

#include <algorithm>

#include "engine/base/utf8.hpp"
#include "engine/document/json_path.hpp"
#include "engine/json/pointer.hpp"

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

// At least the size that the value has as JSON: what can't pass a limit need not be written to be measured.
std::size_t most_bytes(const json::Value& value) {
  constexpr std::size_t number = 32;
  constexpr std::size_t escaped = 6;  // \u0000
  if (const json::String* text = value.if_string()) return escaped * text->size() + 2;
  std::size_t bytes = 2;
  if (const json::Array* array = value.if_array())
    for (const json::Value& item : *array) bytes += most_bytes(item) + 1;
  else if (const json::Object* object = value.if_object())
    for (const auto& member : *object) bytes += escaped * member.key().size() + most_bytes(member.value()) + 4;
  else
    bytes = number;
  return bytes;
}

// Bounds what one register holds. The depth: whatever a document takes in at one door can be read again at any other,
// where it may stand deeper in a message.
Result<void> check_size(std::string_view parent, std::string_view key, const json::Value& value, const Limits& limits) {
  if (is_deeper_than(value, limits.value_depth))
    return fail(ErrorCode::limit_exceeded,
                quoted(key) + " nests more than " + std::to_string(limits.value_depth) + " levels.",
                json::pointer_to(parent, key));
  if (most_bytes(value) > limits.prop_bytes && json::serialize(value).size() > limits.prop_bytes)
    return fail(ErrorCode::limit_exceeded,
                quoted(key) + " is larger than " + std::to_string(limits.prop_bytes / 1024) + " KiB; split it up.",
                json::pointer_to(parent, key));
  return {};
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

constexpr std::size_t longest_name = 100;  // characters

// The name of a node: something to read, in one line.
bool is_name(std::string_view text) {
  const bool is_blank = text.find_first_not_of(' ') == std::string_view::npos;
  const bool has_control = std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return !is_blank && !has_control && count_characters(text) <= longest_name;
}

}  // namespace

std::vector<Error> faults_of_prop(const schema::ComponentDefinition& definition, std::string_view key,
                                  const json::Value& value, const Limits& limits) {
  const auto violations = definition.props.validate_property(key, value);
  std::vector<Error> faults;
  if (!violations.empty() && !definition.props.has_property(key)) {
    faults.push_back({ErrorCode::unknown_prop,
                      "The component " + quoted(definition.name) + " has no prop " + quoted(key) + ".",
                      json::pointer_to("", key)});
    return faults;
  }
  for (const schema::Violation& violation : violations)
    faults.push_back({ErrorCode::invalid_prop, quoted(key) + " " + violation.message + ".",
                      json::pointer_to("", key) + violation.path});
  if (faults.empty())
    if (auto checked = check_size("", key, value, limits); !checked) faults.push_back(std::move(checked.error()));
  return faults;
}

Result<void> check_prop(const schema::ComponentDefinition& definition, std::string_view key, const json::Value& value,
                        const Limits& limits) {
  auto faults = faults_of_prop(definition, key, value, limits);
  if (faults.empty()) return {};
  return std::unexpected(std::move(faults.front()));
}

Result<void> check_page_setting(std::string_view key, const json::Value& value, const Limits& limits) {
  const std::string path = json::pointer_to("/layout", key);
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
  return check_size("/layout", key, value, limits);
}

Result<void> check_node_setting(std::string_view key, const json::Value& value) {
  const std::string path = json::pointer_to("/settings", key);
  if (key == locked_setting || key == hidden_setting) {
    if (value.is_bool() && value.get_bool()) return {};
    return fail(ErrorCode::invalid_prop, "The setting " + quoted(key) + " of a node must be true, or absent.", path);
  }
  if (key != name_setting)
    return fail(ErrorCode::invalid_prop,
                "A node has no setting " + quoted(key) + "; it has \"name\", \"locked\" and \"hidden\".", path);
  if (!value.is_string() || !is_name(json::view(value.get_string())))
    return fail(
        ErrorCode::invalid_prop,
        "The name of a node must be a text of 1 to " + std::to_string(longest_name) + " characters in one line.", path);
  return {};
}

bool is_no_setting(const json::Value& value) {
  return value.is_null() || (value.is_bool() && !value.get_bool());
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

}  // namespace pagewright::document
