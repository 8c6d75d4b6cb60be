#include "engine/schema/migration_reader.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "engine/json/pointer.hpp"
#include "engine/schema/compiled_schema.hpp"

namespace pagewright::schema {
namespace {

using Faults = std::vector<Diagnostic>;

constexpr std::size_t most_migrations = 100;
constexpr std::size_t most_steps = 200;
constexpr std::size_t deepest_path = 16;

void report(Faults& faults, const std::string& pointer, std::string_view message) {
  faults.push_back({pointer + ": " + std::string(message)});
}

void refuse_others(const json::Value& object, std::span<const std::string_view> known, const std::string& pointer,
                   Faults& faults) {
  for (const auto& member : object.get_object()) {
    const std::string_view key = json::view(member.key());
    if (std::ranges::find(known, key) == known.end())
      report(faults, json::pointer_to(pointer, key), "is not known here; check its spelling");
  }
}

// "/items/*/label", or nothing, with the fault reported.
std::optional<PropPath> read_path(const json::Value* value, const std::string& pointer, Faults& faults) {
  const std::string_view text = value && value->is_string() ? json::view(value->get_string()) : "";
  if (!text.starts_with('/')) {
    report(faults, pointer, "must be the JSON Pointer of a prop, such as \"/title\" or \"/items/*/label\"");
    return std::nullopt;
  }
  PropPath path;
  for (std::size_t at = 0; at != std::string_view::npos;) {
    const auto end = text.find('/', at + 1);
    path.push_back(json::unescaped_token(text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1)));
    at = end;
  }
  const bool is_whole = path.size() <= deepest_path && path.front() != "*" && path.back() != "*" &&
                        std::ranges::none_of(path, [](const std::string& name) { return name.empty(); });
  if (is_whole) return path;
  report(faults, pointer, "must start and end with a name, and have at most 16 parts");
  return std::nullopt;
}

// Splits what leads to the last "*" from `path`.
PropPath take_within(PropPath& path) {
  const auto last = std::find(path.rbegin(), path.rend(), "*").base();
  PropPath within(path.begin(), last);
  path.erase(path.begin(), last);
  return within;
}

class StepReader {
 public:
  StepReader(const json::Value& source, std::string pointer, Faults& faults)
      : source_(source), pointer_(std::move(pointer)), faults_(faults) {}

  std::optional<MigrationStep> read() {
    constexpr std::array<std::string_view, 5> verbs = {"rename", "move", "default", "map", "remove"};
    const std::string_view* const several = verbs.data() + verbs.size();
    const std::string_view* verb = nullptr;
    for (const std::string_view& candidate : verbs)
      if (json::find(source_, candidate)) verb = verb ? several : &candidate;
    if (!verb || verb == several) {
      report(faults_, pointer_, "must have just one of \"rename\", \"move\", \"default\", \"map\" and \"remove\"");
      return std::nullopt;
    }
    auto path = read_path(json::find(source_, *verb), json::pointer_to(pointer_, *verb), faults_);
    if (!path) return std::nullopt;
    step_.within = take_within(*path);
    step_.path = std::move(*path);
    if (*verb == "rename") return read_rename();
    if (*verb == "move") return read_move();
    if (*verb == "default") return read_default();
    if (*verb == "map") return read_map();
    step_.kind = MigrationStep::Kind::remove;
    return finish({"remove"});
  }

 private:
  std::optional<MigrationStep> finish(std::initializer_list<std::string_view> known) {
    refuse_others(source_, std::span(known.begin(), known.size()), pointer_, faults_);
    return std::move(step_);
  }

  std::optional<MigrationStep> refuse(const char* member, std::string_view message) {
    report(faults_, pointer_ + "/" + member, message);
    return std::nullopt;
  }

  std::optional<MigrationStep> read_rename() {
    const auto name = json::find_string(source_, "to");
    if (!name || name->empty() || *name == "*" || name->find('/') != std::string_view::npos)
      return refuse("to", "must be the new name, without \"/\"; \"move\" takes a path");
    step_.kind = MigrationStep::Kind::move;
    step_.target = step_.path;
    step_.target.back() = *name;
    if (step_.target == step_.path) return refuse("to", "is the name that the prop already has");
    return finish({"rename", "to"});
  }

