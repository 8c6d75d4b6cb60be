// Turns a JSON Schema into SchemaNodes, collecting every fault.
#pragma once

#include "engine/schema/compiled_schema.hpp"

namespace pagewright::schema {

class SchemaCompiler {
 public:
  // `compiled` outlives the compiler; its source is set.
  SchemaCompiler(Schema::Compiled& compiled, Schema::Dialect dialect) : compiled_(compiled), dialect_(dialect) {}

  // Fills nodes, resources and root.
  void run();
  void report(const std::string& pointer, const std::string& message);
  [[nodiscard]] bool takes_more() const { return diagnostics_.size() < 50; }

  [[nodiscard]] std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

 private:
  // $ref and $dynamicRef are followed when everything with an address is known.
  struct Reference {
    SchemaNode* node;
    std::string_view target;
    std::string pointer;
    bool is_dynamic;
  };
  struct Place {
    const json::Value* source;
    std::string pointer;
    SchemaResource* resource;
  };

  SchemaNode* compile(const json::Value& source, const std::string& pointer, SchemaResource& resource, unsigned depth);
  SchemaNode* compile_part(const json::Value& source, const std::string& pointer);
  void read_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value, const std::string& pointer);
  bool read_value_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                          const std::string& pointer);
  bool read_bound_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                          const std::string& pointer);
  bool read_schema_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                           const std::string& pointer);
  bool read_schema_map(SchemaNode& node, std::string_view keyword, const json::Value& value,
                       const std::string& pointer);
  bool read_core_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                         const std::string& pointer);
  void read_types(SchemaNode& node, const json::Value& value, const std::string& pointer);
  void read_pattern(SchemaNode& node, const json::Value& value, const std::string& pointer);
  void read_names(SchemaNode::Names& names, const json::Value& value, const std::string& pointer);
  void read_dependent_required(SchemaNode& node, const json::Value& value, const std::string& pointer);

  // schema_references.cpp
  SchemaResource& enter_resource(const json::Value& source, const std::string& pointer, SchemaResource& outer);
  void read_anchor(SchemaNode& node, std::string_view keyword, const json::Value& value, const std::string& pointer);
  void follow_references();
  const SchemaNode* follow(const Reference& reference);
  SchemaResource* find_resource(std::string_view address);
  SchemaResource* add_metaschema();
  std::optional<Place> find_place(SchemaResource& resource, std::string_view pointer);
  void refuse_endless_references();

  Schema::Compiled& compiled_;
  Schema::Dialect dialect_;
  std::unordered_map<const json::Value*, SchemaNode*> known_;
  std::vector<Reference> references_;
  SchemaResource* resource_ = nullptr;  // of the schema that is being read
  unsigned depth_ = 0;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace pagewright::schema
