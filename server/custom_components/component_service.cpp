#include "server/custom_components/component_service.hpp"

#include "server/base/uuid.hpp"
#include "server/events/event_store.hpp"
#include "server/idempotency/kept_answer.hpp"
#include "server/organisations/organisation_store.hpp"

namespace pagewright::custom_components {
namespace {

using components::Audience;
using components::ComponentVersion;
using components::CustomComponent;
using components::Visibility;

constexpr const char* not_made = "The component was not made";
constexpr const char* not_saved = "The component was not saved";
constexpr const char* not_changed = "The component was not changed";

std::string partials_json(const std::vector<render::PartialSource>& partials) {
  json::Object object;
  for (const render::PartialSource& partial : partials) object[partial.name] = partial.text;
  return json::serialize(object);
}

ComponentVersion version_of(const http::Caller& caller, const CheckedDraft& checked, std::int64_t number,
                            Milliseconds now) {
  return {.number = number,
          .version = checked.version,
          .author = {.id = caller.user_id, .name = caller.name},
          .created_at = now,
          .definition = checked.draft.kept_definition(),
          .template_text = checked.draft.source.template_text,
          .style = checked.draft.source.style,
          .partials = partials_json(checked.draft.source.partials),
          .sample = checked.draft.kept_sample()};
}

// What the definition says of itself.
void describe(CustomComponent& component, const json::Value& definition) {
  const auto member = [&](std::string_view name) {
    return std::string(json::find_string(definition, name).value_or(""));
  };
  component.category = member("category");
  component.display_name = member("display_name");
  component.description = member("description");
  component.version = member("version");
}

Outcome<void> tell(database::Connection& connection, const http::Caller& caller, std::string type,
                   const CustomComponent& component, Milliseconds now) {
  return events::record(connection, events::by(caller, std::move(type), component.id, event_json(component)), now);
}

Problem taken(const CustomComponent& other) {
  const std::string what =
      other.deleted_at
          ? "A component that was deleted has the name \"" + other.name + "\": restore it, or choose another name."
          : "Another component has the name \"" + other.name + "\": choose another one.";
  return Problem::conflict(not_made, what, {{"/definition/name", "is taken", "taken"}});
}

Problem saved_meanwhile(const CustomComponent& component) {
  return Problem::conflict(not_saved,
                           "Somebody has saved version " + component.version +
                               " meanwhile: get it, make your change on that, and save it as a greater one.",
                           {{"/base", "must be the present version, " + component.version, "stale"}});
}

Outcome<void> check_in_charge(const CustomComponent& component, const http::Caller& caller) {
  if (is_in_charge(component, caller)) return {};
  return std::unexpected(Problem::forbidden("Only its owner and administrators may do this with the component."));
}

Outcome<void> check_may_show(Visibility visibility, const http::Caller& caller) {
  if (visibility != Visibility::public_ || caller.role == http::Role::admin) return {};
  return std::unexpected(Problem::forbidden("Only administrators show components to other organisations."));
}

// Whoever deletes the team waits here for this, or this for them.
Outcome<std::optional<components::TeamName>> find_team(database::Connection& connection, const http::Caller& caller,
                                                       const Audience& audience, const char* title, Milliseconds now) {
  if (audience.visibility != Visibility::team) return std::nullopt;
  TRY(organisations::lock(connection, caller.organization_id, now));
  auto team = TRY(components::find_team(connection, caller.organization_id, audience.team_id));
  if (!team)
    return std::unexpected(
        Problem::validation(title, {{"/teamId", "must be the id of a team of your organisation", "unknown"}}));
  return team;
}

Outcome<std::string> whole_item(database::Connection& connection, const CustomComponent& component,
                                const http::Caller& caller) {
  const auto version = TRY(components::find_version(connection, component.id, component.version));
  if (!version) return std::unexpected(Problem::internal("the component " + component.id + " has no version"));
  return item_json(component, *version, TRY(membership_of(connection, caller)));
}

// `seen`: those of the uses that may be named.
Problem still_used(std::int64_t uses, const std::vector<ComponentUse>& seen) {
  std::string text = "It stands on " + std::to_string(uses) + (uses == 1 ? " page" : " pages or branches of pages");
  if (!seen.empty()) text += ", the first of which is \"" + seen.front().page_name + "\"";
  return Problem::conflict("The component was not deleted",
                           text + ". With ?force=true it is offered no more, and these go on to show it.");
}

}  // namespace

struct ComponentService::NewComponent {
  CheckedDraft checked;
  Audience audience = {};
  std::optional<std::string> installed_from = {};
};

std::function<void(const Outcome<std::string>&)> ComponentService::library_changed(const http::Caller& caller) {
  return [this, organization_id = caller.organization_id](const Outcome<std::string>& result) {
    if (!result) return;
    surroundings_.libraries.forget(organization_id);
    rooms_.reopen_all(organization_id, "The components have changed.");
  };
}

Task<Outcome<std::string>> ComponentService::create(http::Caller caller, ReadDraft read, Audience audience) {
  CO_TRY(check_may_show(audience.visibility, caller));
  CheckedDraft checked = CO_TRY(co_await workshop_.check(caller, std::move(read)));
  if (checked.predecessor) co_return std::unexpected(taken(*checked.predecessor));
  if (!checked.library) co_return std::unexpected(problem_of(not_made, checked.faults));
  co_return co_await keep_new(std::move(caller), {.checked = std::move(checked), .audience = std::move(audience)});
}

Task<Outcome<std::string>> ComponentService::keep_new(http::Caller caller, NewComponent wanted) {
  const Milliseconds now = surroundings_.clock();
  CustomComponent component{.id = new_uuid(),
                            .organization_id = caller.organization_id,
                            .owner = {.id = caller.user_id, .name = caller.name},
                            .name = wanted.checked.name,
                            .visibility = wanted.audience.visibility,
                            .version = wanted.checked.version,
                            .created_at = now,
                            .updated_at = now,
                            .installed_from = wanted.installed_from};
  const json::Value& definition = wanted.checked.draft.source.definition;
  describe(component, definition);
  const ComponentVersion version = version_of(caller, wanted.checked, 1, now);
  const auto write = [&](database::Connection& connection) -> Outcome<std::string> {
    // Asked again: somebody else may have made one meanwhile.
    if (const auto other = TRY(components::find(connection, caller.organization_id, component.name)))
      return std::unexpected(taken(*other));
    if (TRY(components::count(connection, caller.organization_id)) >= most_components)
      return std::unexpected(
          Problem::conflict(not_made, "An organisation has at most " + std::to_string(most_components) +
                                          " components of its own: delete some that no page needs."));
    component.team = TRY(find_team(connection, caller, wanted.audience, not_made, now));
    TRY(components::insert(connection, component, search_text(definition)));
    TRY(components::insert_version(connection, component.id, version));
    if (component.installed_from) TRY(components::count_install(connection, *component.installed_from));
    TRY(tell(connection, caller, "component.created", component, now));
    std::string item = item_json(component, version, TRY(membership_of(connection, caller)));
    if (caller.repeatable) TRY(idempotency::keep(connection, caller, 201, item, now));
    return item;
  };
  co_return co_await surroundings_.database.write_then(write, library_changed(caller));
}

Task<Outcome<std::string>> ComponentService::add_version(http::Caller caller, std::string name, std::string base,
                                                         ReadDraft read) {
  CustomComponent component = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return must_find(connection, caller, name); }));
  const auto member = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return membership_of(connection, caller); }));
  if (!components::is_offered_to(component, member)) CO_TRY(check_in_charge(component, caller));
  if (component.deleted_at)
    co_return std::unexpected(Problem::conflict(not_saved, "The component was deleted: restore it first."));
  if (base != component.version) co_return std::unexpected(saved_meanwhile(component));
  const CheckedDraft checked = CO_TRY(co_await workshop_.check(caller, std::move(read)));
  if (checked.name != name && !checked.name.empty())
    co_return std::unexpected(Problem::validation(
        not_saved, {{"/definition/name", "must be \"" + name + "\", as the component is called", "other_name"}}));
  if (!checked.library) {
    // Somebody else's version may be what stands in the way.
    if (checked.predecessor && checked.predecessor->version != base)
      co_return std::unexpected(saved_meanwhile(*checked.predecessor));
    co_return std::unexpected(problem_of(not_saved, checked.faults));
  }
  const Milliseconds now = surroundings_.clock();
  const json::Value& definition = checked.draft.source.definition;
  describe(component, definition);
  component.updated_at = now;
  const ComponentVersion version = version_of(caller, checked, ++component.version_number, now);
  const auto write = [&](database::Connection& connection) -> Outcome<std::string> {
    const auto present = TRY(must_find(connection, caller, name));
    if (present.version != base) return std::unexpected(saved_meanwhile(present));
    if (present.version_number >= most_versions)
      return std::unexpected(Problem::conflict(
          not_saved, "A component has at most " + std::to_string(most_versions) + " versions: make a new one of it."));
    component.visibility = present.visibility;
    component.team = present.team;
    component.deleted_at = present.deleted_at;
    if (!TRY(components::set_version(connection, component, search_text(definition))))
      return std::unexpected(saved_meanwhile(present));
    TRY(components::insert_version(connection, component.id, version));
    TRY(tell(connection, caller, "component.updated", component, now));
    std::string item = item_json(component, version, member);
    if (caller.repeatable) TRY(idempotency::keep(connection, caller, 201, item, now));
    return item;
  };
  co_return co_await surroundings_.database.write_then(write, library_changed(caller));
}

