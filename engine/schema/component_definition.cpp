#include "engine/schema/component_definition.hpp"

#include <algorithm>
#include <iterator>

#include "engine/schema/definition_check.hpp"

namespace pagewright::schema {
namespace {

SlotDefinition read_slot(std::string_view name, const json::Value& source) {
  SlotDefinition slot{std::string(name), std::string(json::find_string(source, "display_name").value_or(name)), {}, 0};
  const json::Value* accepts = json::find(source, "accepts");
  if (!accepts)
    slot.accepts.emplace_back("*");
  else
    for (const json::Value& entry : accepts->get_array()) slot.accepts.emplace_back(json::view(entry.get_string()));
  if (const json::Value* max = json::find(source, "max")) slot.max = static_cast<unsigned>(max->get_int64());
  return slot;
}

Migrations read_migrations_of(const json::Value& source, const Schema& props, std::vector<Diagnostic>& faults) {
  const json::Value* migrations = json::find(source, "migrations");
  const auto version = Version::parse(json::find_string(source, "version").value_or(""));
  if (!migrations || !version) return {};
  auto compiled = Migrations::compile(*migrations, *version, props);
  if (compiled) return std::move(*compiled);
  std::ranges::move(compiled.error(), std::back_inserter(faults));
  return {};
}

}  // namespace

std::expected<ComponentDefinition, std::vector<Diagnostic>> ComponentDefinition::parse(const json::Value& source) {
  std::vector<Diagnostic> faults = faults_of_definition(source);
  const json::Value* props = json::find(source, "props");
  const json::Value no_props = json::Object{{"type", "object"}, {"properties", json::Object{}}};
  auto schema = Schema::compile(props ? *props : no_props);
  if (!schema) {
    for (Diagnostic& fault : schema.error()) {
      fault.message = fault.message.starts_with('/') ? "/props" + fault.message : "/props: " + fault.message;
      faults.push_back(std::move(fault));
    }
    return std::unexpected(std::move(faults));
  }
  check_props_against(source, *schema, faults);
  Migrations migrations = read_migrations_of(source, *schema, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));

  const auto text = [&](std::string_view key) { return std::string(json::find_string(source, key).value_or("")); };
  ComponentDefinition definition{text("name"),       text("display_name"),  text("description"),
                                 text("category"),   text("version"),       {},
                                 std::move(*schema), std::move(migrations), source};
  if (const json::Value* slots = json::find(source, "slots"))
    for (const auto& member : slots->get_object())
      definition.slots.push_back(read_slot(json::view(member.key()), member.value()));
  return definition;
}

const SlotDefinition* ComponentDefinition::find_slot(std::string_view slot_name) const {
  const auto found = std::ranges::find(slots, slot_name, &SlotDefinition::name);
  return found == slots.end() ? nullptr : &*found;
}

bool accepts(const SlotDefinition& slot, const ComponentDefinition& child) {
  constexpr std::string_view category = "category:";
  return std::ranges::any_of(slot.accepts, [&](std::string_view entry) {
    if (entry.starts_with(category)) return entry.substr(category.size()) == child.category;
    return entry == "*" || entry == child.name;
  });
}

void Catalog::add(std::shared_ptr<const ComponentDefinition> definition) {
  std::string name = definition->name;
  definitions_.insert_or_assign(std::move(name), std::move(definition));
}

const ComponentDefinition* Catalog::find(std::string_view name) const {
  const auto found = definitions_.find(name);
  return found == definitions_.end() ? nullptr : found->second.get();
}

std::vector<const ComponentDefinition*> Catalog::all() const {
  std::vector<const ComponentDefinition*> all;
  all.reserve(definitions_.size());
  for (const auto& [name, definition] : definitions_) all.push_back(definition.get());
  std::ranges::sort(all, {}, &ComponentDefinition::name);
  return all;
}

}  // namespace pagewright::schema
