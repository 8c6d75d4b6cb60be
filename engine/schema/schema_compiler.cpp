// Reads a schema's keywords into SchemaNodes. A node is entered in the map before its parts are compiled, so a $ref may
// lead back to it.
#include <array>
#include <set>

#include "engine/schema/compiled_schema.hpp"
#include "engine/schema/schema_compiler.hpp"

namespace pagewright::schema {
namespace {

constexpr unsigned max_depth = 64;

constexpr std::array<std::string_view, 10> annotations = {
    "$schema", "$id", "$comment", "title", "description", "examples", "deprecated", "readOnly", "writeOnly", "default"};

std::string unescaped(std::string_view token) {
  std::string out;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool is_escape = token[i] == '~' && i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1');
    out += !is_escape ? token[i] : token[++i] == '0' ? '~' : '/';
  }
  return out;
}

// The fragment of a URI as the JSON Pointer it stands for: "a%25b" → "a%b".
// https://www.rfc-editor.org/rfc/rfc6901#section-6
std::string percent_decoded(std::string_view fragment) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < fragment.size(); ++i) {
    const bool is_escape =
        fragment[i] == '%' && i + 2 < fragment.size() && digit(fragment[i + 1]) >= 0 && digit(fragment[i + 2]) >= 0;
    if (!is_escape) {
      out += fragment[i];
      continue;
    }
    out += static_cast<char>(digit(fragment[i + 1]) * 16 + digit(fragment[i + 2]));
    i += 2;
  }
  return out;
}

// The decimal index `token`, or nothing. https://www.rfc-editor.org/rfc/rfc6901#section-4
std::optional<std::size_t> array_index(std::string_view token) {
  if (token.empty() || token.size() > 6 || (token.size() > 1 && token[0] == '0')) return std::nullopt;
  std::size_t index = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

const json::Value* resolve_pointer(const json::Value& root, std::string_view pointer) {
  const json::Value* value = &root;
  while (!pointer.empty()) {
    if (pointer.front() != '/') return nullptr;
    const auto end = pointer.find('/', 1);
    const std::string token = unescaped(pointer.substr(1, end == std::string_view::npos ? end : end - 1));
    pointer = end == std::string_view::npos ? std::string_view{} : pointer.substr(end);
    if (const json::Array* array = value->if_array()) {
      const auto index = array_index(token);
      if (!index || *index >= array->size()) return nullptr;
      value = &(*array)[*index];
    } else {
      value = json::find(*value, token);
      if (!value) return nullptr;
    }
  }
  return value;
}

unsigned char type_bit(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, unsigned char>, 7> types = {{{"null", type_null},
                                                                                {"boolean", type_boolean},
                                                                                {"integer", type_integer},
                                                                                {"number", type_number},
                                                                                {"string", type_string},
                                                                                {"array", type_array},
                                                                                {"object", type_object}}};
  for (const auto& [known, bit] : types)
    if (known == name) return bit;
  return 0;
}

}  // namespace

SchemaNode* SchemaCompiler::compile(const json::Value& source, const std::string& pointer, unsigned depth) {
  if (const auto known = nodes_.find(pointer); known != nodes_.end()) return known->second.get();
  SchemaNode* node = nodes_.emplace(pointer, std::make_unique<SchemaNode>()).first->second.get();
  node->pointer = pointer;
  if (depth > max_depth) {
    report(pointer, "is nested more than " + std::to_string(max_depth) + " levels deep");
  } else if (source.is_bool()) {
    node->refuses_all = !source.get_bool();
  } else if (const json::Object* object = source.if_object()) {
    depth_ = depth;
    for (const auto& member : *object) {
      const std::string_view keyword = json::view(member.key());
      read_keyword(*node, keyword, member.value(), pointer_to(pointer, keyword));
      depth_ = depth;
    }
  } else {
    report(pointer, "must be a schema: an object, true or false");
  }
  return node;
}

void SchemaCompiler::report(const std::string& pointer, const std::string& message) {
  if (diagnostics_.size() < 50) diagnostics_.push_back({(pointer.empty() ? "the schema" : pointer) + ": " + message});
}

