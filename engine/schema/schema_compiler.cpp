// Reads a schema's keywords into SchemaNodes. A node is known before its parts are compiled, so a $ref may lead back to
// it.
#include "engine/schema/schema_compiler.hpp"

#include <algorithm>
#include <array>

#include "engine/json/pointer.hpp"

namespace pagewright::schema {
namespace {

constexpr unsigned max_depth = 64;

constexpr std::array<std::string_view, 12> annotations = {
    "$comment",  "title",   "description",     "examples",         "deprecated",    "readOnly",
    "writeOnly", "default", "contentEncoding", "contentMediaType", "contentSchema", "$vocabulary"};

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

// The member of `table` for a keyword, or null.
template <typename Table>
auto find_member(const Table& table, std::string_view keyword) -> decltype(table[0].second) {
  for (const auto& [known, member] : table)
    if (known == keyword) return member;
  return nullptr;
}

void note_what_it_checks(SchemaNode& node) {
  node.has_combinations = node.reference || node.dynamic_reference || !node.all_of.empty() || !node.any_of.empty() ||
                          !node.one_of.empty() || node.not_schema || node.if_schema || !node.dependent_schemas.empty();
  node.has_assertions = node.has_combinations || node.one_of_values || node.constant || node.minimum || node.maximum ||
                        node.exclusive_minimum || node.exclusive_maximum || node.multiple_of || node.min_length ||
                        node.max_length || node.min_items || node.max_items || node.min_properties ||
                        node.max_properties || node.pattern || node.format != Format::annotation || node.items ||
                        !node.prefix_items.empty() || node.contains || node.unevaluated_items ||
                        node.has_unique_items || !node.properties.empty() || !node.pattern_properties.empty() ||
                        node.additional || node.property_names || node.unevaluated_properties ||
                        !node.required.empty() || !node.dependent_required.empty();
}

}  // namespace

const SchemaNode* SchemaNode::find_property(std::string_view name) const {
  const auto found = std::ranges::lower_bound(properties, name, {}, [](const auto& entry) { return entry.first; });
  return found != properties.end() && found->first == name ? found->second : nullptr;
}

void SchemaCompiler::run() {
  SchemaResource& whole = compiled_.resources.emplace_back();
  whole.source = &compiled_.source;
  compiled_.root = compile(compiled_.source, "", whole, 0);
  follow_references();
  for (const auto& node : compiled_.nodes) {
    std::ranges::sort(node->properties, {}, [](const auto& entry) { return entry.first; });
    note_what_it_checks(*node);
  }
  if (diagnostics_.empty()) refuse_endless_references();
}

SchemaNode* SchemaCompiler::compile(const json::Value& source, const std::string& pointer, SchemaResource& resource,
                                    unsigned depth) {
  if (const auto known = known_.find(&source); known != known_.end()) return known->second;
  SchemaNode* node = compiled_.nodes.emplace_back(std::make_unique<SchemaNode>()).get();
  known_.emplace(&source, node);
  node->pointer = pointer;
  node->resource = &resource;
  if (depth > max_depth) {
    report(pointer, "is nested more than " + std::to_string(max_depth) + " levels deep");
  } else if (source.is_bool()) {
    node->refuses_all = !source.get_bool();
  } else if (const json::Object* object = source.if_object()) {
    SchemaResource& own = enter_resource(source, pointer, resource);
    node->resource = &own;
    for (const auto& member : *object) {
      const std::string_view keyword = json::view(member.key());
      depth_ = depth;
      resource_ = &own;
      read_keyword(*node, keyword, member.value(), json::pointer_to(pointer, keyword));
    }
  } else {
    report(pointer, "must be a schema: an object, true or false");
  }
  return node;
}

// A schema within the one that is being read.
SchemaNode* SchemaCompiler::compile_part(const json::Value& source, const std::string& pointer) {
  SchemaResource& resource = *resource_;
  const unsigned depth = depth_;
  SchemaNode* node = compile(source, pointer, resource, depth + 1);
  resource_ = &resource;
  depth_ = depth;
  return node;
}

void SchemaCompiler::report(const std::string& pointer, const std::string& message) {
  if (takes_more()) diagnostics_.push_back({(pointer.empty() ? "the schema" : pointer) + ": " + message});
}

void SchemaCompiler::read_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                  const std::string& pointer) {
  if (keyword == "default") node.default_value = &value;
  const bool is_known =
      read_value_keyword(node, keyword, value, pointer) || read_bound_keyword(node, keyword, value, pointer) ||
      read_schema_keyword(node, keyword, value, pointer) || read_schema_map(node, keyword, value, pointer) ||
      read_core_keyword(node, keyword, value, pointer) ||
      std::ranges::find(annotations, keyword) != annotations.end() || keyword.starts_with("x-");
  if (is_known || dialect_ != Schema::Dialect::component) return;
  report(pointer, "the keyword \"" + std::string(keyword) +
                      "\" is not known; check its spelling, or start the name of one of your own with x-");
}

