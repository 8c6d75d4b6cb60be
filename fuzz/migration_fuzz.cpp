// A component.json with migrations, NUL, a document: definitions are refused with a fault or migrate any document, and
// what comes out is of the present version.
#include "engine/schema/migration_plan.hpp"
#include "fuzz/input.hpp"

namespace {

using namespace pagewright;

// SCHEMA-20, SCHEMA-21
void check(const schema::Catalog& catalog, const std::string& component, const char* version,
           const json::Value& document) {
  const schema::ComponentVersions pins{{component, version}};
  const auto plan = schema::plan_migration(document, pins, catalog);
  const auto& definition = *catalog.find(component);
  for (const auto& node : plan.nodes) {
    fuzz::expect(!node.faults.empty() || !json::equal(node.before, node.after), "a node is listed for a reason");
    for (const auto& member : node.after.get_object())
      fuzz::expect(definition.props.validate_property(json::view(member.key()), member.value()).empty(),
                   "what is kept fits");
  }
  fuzz::expect(schema::plan_migration(plan.document, {{component, definition.version}}, catalog).nodes.empty(),
               "what is of the present version stays");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto [definition_text, document_text] = fuzz::two_texts(fuzz::text_of(bytes, size));
  const auto source = json::parse(definition_text);
  if (!source) return 0;
  auto definition = schema::ComponentDefinition::parse(*source);
  if (!definition) {
    fuzz::expect(!definition.error().empty(), "a refusal names a fault");
    return 0;
  }
  const std::string name = definition->name;
  schema::Catalog catalog;
  catalog.add(std::make_shared<const schema::ComponentDefinition>(std::move(*definition)));
  const auto document = json::parse(document_text);
  if (!document) return 0;
  for (const char* version : {"0.1.0", "1.0.0", "1.5.0", "2.0.0-beta", "3.0.0"})
    check(catalog, name, version, *document);
  return 0;
}