void SchemaCompiler::read_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                  const std::string& pointer) {
  const bool is_known = read_value_keyword(node, keyword, value, pointer) ||
                        read_bound_keyword(node, keyword, value, pointer) ||
                        read_schema_keyword(node, keyword, value, pointer);
  if (is_known || keyword.starts_with("x-")) return;
  if (keyword == "default") {
    node.default_value = &value;
    return;
  }
  for (const std::string_view annotation : annotations)
    if (annotation == keyword) return;
  report(pointer, "the keyword \"" + std::string(keyword) +
                      "\" is not known; check its spelling, or start the name of one of your own with x-");
}

bool SchemaCompiler::read_value_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                        const std::string& pointer) {
  if (keyword == "type") {
    read_types(node, value, pointer);
  } else if (keyword == "enum") {
    node.one_of_values = value.if_array();
    if (!node.one_of_values || node.one_of_values->empty()) report(pointer, "must be a list of at least one value");
  } else if (keyword == "const") {
    node.constant = &value;
  } else if (keyword == "format") {
    if (!value.is_string())
      report(pointer, "must be a text");
    else
      node.format = parse_format(json::view(value.get_string()));
  } else if (keyword == "pattern") {
    read_pattern(node, value, pointer);
  } else if (keyword == "required") {
    read_required(node, value, pointer);
  } else if (keyword == "uniqueItems") {
    if (!value.is_bool())
      report(pointer, "must be true or false");
    else
      node.has_unique_items = value.get_bool();
  } else {
    return false;
  }
  return true;
}

void SchemaCompiler::read_types(SchemaNode& node, const json::Value& value, const std::string& pointer) {
  const auto add = [&](const json::Value& name) {
    const unsigned char bit = name.is_string() ? type_bit(json::view(name.get_string())) : 0;
    if (!bit) report(pointer, "must be null, boolean, integer, number, string, array or object, or a list of these");
    node.types |= bit;
  };
  const json::Array* list = value.if_array();
  if (!list) return add(value);
  if (list->empty()) report(pointer, "must name at least one type");
  for (const json::Value& name : *list) add(name);
}

void SchemaCompiler::read_pattern(SchemaNode& node, const json::Value& value, const std::string& pointer) {
  if (!value.is_string()) return report(pointer, "must be a text");
  node.pattern_source = json::view(value.get_string());
  auto pattern = Pattern::compile(node.pattern_source);
  if (!pattern) return report(pointer, pattern.error());
  node.pattern = std::move(*pattern);
}

void SchemaCompiler::read_required(SchemaNode& node, const json::Value& value, const std::string& pointer) {
  const json::Array* names = value.if_array();
  if (!names) return report(pointer, "must be a list of property names");
  for (const json::Value& name : *names) {
    if (!name.is_string()) return report(pointer, "must be a list of property names");
    node.required.push_back(json::view(name.get_string()));
  }
}

bool SchemaCompiler::read_bound_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                        const std::string& pointer) {
  using Number = std::optional<double> SchemaNode::*;
  constexpr std::array<std::pair<std::string_view, Number>, 5> numbers = {
      {{"minimum", &SchemaNode::minimum},
       {"maximum", &SchemaNode::maximum},
       {"exclusiveMinimum", &SchemaNode::exclusive_minimum},
       {"exclusiveMaximum", &SchemaNode::exclusive_maximum},
       {"multipleOf", &SchemaNode::multiple_of}}};
  for (const auto& [known, member] : numbers) {
    if (known != keyword) continue;
    if (!value.is_number())
      report(pointer, "must be a number");
    else
      node.*member = value.to_number<double>();
    if (keyword == "multipleOf" && node.multiple_of && !(*node.multiple_of > 0))
      report(pointer, "must be greater than 0");
    return true;
  }
  using Count = std::optional<std::size_t> SchemaNode::*;
  constexpr std::array<std::pair<std::string_view, Count>, 6> counts = {
      {{"minLength", &SchemaNode::min_length},
       {"maxLength", &SchemaNode::max_length},
       {"minItems", &SchemaNode::min_items},
       {"maxItems", &SchemaNode::max_items},
       {"minProperties", &SchemaNode::min_properties},
       {"maxProperties", &SchemaNode::max_properties}}};
  for (const auto& [known, member] : counts) {
    if (known != keyword) continue;
    const double count = value.is_number() ? value.to_number<double>() : -1;
    const bool is_count = count >= 0 && count <= 1e9 && static_cast<double>(static_cast<std::size_t>(count)) == count;
    if (!is_count)
      report(pointer, "must be a whole number, at least 0");
    else
      node.*member = static_cast<std::size_t>(count);
    return true;
  }
  return false;
}

