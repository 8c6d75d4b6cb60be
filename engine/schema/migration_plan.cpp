#include "engine/schema/migration_plan.hpp"

#include <algorithm>

#include "engine/json/pointer.hpp"
#include "engine/schema/compiled_schema.hpp"

namespace pagewright::schema {
namespace {

// Leaves out what the component does not take, with a fault for each.
void keep_what_fits(const ComponentDefinition& definition, json::Object& props, std::vector<Violation>& faults) {
  json::Object kept;
  for (const auto& member : props) {
    const std::string_view name = json::view(member.key());
    const std::string path = json::pointer_to("", name);
    if (!definition.props.has_property(name)) {
      faults.push_back({path, "must not be there: version " + definition.version + " has no such prop"});
      continue;
    }
    const auto violations = definition.props.validate_property(name, member.value());
    for (const Violation& violation : violations) faults.push_back({path + violation.path, violation.message});
    if (violations.empty()) kept.emplace(member.key(), member.value());
  }
  if (kept.size() != props.size()) props = std::move(kept);
}

class Planner {
 public:
  Planner(const ComponentVersions& pins, const Catalog& catalog) : pins_(pins), catalog_(catalog) {}

  std::vector<NodeMigration> run(json::Value& document) {
    if (json::Value* components = document.is_object() ? document.get_object().if_contains("components") : nullptr)
      add_nodes(*components);
    // Nodes are met parents first; a list of open ones, since a tree may be deep.
    while (!open_.empty()) {
      json::Value* node = open_.back();
      open_.pop_back();
      if (json::Object* object = node->if_object()) visit(*object);
    }
    return std::move(nodes_);
  }

 private:
  void add_nodes(json::Value& list) {
    if (json::Array* nodes = list.if_array())
      for (auto node = nodes->rbegin(); node != nodes->rend(); ++node) open_.push_back(&*node);
  }

  void visit(json::Object& node) {
    migrate(node);
    const json::Value* children = node.if_contains("children");
    if (!children || !children->is_object()) return;
    json::Object& slots = node["children"].get_object();
    for (auto slot = slots.end(); slot != slots.begin();) add_nodes((--slot)->value());
  }

  void migrate(json::Object& node) {
    const json::Value* component = node.if_contains("component");
    const auto pin =
        component && component->is_string() ? pins_.find(json::view(component->get_string())) : pins_.end();
    if (pin == pins_.end()) return;
    const ComponentDefinition* definition = catalog_.find(pin->first);
    if (definition && definition->version == pin->second) return;
    const json::Value* id = node.if_contains("id");
    NodeMigration migration{.id = id && id->is_string() ? std::string(json::view(id->get_string())) : "",
                            .component = pin->first,
                            .from = pin->second,
                            .to = definition ? definition->version : "",
                            .before = json::Object(),
                            .after = json::Object(),
                            .faults = {}};
    const json::Value* props = node.if_contains("props");
    if (props && props->is_object()) migration.before = *props;
    migration.after = migration.before;
    if (definition)
      migration.faults = migrate_props(*definition, pin->second, migration.after.get_object());
    else
      migration.faults.push_back({"", "must be of a component that the library has, is of \"" + pin->first + "\""});
    const bool is_same = json::equal(migration.before, migration.after);
    if (is_same && migration.faults.empty()) return;
    if (!is_same) node["props"] = migration.after;
    nodes_.push_back(std::move(migration));
  }

  const ComponentVersions& pins_;
  const Catalog& catalog_;
  std::vector<json::Value*> open_;
  std::vector<NodeMigration> nodes_;
};

}  // namespace

ComponentVersions versions_of(const Catalog& catalog) {
  ComponentVersions versions;
  for (const ComponentDefinition* definition : catalog.all()) versions.emplace(definition->name, definition->version);
  return versions;
}

json::Value NodeMigration::to_json() const {
  json::Array list;
  for (const Violation& fault : faults) list.push_back(json::Object{{"path", fault.path}, {"message", fault.message}});
  return json::Object{{"id", id},         {"component", component}, {"from", from},  {"to", to},
                      {"before", before}, {"after", after},         {"faults", list}};
}

std::vector<Violation> migrate_props(const ComponentDefinition& definition, std::string_view from,
                                     json::Object& props) {
  const auto version = Version::parse(from);
  const auto present = Version::parse(definition.version);
  std::vector<Violation> faults;
  if (!version || !present || *version > *present || definition.migrations.leave_out(*version))
    faults.push_back(
        {"", "must be of a version that leads on to " + definition.version + ", is of " + std::string(from)});
  else
    faults = definition.migrations.apply(*version, props);
  keep_what_fits(definition, props, faults);
  return faults;
}

MigrationPlan plan_migration(json::Value document, const ComponentVersions& pins, const Catalog& catalog) {
  MigrationPlan plan{std::move(document), {}};
  plan.nodes = Planner(pins, catalog).run(plan.document);
  return plan;
}

Catalog catalog_for_reading(const Catalog& catalog, const ComponentVersions& pins) {
  Catalog reading = catalog;
  for (const ComponentDefinition* definition : catalog.all()) {
    const auto pin = pins.find(definition->name);
    if (pin == pins.end() || pin->second == definition->version) continue;
    ComponentDefinition open{.name = definition->name,
                             .display_name = definition->display_name,
                             .description = definition->description,
                             .category = definition->category,
                             .version = pin->second,
                             .slots = definition->slots,
                             .props = Schema::of_anything(),
                             .migrations = {},
                             .source = definition->source};
    reading.add(std::make_shared<const ComponentDefinition>(std::move(open)));
  }
  return reading;
}

}  // namespace pagewright::schema