// `change`: (connection, component) → whether there is anything to do.
template <typename Change>
Task<Outcome<std::string>> ComponentService::change_row(http::Caller caller, std::string name, std::string event,
                                                        Change change) {
  bool is_changed = false;
  const auto write = [&](database::Connection& connection) -> Outcome<std::string> {
    auto component = TRY(must_find(connection, caller, name));
    TRY(check_in_charge(component, caller));
    const Milliseconds now = surroundings_.clock();
    const Milliseconds before = std::exchange(component.updated_at, now);
    is_changed = TRY(change(connection, component));
    if (is_changed)
      TRY(tell(connection, caller, event, component, now));
    else
      component.updated_at = before;
    return whole_item(connection, component, caller);
  };
  const auto then = [&is_changed, tell_rooms = library_changed(caller)](const Outcome<std::string>& result) {
    if (is_changed) tell_rooms(result);
  };
  co_return co_await surroundings_.database.write_then(write, then);
}

Task<Outcome<std::string>> ComponentService::change(http::Caller caller, std::string name, Audience audience) {
  co_return co_await change_row(
      caller, std::move(name), "component.updated",
      [&](database::Connection& connection, CustomComponent& component) -> Outcome<bool> {
        if (component.deleted_at)
          return std::unexpected(Problem::conflict(not_changed, "The component was deleted: restore it first."));
        const std::string team_id = component.team ? component.team->id : "";
        if (component.visibility == audience.visibility && team_id == audience.team_id) return false;
        TRY(check_may_show(audience.visibility, caller));
        component.visibility = audience.visibility;
        component.team = TRY(find_team(connection, caller, audience, not_changed, component.updated_at));
        TRY(components::set_audience(connection, component));
        return true;
      });
}