bool SchemaCompiler::read_schema_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                         const std::string& pointer) {
  using Part = const SchemaNode* SchemaNode::*;
  constexpr std::array<std::pair<std::string_view, Part>, 6> parts = {
      {{"items", &SchemaNode::items},
       {"additionalProperties", &SchemaNode::additional},
       {"not", &SchemaNode::not_schema},
       {"if", &SchemaNode::if_schema},
       {"then", &SchemaNode::then_schema},
       {"else", &SchemaNode::else_schema}}};
  const unsigned depth = depth_;
  for (const auto& [known, member] : parts) {
    if (known != keyword) continue;
    node.*member = compile(value, pointer, depth + 1);
    return true;
  }
  using List = std::vector<const SchemaNode*> SchemaNode::*;
  constexpr std::array<std::pair<std::string_view, List>, 4> lists = {{{"allOf", &SchemaNode::all_of},
                                                                       {"anyOf", &SchemaNode::any_of},
                                                                       {"oneOf", &SchemaNode::one_of},
                                                                       {"prefixItems", &SchemaNode::prefix_items}}};
  for (const auto& [known, member] : lists) {
    if (known != keyword) continue;
    const json::Array* list = value.if_array();
    if (!list || list->empty()) report(pointer, "must be a list of at least one schema");
    for (std::size_t i = 0; list && i < list->size(); ++i)
      (node.*member).push_back(compile((*list)[i], pointer_to(pointer, std::to_string(i)), depth + 1));
    return true;
  }
  if (keyword == "properties" || keyword == "$defs") {
    const json::Object* object = value.if_object();
    if (!object) report(pointer, "must be an object of schemas");
    for (std::size_t i = 0; object && i < object->size(); ++i) {
      const auto& member = *(object->begin() + i);
      const std::string_view name = json::view(member.key());
      const SchemaNode* part = compile(member.value(), pointer_to(pointer, name), depth + 1);
      if (keyword == "properties") node.properties.emplace_back(name, part);
    }
    return true;
  }
  if (keyword == "$ref") {
    read_reference(node, value, pointer);
    return true;
  }
  return false;
}

void SchemaCompiler::read_reference(SchemaNode& node, const json::Value& value, const std::string& pointer) {
  if (!value.is_string()) return report(pointer, "must be a text");
  const std::string_view target = json::view(value.get_string());
  if (!target.starts_with('#')) return report(pointer, "must lead to a place in this schema, such as \"#/$defs/link\"");
  const std::string place = percent_decoded(target.substr(1));
  const json::Value* source = resolve_pointer(root_, place);
  if (!source) return report(pointer, "leads to \"" + std::string(target) + "\", which is not in this schema");
  node.reference = compile(*source, place, depth_ + 1);
}

namespace {

enum class Visit : unsigned char { none, open, done };

// True when checking `node` could come back to it with the same value.
bool leads_to_itself(const SchemaNode* node, std::map<const SchemaNode*, Visit>& visits) {
  if (!node) return false;
  Visit& visit = visits[node];
  if (visit != Visit::none) return visit == Visit::open;
  visit = Visit::open;
  std::vector<const SchemaNode*> parts = {node->reference, node->not_schema, node->if_schema, node->then_schema,
                                          node->else_schema};
  for (const auto* list : {&node->all_of, &node->any_of, &node->one_of})
    parts.insert(parts.end(), list->begin(), list->end());
  for (const SchemaNode* part : parts)
    if (leads_to_itself(part, visits)) return true;
  visits[node] = Visit::done;
  return false;
}

}  // namespace

void SchemaCompiler::refuse_endless_references() {
  std::map<const SchemaNode*, Visit> visits;
  for (const auto& [pointer, node] : nodes_)
    if (leads_to_itself(node.get(), visits)) {
      report(pointer, "its $ref leads back to itself, so that no value could be checked");
      return;
    }
}

}  // namespace pagewright::schema