  std::optional<MigrationStep> read_move() {
    auto target = read_path(json::find(source_, "to"), pointer_ + "/to", faults_);
    if (!target) return std::nullopt;
    if (take_within(*target) != step_.within)
      return refuse("to", "must be in the same list: equal up to its last \"*\"");
    if (*target == step_.path) return refuse("to", "is where the value already is");
    step_.kind = MigrationStep::Kind::move;
    step_.target = std::move(*target);
    return finish({"move", "to"});
  }

  std::optional<MigrationStep> read_default() {
    const json::Value* value = json::find(source_, "value");
    if (!value) return refuse("value", "is missing: what to set where there is nothing");
    step_.kind = MigrationStep::Kind::set_default;
    step_.value = *value;
    return finish({"default", "value"});
  }

  std::optional<MigrationStep> read_map() {
    const json::Value* values = json::find(source_, "values");
    const json::Array* list = values ? values->if_array() : nullptr;
    if (!list || list->empty()) return refuse("values", "must be a list of {\"from\", \"to\"}");
    for (std::size_t i = 0; i < list->size(); ++i) {
      const std::string at = pointer_ + "/values/" + std::to_string(i);
      const json::Value* from = json::find((*list)[i], "from");
      const json::Value* to = json::find((*list)[i], "to");
      if (!from || !to) {
        report(faults_, at, "must have \"from\" and \"to\"");
        return std::nullopt;
      }
      const bool stands_twice = std::ranges::any_of(
          step_.replacements, [&](const auto& replacement) { return json::equal(replacement.from, *from); });
      if (stands_twice) report(faults_, at + "/from", "stands twice");
      step_.replacements.push_back({*from, *to});
    }
    if (const json::Value* otherwise = json::find(source_, "otherwise")) step_.otherwise = *otherwise;
    step_.kind = MigrationStep::Kind::map_values;
    return finish({"map", "values", "otherwise"});
  }

  const json::Value& source_;
  const std::string pointer_;
  Faults& faults_;
  MigrationStep step_{};
};

void read_migration(const json::Value& source, const std::string& pointer, std::vector<Migration>& migrations,
                    Faults& faults) {
  if (!source.is_object()) return report(faults, pointer, "must be an object with \"from\", \"to\" and \"steps\"");
  constexpr std::array<std::string_view, 3> known = {"from", "to", "steps"};
  refuse_others(source, known, pointer, faults);
  const auto from = VersionRange::parse(json::find_string(source, "from").value_or(""));
  if (!from)
    report(faults, pointer + "/from",
           "must be a version or a range with an end: \"1.0.0\", \"1.x\" or \">=1.0.0 <2.0.0\"");
  const std::string_view to_text = json::find_string(source, "to").value_or("");
  const auto to = Version::parse(to_text);
  if (!to) report(faults, pointer + "/to", "must be a version such as 2.0.0");
  const json::Value* steps = json::find(source, "steps");
  const json::Array* list = steps ? steps->if_array() : nullptr;
  if (!list || list->size() > most_steps)
    return report(faults, pointer + "/steps", "must be a list of at most 200 steps");
  if (!from || !to) return;
  Migration migration{*from, *to, std::string(to_text), {}};
  for (std::size_t i = 0; i < list->size(); ++i)
    if (auto step = StepReader((*list)[i], pointer + "/steps/" + std::to_string(i), faults).read())
      migration.steps.push_back(std::move(*step));
  migrations.push_back(std::move(migration));
}

}  // namespace

std::vector<Migration> read_migrations(const json::Value& source, std::vector<Diagnostic>& faults) {
  std::vector<Migration> migrations;
  const json::Array* list = source.if_array();
  if (!list || list->size() > most_migrations) {
    report(faults, "/migrations", "must be a list of at most 100 migrations");
    return migrations;
  }
  for (std::size_t i = 0; i < list->size(); ++i)
    read_migration((*list)[i], "/migrations/" + std::to_string(i), migrations, faults);
  return migrations;
}

}  // namespace pagewright::schema
