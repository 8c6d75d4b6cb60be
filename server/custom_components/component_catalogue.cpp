#include "server/custom_components/component_catalogue.hpp"

#include <algorithm>

#include "server/base/digest.hpp"
#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::custom_components {
namespace {

using components::ComponentWithVersion;

Problem unknown() {
  return Problem::not_found("There is no component of that name.");
}

std::string member(const json::Value& object, std::string_view name) {
  return std::string(json::find_string(object, name).value_or(""));
}

// All of an organisation's own, and who asks for them.
struct OwnComponents {
  std::vector<ComponentWithVersion> all;
  access::Membership member;
};

Outcome<OwnComponents> own_components(database::Connection& connection, const http::Caller& caller) {
  return OwnComponents{.all = TRY(components::load_all(connection, caller.organization_id)),
                       .member = TRY(membership_of(connection, caller))};
}

bool is_wanted(const ComponentQuery& query, std::string_view category, std::string_view searched) {
  return (query.category.empty() || query.category == category) && searched.contains(fold(query.search));
}

bool is_wanted(const ComponentQuery& query, const ComponentWithVersion& item, const access::Membership& member) {
  if (item.component.deleted_at.has_value() != query.trash || !components::is_offered_to(item.component, member))
    return false;
  if (!query.visibility.empty() && query.visibility != name_of(item.component.visibility)) return false;
  const auto definition = json::parse(item.version.definition);
  return definition && is_wanted(query, item.component.category, search_text(*definition));
}

}  // namespace

Outcome<components::CustomComponent> must_find(database::Connection& connection, const http::Caller& caller,
                                               std::string_view name) {
  auto found = TRY(components::find(connection, caller.organization_id, name));
  if (!found || !can_look_up(*found, caller, TRY(membership_of(connection, caller)))) return std::unexpected(unknown());
  return std::move(*found);
}

ComponentCatalogue::ComponentCatalogue(const components::BuiltInLibrary& built_in, tokens::Libraries& libraries,
                                       database::Database& database)
    : built_in_(built_in), libraries_(libraries), database_(database) {
  std::vector<std::string_view> texts;
  for (const auto& [name, text] : built_in.items()) {
    texts.push_back(text);
    const auto item = json::parse(text);
    const json::Value* definition = item ? json::find(*item, "definition") : nullptr;
    if (definition == nullptr) continue;
    searched_.push_back({.found = {.name = name,
                                   .display_name = member(*definition, "display_name"),
                                   .description = member(*definition, "description"),
                                   .json = text},
                         .category = member(*definition, "category"),
                         .search_text = search_text(*definition)});
  }
  built_in_listing_ = listing_of(built_in.component_set().id, texts);
}

ComponentCatalogue::Listing ComponentCatalogue::listing_of(std::string_view library,
                                                           const std::vector<std::string_view>& items) {
  constexpr std::size_t digits = 32;
  auto json =
      std::make_shared<const std::string>(JsonText().text("library", library).raw("items", json_array(items)).take());
  std::string tag = content_hash(*json).substr(0, digits);
  return {std::move(json), std::move(tag)};
}

Task<Outcome<ComponentCatalogue::Listing>> ComponentCatalogue::everything(http::Caller caller) {
  const auto [own, member] = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return own_components(connection, caller); }));
  if (own.empty()) co_return built_in_listing_;
  // What this program does not compile is not in the library that pages are read with, either.
  const auto library = CO_TRY(co_await libraries_.of(caller.organization_id));
  std::map<std::string_view, std::string> items;
  schema::ComponentVersions versions = built_in_.component_set().versions;
  for (const auto& [name, text] : built_in_.items()) items.emplace(name, text);
  for (const ComponentWithVersion& item : own) {
    if (library->catalog().find(item.component.name) == nullptr) continue;
    items[item.component.name] = item_json(item.component, item.version, member);
    versions[item.component.name] = item.component.version;
  }
  std::vector<std::string_view> texts;
  for (const auto& [name, text] : items) texts.push_back(text);
  co_return listing_of(components::component_set_of(std::move(versions)).id, texts);
}

Task<Outcome<FoundComponents>> ComponentCatalogue::find(http::Caller caller, ComponentQuery query) {
  const auto [own, member] = CO_TRY(
      co_await database_.read([&](database::Connection& connection) { return own_components(connection, caller); }));
  FoundComponents found;
  const auto add = [&](auto&& make) {
    const bool is_shown = found.total >= query.offset && std::ssize(found.items) < query.limit;
    ++found.total;
    if (is_shown) found.items.push_back(make());
  };
  const bool with_built_in = query.source != "custom" && query.visibility.empty() && !query.trash;
  for (const BuiltIn& item : searched_)
    if (with_built_in && is_wanted(query, item.category, item.search_text)) add([&] { return item.found; });
  if (query.source == "built-in") co_return found;
  for (const ComponentWithVersion& item : own)
    if (is_wanted(query, item, member))
      add([&] {
        return FoundComponent{.name = item.component.name,
                              .display_name = item.component.display_name,
                              .description = item.component.description,
                              .json = item_json(item.component, item.version, member)};
      });
  co_return found;
}

Task<Outcome<std::string>> ComponentCatalogue::get(http::Caller caller, std::string name) {
  const auto found =
      CO_TRY(co_await database_.read([&](database::Connection& connection) -> Outcome<std::optional<std::string>> {
        const auto component = TRY(components::find(connection, caller.organization_id, name));
        const auto member = TRY(membership_of(connection, caller));
        if (!component || !can_look_up(*component, caller, member)) return std::nullopt;
        const auto version = TRY(components::find_version(connection, component->id, component->version));
        if (!version) return std::unexpected(Problem::internal("the component " + component->id + " has no version"));
        return item_json(*component, *version, member);
      }));
  if (found) co_return *found;
  const std::string* item = built_in_.item(name);
  if (item == nullptr) co_return std::unexpected(unknown());
  co_return *item;
}

Task<Outcome<std::string>> ComponentCatalogue::versions(http::Caller caller, std::string name) {
  const auto found = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) -> Outcome<std::vector<components::ComponentVersion>> {
        const auto component = TRY(must_find(connection, caller, name));
        return components::list_versions(connection, component.id);
      }));
  std::vector<std::string> items;
  for (const components::ComponentVersion& version : found) items.push_back(version_json(version, false));
  co_return JsonText().raw("items", json_array(items)).number("total", std::ssize(items)).take();
}

Task<Outcome<std::string>> ComponentCatalogue::version(http::Caller caller, std::string name, std::string version) {
  const auto found = CO_TRY(co_await database_.read(
      [&](database::Connection& connection) -> Outcome<std::optional<components::ComponentVersion>> {
        const auto component = TRY(must_find(connection, caller, name));
        return components::find_version(connection, component.id, version);
      }));
  if (!found) co_return std::unexpected(Problem::not_found("The component has no version " + version + "."));
  co_return version_json(*found, true);
}

}  // namespace pagewright::custom_components