bool SchemaCompiler::read_value_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                        const std::string& pointer) {
  if (keyword == "type") {
    read_types(node, value, pointer);
  } else if (keyword == "enum") {
    node.one_of_values = value.if_array();
    const bool may_be_empty = dialect_ != Schema::Dialect::component;
    if (!node.one_of_values || (node.one_of_values->empty() && !may_be_empty))
      report(pointer, "must be a list of at least one value");
    node.choice_weight += weight_of(value);
  } else if (keyword == "const") {
    node.constant = &value;
    node.choice_weight += weight_of(value);
  } else if (keyword == "format") {
    if (!value.is_string())
      report(pointer, "must be a text");
    else if (dialect_ != Schema::Dialect::standard)
      node.format = parse_format(json::view(value.get_string()));
  } else if (keyword == "pattern") {
    read_pattern(node, value, pointer);
  } else if (keyword == "required") {
    read_names(node.required, value, pointer);
  } else if (keyword == "dependentRequired") {
    read_dependent_required(node, value, pointer);
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

void SchemaCompiler::read_names(SchemaNode::Names& names, const json::Value& value, const std::string& pointer) {
  const json::Array* list = value.if_array();
  if (!list) return report(pointer, "must be a list of property names");
  for (const json::Value& name : *list) {
    if (!name.is_string()) return report(pointer, "must be a list of property names");
    names.push_back(json::view(name.get_string()));
  }
}

void SchemaCompiler::read_dependent_required(SchemaNode& node, const json::Value& value, const std::string& pointer) {
  const json::Object* object = value.if_object();
  if (!object) return report(pointer, "must be an object from a property's name to a list of names");
  for (const auto& member : *object) {
    auto& [name, names] = node.dependent_required.emplace_back(json::view(member.key()), SchemaNode::Names());
    read_names(names, member.value(), json::pointer_to(pointer, name));
  }
}

bool SchemaCompiler::read_bound_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                        const std::string& pointer) {
  using Number = const json::Value* SchemaNode::*;
  constexpr std::array<std::pair<std::string_view, Number>, 5> numbers = {
      {{"minimum", &SchemaNode::minimum},
       {"maximum", &SchemaNode::maximum},
       {"exclusiveMinimum", &SchemaNode::exclusive_minimum},
       {"exclusiveMaximum", &SchemaNode::exclusive_maximum},
       {"multipleOf", &SchemaNode::multiple_of}}};
  if (const Number member = find_member(numbers, keyword)) {
    if (!value.is_number())
      report(pointer, "must be a number");
    else
      node.*member = &value;
    if (member == &SchemaNode::multiple_of && node.multiple_of && !(value.to_number<double>() > 0))
      report(pointer, "must be greater than 0");
    return true;
  }
  using Count = std::optional<std::size_t> SchemaNode::*;
  constexpr std::array<std::pair<std::string_view, Count>, 8> counts = {
      {{"minLength", &SchemaNode::min_length},
       {"maxLength", &SchemaNode::max_length},
       {"minItems", &SchemaNode::min_items},
       {"maxItems", &SchemaNode::max_items},
       {"minContains", &SchemaNode::min_contains},
       {"maxContains", &SchemaNode::max_contains},
       {"minProperties", &SchemaNode::min_properties},
       {"maxProperties", &SchemaNode::max_properties}}};
  const Count member = find_member(counts, keyword);
  if (!member) return false;
  const double count = value.is_number() ? value.to_number<double>() : -1;
  const bool is_count = count >= 0 && count <= 1e9 && static_cast<double>(static_cast<std::size_t>(count)) == count;
  if (!is_count)
    report(pointer, "must be a whole number, at least 0");
  else
    node.*member = static_cast<std::size_t>(count);
  return true;
}

bool SchemaCompiler::read_schema_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                         const std::string& pointer) {
  using Part = const SchemaNode* SchemaNode::*;
  constexpr std::array<std::pair<std::string_view, Part>, 10> parts = {
      {{"items", &SchemaNode::items},
       {"contains", &SchemaNode::contains},
       {"unevaluatedItems", &SchemaNode::unevaluated_items},
       {"additionalProperties", &SchemaNode::additional},
       {"propertyNames", &SchemaNode::property_names},
       {"unevaluatedProperties", &SchemaNode::unevaluated_properties},
       {"not", &SchemaNode::not_schema},
       {"if", &SchemaNode::if_schema},
       {"then", &SchemaNode::then_schema},
       {"else", &SchemaNode::else_schema}}};
  if (const Part member = find_member(parts, keyword)) {
    node.*member = compile_part(value, pointer);
    return true;
  }
  constexpr std::array<std::pair<std::string_view, SchemaNode::Parts SchemaNode::*>, 4> lists = {
      {{"allOf", &SchemaNode::all_of},
       {"anyOf", &SchemaNode::any_of},
       {"oneOf", &SchemaNode::one_of},
       {"prefixItems", &SchemaNode::prefix_items}}};
  const auto member = find_member(lists, keyword);
  if (!member) return false;
  const json::Array* list = value.if_array();
  if (!list || list->empty()) report(pointer, "must be a list of at least one schema");
  for (std::size_t i = 0; list && i < list->size(); ++i)
    (node.*member).push_back(compile_part((*list)[i], json::pointer_to(pointer, std::to_string(i))));
  return true;
}

