// A schema made ready for checking: one SchemaNode for each schema within it.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>

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

struct SchemaNode;

// What it costs to look at all of a value, in steps of an Evaluation.
[[nodiscard]] std::size_t weight_of(const json::Value& value);

// A part of the source with an address of its own: the whole, and each schema with an $id.
// https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.1
struct SchemaResource {
  std::string address;
  const json::Value* source = nullptr;
  std::string pointer;                                            // of its root, in the whole source
  std::map<std::string, const SchemaNode*, std::less<>> anchors;  // of $anchor and $dynamicAnchor
  std::map<std::string, const SchemaNode*, std::less<>> dynamic_anchors;
};

struct SchemaNode {
  using Parts = std::vector<const SchemaNode*>;
  using Names = std::vector<std::string_view>;

  std::string pointer;  // where it stands in the source
  const SchemaResource* resource = nullptr;
  bool refuses_all = false;                    // the schema `false`
  bool has_assertions = false;                 // more than types is to be checked
  bool has_combinations = false;               // allOf and all that is checked on the same value
  unsigned char types = 0;                     // of JsonType; 0: any
  const json::Array* one_of_values = nullptr;  // enum
  const json::Value* constant = nullptr;
  std::size_t choice_weight = 0;  // of both
  const json::Value* default_value = nullptr;

  const json::Value* minimum = nullptr;  // numbers all, as are the next four
  const json::Value* maximum = nullptr;
  const json::Value* exclusive_minimum = nullptr;
  const json::Value* exclusive_maximum = nullptr;
  const json::Value* multiple_of = nullptr;
  std::optional<std::size_t> min_length, max_length, min_items, max_items, min_properties, max_properties;
  std::optional<std::size_t> min_contains, max_contains;
  std::optional<Pattern> pattern;
  std::string_view pattern_source;
  Format format = Format::annotation;

  const SchemaNode* items = nullptr;
  Parts prefix_items;
  const SchemaNode* contains = nullptr;
  const SchemaNode* unevaluated_items = nullptr;
  bool has_unique_items = false;

  std::vector<std::pair<std::string_view, const SchemaNode*>> properties;  // by name
  std::vector<std::pair<Pattern, const SchemaNode*>> pattern_properties;
  const SchemaNode* additional = nullptr;
  const SchemaNode* property_names = nullptr;
  const SchemaNode* unevaluated_properties = nullptr;
  Names required;
  std::vector<std::pair<std::string_view, Names>> dependent_required;
  std::vector<std::pair<std::string_view, const SchemaNode*>> dependent_schemas;

  Parts all_of, any_of, one_of;
  const SchemaNode* not_schema = nullptr;
  const SchemaNode* if_schema = nullptr;
  const SchemaNode* then_schema = nullptr;
  const SchemaNode* else_schema = nullptr;
  const SchemaNode* reference = nullptr;          // $ref
  const SchemaNode* dynamic_reference = nullptr;  // $dynamicRef: where it leads when nothing outside overrides it
  std::string dynamic_anchor;                     // the name to look for outside; empty: none

  [[nodiscard]] const SchemaNode* find_property(std::string_view name) const;
};

struct Schema::Compiled {
  json::Value source;
  json::Value metaschema;                // null until something refers to it
  std::deque<SchemaResource> resources;  // the whole comes first
  std::vector<std::unique_ptr<SchemaNode>> nodes;
  const SchemaNode* root = nullptr;
  std::map<std::string_view, std::vector<const SchemaNode*>, std::less<>>
      properties;  // of the root, with its $ref and allOf
  json::Object defaults;
  bool takes_any_property = false;
};

// The decimal index `token`, or nothing. https://www.rfc-editor.org/rfc/rfc6901#section-4
[[nodiscard]] std::optional<std::size_t> array_index(std::string_view token);

}  // namespace pagewright::schema
