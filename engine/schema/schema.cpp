#include "engine/schema/schema.hpp"

#include "engine/schema/compiled_schema.hpp"
#include "engine/schema/schema_compiler.hpp"

namespace pagewright::schema {
namespace {

// Through $ref and allOf, which hold for the object itself.
template <typename Properties>
void collect_properties(const SchemaNode& node, Properties& properties) {
  for (const auto& [name, part] : node.properties) properties[name].push_back(part);
  if (node.reference) collect_properties(*node.reference, properties);
  for (const SchemaNode* part : node.all_of) collect_properties(*part, properties);
}

const json::Value* default_of(const SchemaNode* node) {
  for (; node; node = node->reference)
    if (node->default_value) return node->default_value;
  return nullptr;
}

}  // namespace

std::string pointer_to(std::string_view parent, std::string_view key) {
  std::string out(parent);
  out += '/';
  for (const char c : key) {
    if (c == '~')
      out += "~0";
    else if (c == '/')
      out += "~1";
    else
      out += c;
  }
  return out;
}

Schema::Schema(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

std::expected<Schema, std::vector<Diagnostic>> Schema::compile(const json::Value& source) {
  auto compiled = std::make_unique<Compiled>();
  compiled->source = source;
  SchemaCompiler compiler(compiled->source, compiled->nodes);
  compiled->root = compiler.compile(compiled->source, "", 0);
  if (compiler.diagnostics().empty()) compiler.refuse_endless_references();
  if (!compiler.diagnostics().empty()) return std::unexpected(std::move(compiler.diagnostics()));

  for (const auto& [pointer, node] : compiled->nodes) {
    if (!node->default_value) continue;
    const auto violations = violations_of(*node, *node->default_value);
    if (!violations.empty())
      compiler.report(pointer_to(pointer, "default") + violations.front().path, violations.front().message);
  }
  if (!compiler.diagnostics().empty()) return std::unexpected(std::move(compiler.diagnostics()));

  collect_properties(*compiled->root, compiled->properties);
  for (const auto& [name, parts] : compiled->properties)
    for (const SchemaNode* part : parts)
      if (const json::Value* value = default_of(part))
        compiled->defaults.emplace(boost::json::string_view(name.data(), name.size()), *value);
  return Schema(std::move(compiled));
}

std::vector<Violation> Schema::validate(const json::Value& value) const {
  return violations_of(*compiled_->root, value);
}

bool Schema::has_property(std::string_view name) const {
  return compiled_->properties.contains(name);
}

std::vector<Violation> Schema::validate_property(std::string_view name, const json::Value& value) const {
  const auto found = compiled_->properties.find(name);
  if (found == compiled_->properties.end()) return {{"", "is not a property"}};
  std::vector<Violation> all;
  for (const SchemaNode* part : found->second)
    for (Violation& violation : violations_of(*part, value)) all.push_back(std::move(violation));
  if (all.size() > 20) all.resize(20);
  return all;
}

const json::Object& Schema::defaults() const {
  return compiled_->defaults;
}

const json::Value& Schema::source() const {
  return compiled_->source;
}

}  // namespace pagewright::schema
