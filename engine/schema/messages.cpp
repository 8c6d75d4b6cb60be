#include "engine/schema/messages.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/schema/number.hpp"

namespace pagewright::schema {
namespace {

std::string cut(std::string text) {
  if (text.size() <= 60) return text;
  std::size_t end = 57;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

std::string list_of(const std::vector<const json::Value*>& choices) {
  std::string out;
  for (const json::Value* choice : choices) {
    if (!out.empty()) out += ", ";
    if (out.size() > 200) return out + "…";
    out += shown(*choice);
  }
  return out;
}

// The names of those types, in the order of JsonType.
std::string names_of(unsigned char types, const std::array<std::string_view, 7>& names) {
  if (types & type_number) types &= static_cast<unsigned char>(~type_integer);
  std::string out;
  for (unsigned bit = 0; bit < 7; ++bit) {
    if (!(types & (1U << bit))) continue;
    if (!out.empty()) out += " or ";
    out += names[bit];
  }
  return out;
}

std::vector<const json::Value*> pointers_to(const json::Array& values) {
  std::vector<const json::Value*> out;
  for (const json::Value& value : values) out.push_back(&value);
  return out;
}

}  // namespace

unsigned char types_of(const json::Value& value) {
  switch (value.kind()) {
    case boost::json::kind::null:
      return type_null;
    case boost::json::kind::bool_:
      return type_boolean;
    case boost::json::kind::int64:
    case boost::json::kind::uint64:
      return type_integer | type_number;
    case boost::json::kind::double_:
      return is_whole(value) ? type_integer | type_number : type_number;
    case boost::json::kind::string:
      return type_string;
    case boost::json::kind::array:
      return type_array;
    case boost::json::kind::object:
      return type_object;
  }
  std::unreachable();
}

std::string type_names(unsigned char types) {
  return names_of(types, {"null", "true or false", "a whole number", "a number", "a text", "a list", "an object"});
}

std::string type_keywords(unsigned char types) {
  return names_of(types, {"null", "boolean", "integer", "number", "string", "array", "object"});
}

std::string type_fault(unsigned char types, const json::Value& value) {
  std::string found;
  if (value.is_number() || value.is_string())
    found = shown(value);
  else if (value.is_bool())
    found = value.get_bool() ? "true" : "false";
  else
    found = type_names(types_of(value));
  return "must be " + type_names(types) + ", is " + found;
}

std::string shown(const json::Value& value) {
  // What is long is cut in any case: its beginning suffices.
  if (value.is_string()) return shown(json::view(value.get_string()));
  return cut(json::serialize(value));
}

std::string shown(std::string_view text) {
  std::string quoted;
  std::size_t end = std::min<std::size_t>(text.size(), 100);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  json::append_quoted(quoted, text.substr(0, end));
  return cut(std::move(quoted));
}

std::string plural(std::size_t count, std::string_view noun) {
  if (count == 1) return "1 " + std::string(noun);
  return std::to_string(count) + " " + (noun == "property" ? "properties" : std::string(noun) + "s");
}

std::string choice_fault(const std::vector<const json::Value*>& choices, const json::Value& value) {
  return (choices.size() == 1 ? "must be " : "must be one of ") + list_of(choices) + ", is " + shown(value);
}

std::string not_fault(const SchemaNode& node, const json::Value& value) {
  if (node.one_of_values && !node.has_combinations)
    return "must not be one of " + list_of(pointers_to(*node.one_of_values)) + ", is " + shown(value);
  if (node.constant && !node.has_combinations) return "must not be " + shown(*node.constant);
  if (node.types != 0 && !node.has_assertions) return "must not be " + type_names(node.types) + ", is " + shown(value);
  if (node.required.size() == 1 && !node.has_combinations && node.properties.empty())
    return "must not have " + shown(node.required.front());
  return "must not be what \"not\" describes, is " + shown(value);
}

}  // namespace pagewright::schema
