#include "engine/schema/schema.hpp"

#include <set>

#include "engine/json/pointer.hpp"
#include "engine/schema/compiled_schema.hpp"
#include "engine/schema/evaluation.hpp"
#include "engine/schema/schema_compiler.hpp"

namespace pagewright::schema {
namespace {

// Through $ref and allOf, which hold for the object itself; each schema once, however many ways lead to it.
template <typename Properties>
void collect_properties(const SchemaNode& root, Properties& properties) {
  std::vector<const SchemaNode*> open = {&root};
  std::set<const SchemaNode*> seen = {&root};
  for (std::size_t i = 0; i < open.size(); ++i) {
    const SchemaNode& node = *open[i];
    for (const auto& [name, part] : node.properties) properties[name].push_back(part);
    const auto add = [&](const SchemaNode* part) {
      if (part && seen.insert(part).second) open.push_back(part);
    };
    add(node.reference);
    for (const SchemaNode* part : node.all_of) add(part);
  }
}

const json::Value* default_of(const SchemaNode* node) {
  for (; node; node = node->reference)
    if (node->default_value) return node->default_value;
  return nullptr;
}

void check_defaults(const Schema::Compiled& compiled, SchemaCompiler& compiler) {
  Budget budget;
  for (const auto& node : compiled.nodes) {
    if (!node->default_value || !compiler.takes_more()) continue;
    const auto violations = violations_of(*node, *node->default_value, budget);
    if (!violations.empty())
      compiler.report(json::pointer_to(node->pointer, "default") + violations.front().path, violations.front().message);
  }
}

void gather_defaults(Schema::Compiled& compiled) {
  collect_properties(*compiled.root, compiled.properties);
  for (const auto& [name, parts] : compiled.properties)
    for (const SchemaNode* part : parts)
      if (const json::Value* value = default_of(part))
        compiled.defaults.emplace(boost::json::string_view(name.data(), name.size()), *value);
}

}  // namespace

std::optional<std::size_t> array_index(std::string_view token) {
  if (token.empty() || token.size() > 6 || (token.size() > 1 && token[0] == '0')) return std::nullopt;
  std::size_t index = 0;
  for (const char c : token) {
    if (c < '0' || c > '9') return std::nullopt;
    index = index * 10 + static_cast<std::size_t>(c - '0');
  }
  return index;
}

Schema::Schema(std::unique_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

std::expected<Schema, std::vector<Diagnostic>> Schema::compile(const json::Value& source, Dialect dialect) {
  auto compiled = std::make_unique<Compiled>();
  compiled->source = source;
  SchemaCompiler compiler(*compiled, dialect);
  compiler.run();
  if (compiler.diagnostics().empty() && dialect == Dialect::component) check_defaults(*compiled, compiler);
  if (!compiler.diagnostics().empty()) return std::unexpected(std::move(compiler.diagnostics()));
  gather_defaults(*compiled);
  return Schema(std::move(compiled));
}

Schema Schema::of_anything() {
  auto compiled = std::make_unique<Compiled>();
  compiled->source = json::Object{{"type", "object"}};
  SchemaCompiler(*compiled, Dialect::component).run();
  compiled->takes_any_property = true;
  return Schema(std::move(compiled));
}

std::vector<Violation> Schema::validate(const json::Value& value) const {
  Budget budget;
  return violations_of(*compiled_->root, value, budget);
}

bool Schema::fits(const json::Value& value) const {
  Budget budget;
  return Evaluation(budget).fits(*compiled_->root, value);
}

bool Schema::has_property(std::string_view name) const {
  return compiled_->takes_any_property || compiled_->properties.contains(name);
}

std::size_t Schema::property_count() const {
  return compiled_->properties.size();
}

std::vector<Violation> Schema::validate_property(std::string_view name, const json::Value& value) const {
  if (compiled_->takes_any_property) return {};
  const auto found = compiled_->properties.find(name);
  if (found == compiled_->properties.end()) return {{"", "is not a property"}};
  std::vector<Violation> all;
  Budget budget;
  for (const SchemaNode* part : found->second)
    for (Violation& violation : violations_of(*part, value, budget)) all.push_back(std::move(violation));
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