Task<Outcome<void>> ComponentService::remove(http::Caller caller, std::string name, bool even_if_used) {
  const CustomComponent component = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return must_find(connection, caller, name); }));
  CO_TRY(check_in_charge(component, caller));
  if (!even_if_used && !component.deleted_at) {
    UseQuery query{.organization_id = caller.organization_id,
                   .component = name,
                   .reader = access::Reader::of_everything(),
                   .limit = 1};
    const auto uses = CO_TRY(co_await usage_.find(query));
    if (uses.total > 0) {
      query.reader = access::Reader::of(caller);
      const auto seen = CO_TRY(co_await usage_.find(query));
      co_return std::unexpected(still_used(uses.total, seen.items));
    }
  }
  CO_TRY(co_await change_row(caller, name, "component.deleted",
                             [&](database::Connection& connection, CustomComponent& found) -> Outcome<bool> {
                               if (found.deleted_at) return false;
                               found.deleted_at = found.updated_at;
                               TRY(components::set_deleted(connection, found));
                               return true;
                             }));
  co_return Outcome<void>();
}

Task<Outcome<std::string>> ComponentService::restore(http::Caller caller, std::string name) {
  co_return co_await change_row(
      caller, std::move(name), "component.restored",
      [&](database::Connection& connection, CustomComponent& component) -> Outcome<bool> {
        if (!component.deleted_at) return false;
        if (TRY(components::count(connection, caller.organization_id)) >= most_components)
          return std::unexpected(
              Problem::conflict(not_changed, "There are as many components as there may be: delete others first."));
        component.deleted_at.reset();
        TRY(components::set_deleted(connection, component));
        return true;
      });
}

Task<Outcome<components::ComponentList>> ComponentService::gallery(components::GalleryQuery query) {
  co_return co_await surroundings_.database.read(
      [&](database::Connection& connection) { return components::list_public(connection, query); });
}

namespace {

struct PublicComponent {
  CustomComponent component;
  ComponentVersion version;
};

Outcome<PublicComponent> must_find_public(database::Connection& connection, std::string_view id) {
  auto component = TRY(components::find_public(connection, id));
  if (!component) return std::unexpected(Problem::not_found("There is no such component in the gallery."));
  auto version = TRY(components::find_version(connection, component->id, component->version));
  if (!version) return std::unexpected(Problem::internal("the component " + component->id + " has no version"));
  return PublicComponent{std::move(*component), std::move(*version)};
}

}  // namespace

Task<Outcome<std::string>> ComponentService::get_from_gallery(std::string id) {
  const auto found = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return must_find_public(connection, id); }));
  co_return gallery_json(found.component, found.version);
}

Task<Outcome<std::string>> ComponentService::install(http::Caller caller, std::string id) {
  const auto found = CO_TRY(co_await surroundings_.database.read(
      [&](database::Connection& connection) { return must_find_public(connection, id); }));
  const auto item = json::parse("{" + found.version.parts_json() + "}");
  if (!item) co_return std::unexpected(Problem::internal("the component " + id + " is no JSON"));
  CheckedDraft checked = CO_TRY(co_await workshop_.check(caller, read_draft(*item)));
  if (checked.predecessor) co_return std::unexpected(taken(*checked.predecessor));
  // It may refer to design tokens, or hold components, that this organisation does not have.
  if (!checked.library) co_return std::unexpected(problem_of("The component was not installed", checked.faults));
  co_return co_await keep_new(std::move(caller), {.checked = std::move(checked), .installed_from = std::move(id)});
}

}  // namespace pagewright::custom_components
