#include "server/custom_components/component_workshop.hpp"

#include <algorithm>

#include "server/components/json_place.hpp"
#include "server/components/version_succession.hpp"

namespace pagewright::custom_components {
namespace {

using components::ComponentFault;
using components::Part;

constexpr const char* not_shown = "The component was not shown";

// Faults of the definition that only the organisation's other components bring about.
void add_definition_fault(CheckedDraft& checked, std::string path, std::string message) {
  ComponentFault fault{.part = Part::definition, .message = std::move(message), .path = std::move(path)};
  const std::string& text = checked.draft.definition_text;
  if (!text.empty()) {
    const std::string_view before = std::string_view(text).substr(0, components::place_in_json(text, fault.path));
    const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    fault.line = static_cast<unsigned>(1 + std::ranges::count(before, '\n'));
    fault.column = static_cast<unsigned>(1 + before.size() - line_start);
  }
  checked.faults.push_back(std::move(fault));
}

std::string pointer_of(const ComponentFault& fault) {
  if (fault.part == Part::partial) return "/partials" + (fault.partial.empty() ? "" : "/" + fault.partial);
  return "/" + std::string(name_of(fault.part)) + fault.path;
}

}  // namespace

Problem problem_of(std::string title, const std::vector<ComponentFault>& faults) {
  std::vector<FieldError> errors;
  for (const ComponentFault& fault : faults) {
    if (fault.severity != ComponentFault::Severity::error) continue;
    std::string message = fault.message;
    if (fault.line)
      message = "line " + std::to_string(*fault.line) + ", column " + std::to_string(fault.column.value_or(1)) + ": " +
                message;
    errors.push_back({.path = pointer_of(fault), .message = std::move(message), .code = "invalid_component"});
  }
  return Problem::validation(std::move(title), std::move(errors));
}

Task<Outcome<CheckedDraft>> ComponentWorkshop::check(http::Caller caller, ReadDraft read) {
  CheckedDraft checked{.draft = std::move(read.draft), .faults = std::move(read.faults)};
  const json::Value& definition = checked.draft.source.definition;
  checked.name = json::find_string(definition, "name").value_or("");
  checked.version = json::find_string(definition, "version").value_or("");
  if (!checked.faults.empty()) co_return checked;
  auto others = CO_TRY(co_await libraries_.source_of(caller.organization_id));
  auto result = co_await pool_.run([&] { return components::check(checked.draft, std::move(others)); });
  checked.faults = std::move(result.faults);
  checked.library = std::move(result.library);

  std::optional<components::ComponentVersion> before;
  CO_TRY(co_await database_.read([&](database::Connection& connection) -> Outcome<void> {
    checked.predecessor = TRY(components::find(connection, caller.organization_id, checked.name));
    if (checked.predecessor)
      before = TRY(components::find_version(connection, checked.predecessor->id, checked.predecessor->version));
    return {};
  }));
  if (catalogue_.is_built_in(checked.name) && !checked.predecessor)
    add_definition_fault(checked, "/name",
                         "must be another one: \"" + checked.name + "\" is a component of Pagewright");
  if (before && checked.library) {
    const auto old_json = json::parse(before->definition);
    const auto old_definition = schema::ComponentDefinition::parse(old_json ? *old_json : json::Value());
    const auto* new_definition = checked.library->catalog().find(checked.name);
    if (old_definition && new_definition != nullptr)
      for (components::SuccessionFault& fault : components::faults_of_succession(*old_definition, *new_definition))
        add_definition_fault(checked, std::move(fault.path), std::move(fault.message));
  }
  if (components::has_errors(checked.faults)) checked.library = nullptr;
  co_return checked;
}

// A component that there is, as a draft that was checked.
Task<Outcome<CheckedDraft>> ComponentWorkshop::draft_of(http::Caller caller, std::string name, std::string version) {
  const std::string text = version.empty() ? CO_TRY(co_await catalogue_.get(caller, name))
                                           : CO_TRY(co_await catalogue_.version(caller, name, std::move(version)));
  const auto item = json::parse(text);
  if (!item) co_return std::unexpected(Problem::internal("the component " + name + " is no JSON"));
  CheckedDraft checked{.draft = read_draft(*item).draft, .name = std::move(name)};
  auto others = CO_TRY(co_await libraries_.source_of(caller.organization_id));
  auto result = co_await pool_.run([&] { return components::check(checked.draft, std::move(others)); });
  checked.faults = std::move(result.faults);
  checked.library = std::move(result.library);
  co_return checked;
}

Task<Outcome<std::string>> ComponentWorkshop::preview(http::Caller caller, PreviewWish wish) {
  std::optional<CheckedDraft> checked;
  if (!wish.draft) {
    checked = CO_TRY(co_await draft_of(std::move(caller), std::move(wish.name), std::move(wish.version)));
  } else {
    checked = CheckedDraft{.draft = std::move(wish.draft->draft), .faults = std::move(wish.draft->faults)};
    checked->name = json::find_string(checked->draft.source.definition, "name").value_or("");
    if (checked->faults.empty()) {
      auto others = CO_TRY(co_await libraries_.source_of(caller.organization_id));
      auto result = co_await pool_.run([&] { return components::check(checked->draft, std::move(others)); });
      checked->faults = std::move(result.faults);
      checked->library = std::move(result.library);
    }
  }
  if (!checked->library) co_return std::unexpected(problem_of(not_shown, checked->faults));
  const auto shown = [&](const json::Value& wanted, std::string_view name) {
    const json::Value* sample = json::find(checked->draft.sample, name);
    return !wanted.is_null() ? wanted : sample != nullptr ? *sample : json::Value();
  };
  const json::Value props = shown(wish.props, "props");
  const json::Value children = shown(wish.children, "children");
  auto html =
      co_await pool_.run([&] { return components::render_alone(*checked->library, checked->name, props, children); });
  if (!html) {
    constexpr std::string_view root = "/components/0";
    Error error = std::move(html).error();
    if (error.path.starts_with(root)) error.path.erase(0, root.size());
    co_return std::unexpected(Problem::from(not_shown, error));
  }
  co_return std::move(*html);
}

Task<Outcome<std::string>> ComponentWorkshop::dry_run(http::Caller caller, ReadDraft read,
                                                      upgrades::UpgradeQuery query) {
  CO_TRY(co_await database_.read(
      [&](database::Connection& connection) { return must_find(connection, caller, query.component); }));
  const CheckedDraft checked = CO_TRY(co_await check(caller, std::move(read)));
  if (!checked.library) co_return std::unexpected(problem_of("The upgrade cannot be foretold", checked.faults));
  if (checked.name != query.component)
    co_return std::unexpected(Problem::validation(
        "The upgrade cannot be foretold",
        {{"/definition/name", "must be \"" + query.component + "\", as the component is called", "other_name"}}));
  tokens::VersionedLibrary target{
      .library = checked.library,
      .component_set = components::component_set_of(schema::versions_of(checked.library->catalog()))};
  co_return co_await upgrades_.dry_run_to(std::move(caller), std::move(query), std::move(target));
}

}  // namespace pagewright::custom_components
