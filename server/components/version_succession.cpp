#include "server/components/version_succession.hpp"

#include <algorithm>

namespace pagewright::components {
namespace {

using schema::ComponentDefinition;
using schema::SlotDefinition;
using schema::Version;

std::string major_of(const std::string& version) {
  return version.substr(0, version.find('.'));
}

// Whether the new definition says what becomes of the props of `version`.
bool leads_on_from(const ComponentDefinition& definition, const Version& version) {
  const json::Value* migrations = json::find(definition.source, "migrations");
  if (!migrations || !migrations->is_array()) return false;
  return std::ranges::any_of(migrations->get_array(), [&](const json::Value& migration) {
    const auto range = schema::VersionRange::parse(json::find_string(migration, "from").value_or(""));
    return range && range->contains(version);
  });
}

// The versions that a definition has migrations for: "1.x".
std::vector<std::string_view> beginnings_of(const ComponentDefinition& definition) {
  std::vector<std::string_view> beginnings;
  const json::Value* migrations = json::find(definition.source, "migrations");
  if (migrations && migrations->is_array())
    for (const json::Value& migration : migrations->get_array())
      if (const auto from = json::find_string(migration, "from")) beginnings.push_back(*from);
  return beginnings;
}

// A page that nobody has opened for some versions goes through all of their migrations.
void check_migrations(const ComponentDefinition& before, const ComponentDefinition& after,
                      std::vector<SuccessionFault>& faults) {
  const auto kept = beginnings_of(after);
  for (const std::string_view from : beginnings_of(before))
    if (std::ranges::find(kept, from) == kept.end())
      faults.push_back({"/migrations", "must still have one from \"" + std::string(from) + "\", as " + before.version +
                                           " has: pages of that version may be left"});
}

const json::Object* properties_of(const ComponentDefinition& definition) {
  const json::Value* properties = json::find(definition.props.source(), "properties");
  return properties ? properties->if_object() : nullptr;
}

// The props that are gone, and those of another type.
std::vector<std::string> broken_props(const ComponentDefinition& before, const ComponentDefinition& after) {
  std::vector<std::string> broken;
  const json::Object* old_props = properties_of(before);
  const json::Object* new_props = properties_of(after);
  if (!old_props) return broken;
  for (const auto& prop : *old_props) {
    const json::Value* kept = new_props ? new_props->if_contains(prop.key()) : nullptr;
    const std::string name = "\"" + std::string(json::view(prop.key())) + "\"";
    if (!kept) {
      broken.push_back("the prop " + name + " is gone");
      continue;
    }
    const json::Value* old_type = json::find(prop.value(), "type");
    const json::Value* new_type = json::find(*kept, "type");
    const bool is_same = old_type && new_type ? json::equal(*old_type, *new_type) : !new_type;
    if (!is_same) broken.push_back("the prop " + name + " is of another type");
  }
  return broken;
}

void check_slot(const SlotDefinition& before, const SlotDefinition* after, std::vector<SuccessionFault>& faults) {
  const std::string path = "/slots/" + before.name;
  if (!after) return faults.push_back({path, "must be kept: pages have components in this slot"});
  const auto takes = [&](const std::string& entry) {
    return std::ranges::find(after->accepts, entry) != after->accepts.end();
  };
  for (const std::string& entry : before.accepts)
    if (!takes("*") && !takes(entry))
      faults.push_back({path + "/accepts", "must go on to accept \"" + entry + "\": pages have such in this slot"});
  if (after->max != 0 && (before.max == 0 || after->max < before.max))
    faults.push_back({path + "/max", "must not be lower than before: pages may have more in this slot"});
}

}  // namespace

std::vector<SuccessionFault> faults_of_succession(const ComponentDefinition& before, const ComponentDefinition& after) {
  std::vector<SuccessionFault> faults;
  if (after.name != before.name) faults.push_back({"/name", "must stay \"" + before.name + "\""});
  if (after.category != before.category)
    faults.push_back({"/category", "must stay \"" + before.category + "\": slots accept components by it"});
  const auto from = Version::parse(before.version);
  const auto to = Version::parse(after.version);
  if (!from || !to || *to <= *from)
    faults.push_back({"/version", "must be greater than " + before.version + ", is " + after.version});
  for (const SlotDefinition& slot : before.slots) check_slot(slot, after.find_slot(slot.name), faults);
  check_migrations(before, after, faults);
  if (!from || leads_on_from(after, *from) || major_of(before.version) != major_of(after.version)) return faults;
  for (const std::string& broken : broken_props(before, after))
    faults.push_back(
        {"/version", broken + ": this needs a new major version, or migrations that lead on from " + before.version});
  return faults;
}

}  // namespace pagewright::components
