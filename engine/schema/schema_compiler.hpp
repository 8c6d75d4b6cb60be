// Turns a JSON Schema into SchemaNodes, collecting every fault.
#pragma once

#include "engine/schema/compiled_schema.hpp"

namespace pagewright::schema {

class SchemaCompiler {
 public:
  using Nodes = std::map<std::string, std::unique_ptr<SchemaNode>, std::less<>>;

  // Both outlive the compiler, and `root` the nodes, which point into it.
  SchemaCompiler(const json::Value& root, Nodes& nodes) : root_(root), nodes_(nodes) {}

  SchemaNode* compile(const json::Value& source, const std::string& pointer, unsigned depth);
  // To be called when everything is compiled.
  void refuse_endless_references();
  void report(const std::string& pointer, const std::string& message);

  [[nodiscard]] std::vector<Diagnostic>& diagnostics() { return diagnostics_; }

 private:
  void read_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value, const std::string& pointer);
  bool read_value_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                          const std::string& pointer);
  bool read_bound_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                          const std::string& pointer);
  bool read_schema_keyword(SchemaNode& node, std::string_view keyword, const json::Value& value,
                           const std::string& pointer);
  void read_types(SchemaNode& node, const json::Value& value, const std::string& pointer);
  void read_pattern(SchemaNode& node, const json::Value& value, const std::string& pointer);
  void read_required(SchemaNode& node, const json::Value& value, const std::string& pointer);
  void read_reference(SchemaNode& node, const json::Value& value, const std::string& pointer);

  const json::Value& root_;
  Nodes& nodes_;
  unsigned depth_ = 0;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace pagewright::schema
