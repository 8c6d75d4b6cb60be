#include "engine/schema/migration.hpp"

#include <algorithm>
#include <span>

#include "engine/json/pointer.hpp"
#include "engine/schema/compiled_schema.hpp"
#include "engine/schema/messages.hpp"
#include "engine/schema/migration_reader.hpp"

namespace pagewright::schema {
namespace {

std::string joined(const PropPath& within, const PropPath& path) {
  std::string pointer;
  for (const auto* part : {&within, &path})
    for (const std::string& name : *part) pointer = json::pointer_to(pointer, name);
  return pointer;
}

// Takes the value out. Objects that this leaves empty go, too, for nothing is known of them any more.
std::optional<json::Value> take(json::Object& object, std::span<const std::string> path) {
  const auto found = object.find(path.front());
  if (found == object.end()) return std::nullopt;
  if (path.size() > 1) {
    json::Object* inner = found->value().if_object();
    if (!inner) return std::nullopt;
    auto taken = take(*inner, path.subspan(1));
    if (taken && inner->empty()) object.erase(found);
    return taken;
  }
  json::Value taken = std::move(found->value());
  object.erase(found);
  return taken;
}

// False where there is something already, or something that is no object on the way.
bool put(json::Object& object, std::span<const std::string> path, const json::Value& value) {
  const auto found = object.find(path.front());
  if (path.size() == 1) {
    if (found != object.end()) return false;
    object.emplace(path.front(), value);
    return true;
  }
  if (found == object.end()) {
    json::Object inner;
    if (!put(inner, path.subspan(1), value)) return false;
    object.emplace(path.front(), std::move(inner));
    return true;
  }
  json::Object* inner = found->value().if_object();
  return inner && put(*inner, path.subspan(1), value);
}

json::Value* find_value(json::Object& object, std::span<const std::string> path) {
  const auto found = object.find(path.front());
  if (found == object.end() || path.size() == 1) return found == object.end() ? nullptr : &found->value();
  json::Object* inner = found->value().if_object();
  return inner ? find_value(*inner, path.subspan(1)) : nullptr;
}

void do_step(const MigrationStep& step, json::Object& object, std::vector<Violation>& faults) {
  switch (step.kind) {
    case MigrationStep::Kind::move: {
      const auto taken = take(object, step.path);
      if (taken && !put(object, step.target, *taken))
        faults.push_back({joined(step.within, step.path), "must go to " + joined(step.within, step.target) +
                                                              ", where there is a value already, is " + shown(*taken)});
      return;
    }
    case MigrationStep::Kind::set_default:
      if (!find_value(object, step.path)) (void)put(object, step.path, step.value);
      return;
    case MigrationStep::Kind::map_values: {
      json::Value* value = find_value(object, step.path);
      if (!value) return;
      const auto replacement = std::ranges::find_if(
          step.replacements, [&](const auto& candidate) { return json::equal(candidate.from, *value); });
      if (replacement != step.replacements.end())
        *value = replacement->to;
      else if (step.otherwise)
        *value = *step.otherwise;
      return;
    }
    case MigrationStep::Kind::remove:
      (void)take(object, step.path);
      return;
  }
}

// Calls visit(object) for each object that `within` leads to.
template <typename Visit>
void for_each_object(json::Value& value, std::span<const std::string> within, const Visit& visit) {
  if (within.empty()) {
    if (json::Object* object = value.if_object()) visit(*object);
  } else if (within.front() == "*") {
    if (json::Array* array = value.if_array())
      for (json::Value& item : *array) for_each_object(item, within.subspan(1), visit);
  } else if (json::Object* object = value.if_object()) {
    const auto found = object->find(within.front());
    if (found != object->end()) for_each_object(found->value(), within.subspan(1), visit);
  }
}

// The prop that a path leads into, of the whole props.
const std::string& prop_of(const MigrationStep& step, const PropPath& path) {
  return step.within.empty() ? path.front() : step.within.front();
}

}  // namespace

std::expected<Migrations, std::vector<Diagnostic>> Migrations::compile(const json::Value& source,
                                                                       const Version& version, const Schema& props) {
  std::vector<Diagnostic> faults;
  Migrations all;
  all.migrations_ = read_migrations(source, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  for (std::size_t i = 0; i < all.migrations_.size(); ++i)
    if (all.migrations_[i].to > version)
      faults.push_back({"/migrations/" + std::to_string(i) + "/to: is newer than the component's version"});
  all.check_order(faults);
  if (faults.empty()) all.check_targets(props, faults);
  if (!faults.empty()) return std::unexpected(std::move(faults));
  return all;
}

const Migration* Migrations::leading_on_from(const Version& version) const {
  const auto found =
      std::ranges::find_if(migrations_, [&](const Migration& migration) { return migration.from.contains(version); });
  return found == migrations_.end() ? nullptr : &*found;
}

bool Migrations::leave_out(const Version& version) const {
  return !leading_on_from(version) &&
         std::ranges::any_of(migrations_, [&](const Migration& other) { return other.from.is_above(version); });
}

void Migrations::check_order(std::vector<Diagnostic>& faults) const {
  for (std::size_t i = 0; i < migrations_.size(); ++i) {
    const Migration& migration = migrations_[i];
    const std::string pointer = "/migrations/" + std::to_string(i);
    if (!migration.from.is_below(migration.to))
      faults.push_back(
          {pointer + "/to: must be above all versions of \"from\"; otherwise migrating would go in circles"});
    for (std::size_t k = 0; k < i; ++k)
      if (migration.from.overlaps(migrations_[k].from))
        faults.push_back({pointer + "/from: has versions in common with /migrations/" + std::to_string(k) +
                          "/from, so that there are two ways on"});
    if (leave_out(migration.to))
      faults.push_back({pointer + "/to: no migration leads on from " + migration.to_text +
                        ", though there are some for later versions"});
  }
}

// What a step brings into being must be a prop of the present version, or be renamed, moved or removed by a later step.
void Migrations::check_targets(const Schema& props, std::vector<Diagnostic>& faults) const {
  for (std::size_t first = 0; first < migrations_.size(); ++first) {
    std::map<std::string, std::string> brought;  // prop → the pointer of the step
    for (const Migration* migration = &migrations_[first]; migration; migration = leading_on_from(migration->to)) {
      const std::string pointer = "/migrations/" + std::to_string(migration - migrations_.data()) + "/steps/";
      for (std::size_t i = 0; i < migration->steps.size(); ++i) {
        const MigrationStep& step = migration->steps[i];
        const bool takes_away = step.kind == MigrationStep::Kind::move || step.kind == MigrationStep::Kind::remove;
        if (takes_away && step.within.empty() && step.path.size() == 1) brought.erase(step.path.front());
        if (step.kind == MigrationStep::Kind::remove) continue;
        const PropPath& path = step.kind == MigrationStep::Kind::move ? step.target : step.path;
        brought.emplace(prop_of(step, path), pointer + std::to_string(i));
      }
    }
    for (const auto& [prop, pointer] : brought) {
      const std::string message = pointer + ": leads to the prop \"" + prop + "\", which the component does not have";
      const bool is_known =
          props.has_property(prop) || std::ranges::find(faults, message, &Diagnostic::message) != faults.end();
      if (!is_known) faults.push_back({message});
    }
  }
}

std::vector<Violation> Migrations::apply(const Version& from, json::Object& props) const {
  std::vector<Violation> faults;
  json::Value value = std::move(props);
  for (const Migration* migration = leading_on_from(from); migration; migration = leading_on_from(migration->to))
    for (const MigrationStep& step : migration->steps)
      for_each_object(value, step.within, [&](json::Object& object) { do_step(step, object, faults); });
  props = std::move(value.get_object());
  return faults;
}

}  // namespace pagewright::schema
