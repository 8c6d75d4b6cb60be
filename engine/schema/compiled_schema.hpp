// A schema made ready for checking: one SchemaNode for each schema within it.
#pragma once

#include <map>
#include <optional>

#include "engine/schema/format.hpp"
#include "engine/schema/pattern.hpp"
#include "engine/schema/schema.hpp"

namespace pagewright::schema {

enum JsonType : unsigned char {
  type_null = 1,
  type_boolean = 2,
  type_integer = 4,
  type_number = 8,
  type_string = 16,
  type_array = 32,
  type_object = 64,
};

struct SchemaNode {
  std::string pointer;                         // where it stands in the source
  bool refuses_all = false;                    // the schema `false`
  unsigned char types = 0;                     // of JsonType; 0: any
  const json::Array* one_of_values = nullptr;  // enum
  const json::Value* constant = nullptr;
  const json::Value* default_value = nullptr;

  std::optional<double> minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of;
  std::optional<std::size_t> min_length, max_length, min_items, max_items, min_properties, max_properties;
  std::optional<Pattern> pattern;
  std::string_view pattern_source;
  Format format = Format::annotation;

  const SchemaNode* items = nullptr;
  std::vector<const SchemaNode*> prefix_items;
  bool has_unique_items = false;

  std::vector<std::pair<std::string_view, const SchemaNode*>> properties;  // in the order of the source
  std::vector<std::string_view> required;
  const SchemaNode* additional = nullptr;

  std::vector<const SchemaNode*> all_of, any_of, one_of;
  const SchemaNode* not_schema = nullptr;
  const SchemaNode* if_schema = nullptr;
  const SchemaNode* then_schema = nullptr;
  const SchemaNode* else_schema = nullptr;
  const SchemaNode* reference = nullptr;  // $ref

  [[nodiscard]] const SchemaNode* find_property(std::string_view name) const {
    for (const auto& [known, node] : properties)
      if (known == name) return node;
    return nullptr;
  }
};

struct Schema::Compiled {
  json::Value source;
  std::map<std::string, std::unique_ptr<SchemaNode>, std::less<>> nodes;  // by JSON Pointer
  const SchemaNode* root = nullptr;
  std::map<std::string_view, std::vector<const SchemaNode*>, std::less<>>
      properties;  // of the root, with its $ref and allOf
  json::Object defaults;
};

// "/a" + "b/c" → "/a/b~1c"
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view key);

// Checks `value`; violations beyond 20 are left out.
[[nodiscard]] std::vector<Violation> violations_of(const SchemaNode& node, const json::Value& value);

}  // namespace pagewright::schema
