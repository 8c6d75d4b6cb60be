#include "engine/schema/definition_check.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "engine/json/pointer.hpp"
#include "engine/schema/compiled_schema.hpp"
#include "engine/schema/version.hpp"

namespace pagewright::schema {
namespace {

using Faults = std::vector<Diagnostic>;

constexpr std::size_t most_props = 200;  // as many as a node of a document may have

void report(Faults& faults, std::string_view pointer, std::string_view message) {
  faults.push_back({std::string(pointer.empty() ? "the component" : pointer) + ": " + std::string(message)});
}

constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_category(std::string_view text) {
  constexpr std::array<std::string_view, 5> categories = {"layout", "content", "form", "media", "data"};
  return std::ranges::find(categories, text) != categories.end();
}

void check_text(const json::Value& source, std::string_view key, bool is_required, Faults& faults) {
  const json::Value* value = json::find(source, key);
  const std::string pointer = json::pointer_to("", key);
  if (!value && is_required)
    report(faults, pointer, "is missing");
  else if (value && !value->is_string())
    report(faults, pointer, "must be a text");
  else if (value && is_required && value->get_string().empty())
    report(faults, pointer, "must not be empty");
}

void check_members(const json::Value& source, std::string_view pointer, std::span<const std::string_view> known,
                   Faults& faults) {
  for (const auto& member : source.get_object()) {
    const std::string_view key = json::view(member.key());
    if (key.starts_with("x-") || std::ranges::find(known, key) != known.end()) continue;
    report(faults, json::pointer_to(pointer, key),
           "is not known here; check its spelling, or start the name of one of your own with x-");
  }
}

void check_slot(const json::Value& slot, const std::string& pointer, Faults& faults) {
  if (!slot.is_object()) return report(faults, pointer, "must be an object");
  constexpr std::array<std::string_view, 4> known = {"display_name", "accepts", "max", "description"};
  check_members(slot, pointer, known, faults);
  const json::Value* name = json::find(slot, "display_name");
  if (name && !name->is_string()) report(faults, pointer + "/display_name", "must be a text");
  const json::Value* max = json::find(slot, "max");
  if (max && (!max->is_int64() || max->get_int64() < 1 || max->get_int64() > 20'000))
    report(faults, pointer + "/max", "must be a whole number from 1 to 20000");
  const json::Value* accepts = json::find(slot, "accepts");
  if (!accepts) return;
  const json::Array* entries = accepts->if_array();
  if (!entries || entries->empty()) return report(faults, pointer + "/accepts", "must be a list of at least one entry");
  for (std::size_t i = 0; i < entries->size(); ++i) {
    constexpr std::string_view category = "category:";
    const json::Value& entry = (*entries)[i];
    const std::string_view text = entry.is_string() ? json::view(entry.get_string()) : "";
    const bool is_known =
        text == "*" || is_name(text, '-') || (text.starts_with(category) && is_category(text.substr(category.size())));
    if (!is_known)
      report(faults, pointer + "/accepts/" + std::to_string(i),
             "must be a component's name, \"category:\" with a category, or \"*\"");
  }
}

void check_slots(const json::Value& source, Faults& faults) {
  const json::Value* slots = json::find(source, "slots");
  if (!slots) return;
  if (!slots->is_object()) return report(faults, "/slots", "must be an object from a slot's name to its definition");
  for (const auto& member : slots->get_object()) {
    const std::string pointer = json::pointer_to("/slots", json::view(member.key()));
    if (!is_name(json::view(member.key()), '_'))
      report(faults, pointer, "a slot's name must be lower-case letters, digits and _, and start with a letter");
    check_slot(member.value(), pointer, faults);
  }
}

void check_prop_name(const json::Value& name, const std::string& pointer, const Schema& props, Faults& faults) {
  if (!name.is_string()) return report(faults, pointer, "must be a text");
  const std::string text(json::view(name.get_string()));
  if (!props.has_property(text))
    report(faults, pointer, "names the prop \"" + text + "\", which is not among the props");
}

void check_groups(const json::Value& groups, const Schema& props, Faults& faults) {
  const std::string pointer = "/config_ui/groups";
  if (!groups.is_array()) return report(faults, pointer, "must be a list");
  std::size_t index = 0;
  for (const json::Value& group : groups.get_array()) {
    const std::string at = json::pointer_to(pointer, std::to_string(index++));
    if (!json::find_string(group, "name")) report(faults, at, "must have \"name\", a text");
    const json::Value* names = json::find(group, "props");
    if (!names || !names->is_array()) {
      report(faults, at, "must have \"props\", a list of prop names");
      continue;
    }
    for (std::size_t i = 0; i < names->get_array().size(); ++i)
      check_prop_name(names->get_array()[i], at + "/props/" + std::to_string(i), props, faults);
  }
}

void check_controls(const json::Value& controls, const Schema& props, Faults& faults) {
  constexpr std::array<std::string_view, 13> kinds = {"text",   "textarea", "rich_text", "number", "slider",
                                                      "toggle", "select",   "segmented", "color",  "url",
                                                      "image",  "list",     "table"};
  if (!controls.is_object())
    return report(faults, "/config_ui/controls", "must be an object from a prop's name to its control");
  for (const auto& member : controls.get_object()) {
    const std::string pointer = json::pointer_to("/config_ui/controls", json::view(member.key()));
    if (!props.has_property(json::view(member.key())))
      report(faults, pointer, "names a prop that is not among the props");
    const json::Value* kind = json::find(member.value(), "control");
    if (!member.value().is_object()) report(faults, pointer, "must be an object");
    const std::string_view name = kind && kind->is_string() ? json::view(kind->get_string()) : "";
    if (kind && std::ranges::find(kinds, name) == kinds.end())
      report(faults, pointer + "/control",
             "must be text, textarea, rich_text, number, slider, toggle, select, segmented, color, url, image, list or "
             "table");
  }
}

void check_initial(const json::Value& source, const Schema& props, Faults& faults) {
  const json::Value* initial = json::find(source, "initial");
  if (!initial) return;
  if (!initial->is_object()) return report(faults, "/initial", "must be an object");
  const json::Value* values = json::find(*initial, "props");
  if (values && !values->is_object())
    report(faults, "/initial/props", "must be an object");
  else if (values)
    for (const auto& member : values->get_object()) {
      const std::string pointer = json::pointer_to("/initial/props", json::view(member.key()));
      for (const Violation& violation : props.validate_property(json::view(member.key()), member.value()))
        report(faults, pointer + violation.path, violation.message);
    }
  const json::Value* children = json::find(*initial, "children");
  if (children && !children->is_object())
    report(faults, "/initial/children", "must be an object from a slot's name to a list");
  else if (children)
    for (const auto& member : children->get_object()) {
      const std::string pointer = json::pointer_to("/initial/children", json::view(member.key()));
      const json::Value* slots = json::find(source, "slots");
      if (!slots || !json::find(*slots, json::view(member.key())))
        report(faults, pointer, "names a slot that is not among the slots");
      if (!member.value().is_array()) report(faults, pointer, "must be a list of nodes");
    }
}

}  // namespace

bool is_name(std::string_view text, char joint) {
  return !text.empty() && text.size() <= 64 && is_lower(text.front()) &&
         std::ranges::all_of(text, [&](char c) { return is_lower(c) || is_digit(c) || c == joint; });
}

std::vector<Diagnostic> faults_of_definition(const json::Value& source) {
  Faults faults;
  if (!source.is_object()) {
    report(faults, "", "must be an object");
    return faults;
  }
  constexpr std::array<std::string_view, 11> known = {"name",      "display_name", "description", "category",
                                                      "version",   "keywords",     "slots",       "props",
                                                      "config_ui", "initial",      "migrations"};
  check_members(source, "", known, faults);
  for (const std::string_view key : {"name", "display_name", "category", "version"})
    check_text(source, key, true, faults);
  check_text(source, "description", false, faults);
  if (const auto name = json::find_string(source, "name"); name && !name->empty() && !is_name(*name, '-'))
    report(faults, "/name",
           "must be lower-case letters, digits and -, start with a letter, and have at most 64 characters");
  if (const auto category = json::find_string(source, "category");
      category && !category->empty() && !is_category(*category))
    report(faults, "/category", "must be layout, content, form, media or data");
  if (const auto version = json::find_string(source, "version");
      version && !version->empty() && !Version::parse(*version))
    report(faults, "/version", "must be a version such as 1.0.0");
  if (const json::Value* keywords = json::find(source, "keywords")) {
    const json::Array* list = keywords->if_array();
    if (!list || !std::ranges::all_of(*list, [](const json::Value& word) { return word.is_string(); }))
      report(faults, "/keywords", "must be a list of texts");
  }
  check_slots(source, faults);
  const json::Value* props = json::find(source, "props");
  if (props && json::find_string(*props, "type") != "object")
    report(faults, "/props", "must be the schema of an object: \"type\": \"object\"");
  return faults;
}

void check_props_against(const json::Value& source, const Schema& props, std::vector<Diagnostic>& faults) {
  if (props.property_count() > most_props)
    report(faults, "/props",
           "has " + std::to_string(props.property_count()) + " props, may have at most " + std::to_string(most_props) +
               "; gather props that belong together in one that is an object or a list");
  const json::Value* properties = json::find(props.source(), "properties");
  if (properties && properties->is_object())
    for (const auto& member : properties->get_object())
      if (!is_name(json::view(member.key()), '_'))
        report(faults, json::pointer_to("/props/properties", json::view(member.key())),
               "a prop's name must be lower-case letters, digits and _, and start with a letter");
  const json::Value* config = json::find(source, "config_ui");
  if (config && !config->is_object())
    report(faults, "/config_ui", "must be an object");
  else if (config) {
    constexpr std::array<std::string_view, 2> known = {"groups", "controls"};
    check_members(*config, "/config_ui", known, faults);
    if (const json::Value* groups = json::find(*config, "groups")) check_groups(*groups, props, faults);
    if (const json::Value* controls = json::find(*config, "controls")) check_controls(*controls, props, faults);
  }
  check_initial(source, props, faults);
}

}  // namespace pagewright::schema