bool SchemaCompiler::read_schema_map(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                     const std::string& pointer) {
  constexpr std::array<std::string_view, 4> maps = {"properties", "$defs", "dependentSchemas", "patternProperties"};
  if (std::ranges::find(maps, keyword) == maps.end()) return false;
  const json::Object* object = value.if_object();
  if (!object) report(pointer, "must be an object of schemas");
  for (std::size_t i = 0; object && i < object->size(); ++i) {
    const auto& member = *(object->begin() + i);
    const std::string_view name = json::view(member.key());
    const SchemaNode* part = compile_part(member.value(), json::pointer_to(pointer, name));
    if (keyword == "properties") node.properties.emplace_back(name, part);
    if (keyword == "dependentSchemas") node.dependent_schemas.emplace_back(name, part);
    if (keyword != "patternProperties") continue;
    auto pattern = Pattern::compile(name);
    if (pattern)
      node.pattern_properties.emplace_back(std::move(*pattern), part);
    else
      report(json::pointer_to(pointer, name), pattern.error());
  }
  return true;
}

bool SchemaCompiler::read_core_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                                       const std::string& pointer) {
  if (keyword == "$id") return true;  // has been read before all others
  if (keyword == "$schema") {
    const std::string_view dialect = value.is_string() ? json::view(value.get_string()) : "";
    if (dialect != "https://json-schema.org/draft/2020-12/schema")
      report(pointer, "must be https://json-schema.org/draft/2020-12/schema; no other dialect is read");
    return true;
  }
  if (keyword == "$anchor" || keyword == "$dynamicAnchor") {
    read_anchor(node, keyword, value, pointer);
    return true;
  }
  if (keyword != "$ref" && keyword != "$dynamicRef") return false;
  if (!value.is_string())
    report(pointer, "must be a text");
  else
    references_.push_back({&node, json::view(value.get_string()), pointer, keyword == "$dynamicRef"});
  return true;
}

}  // namespace pagewright::schema
