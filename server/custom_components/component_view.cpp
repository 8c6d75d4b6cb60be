#include "server/custom_components/component_view.hpp"

#include "server/access/standing_store.hpp"
#include "server/base/fold.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::custom_components {
namespace {

using components::ComponentVersion;
using components::CustomComponent;

std::string person_json(const components::Person& person) {
  return JsonText().text("id", person.id).text("name", person.name).take();
}

std::string team_json(const components::TeamName& team) {
  return JsonText().text("id", team.id).text("name", team.name).take();
}

JsonText gallery_entry(const CustomComponent& component) {
  JsonText text;
  text.text("id", component.id)
      .text("name", component.name)
      .text("displayName", component.display_name)
      .text("description", component.description)
      .text("category", component.category)
      .text("version", component.version)
      .text("publisher", component.publisher)
      .number("installCount", component.install_count)
      .time("updatedAt", component.updated_at);
  return text;
}

}  // namespace

Outcome<access::Membership> membership_of(database::Connection& connection, const http::Caller& caller) {
  return access::find_membership(connection, caller.organization_id, caller.user_id);
}

bool can_look_up(const CustomComponent& component, const http::Caller& caller, const access::Membership& member) {
  return components::is_offered_to(component, member) || caller.role == http::Role::admin;
}

bool is_in_charge(const CustomComponent& component, const http::Caller& caller) {
  return component.owner.id == caller.user_id || caller.role == http::Role::admin;
}

std::string item_json(const CustomComponent& component, const ComponentVersion& version,
                      const access::Membership& member) {
  JsonText text;
  text.text("source", "custom")
      .boolean("insertable", !component.deleted_at && components::is_offered_to(component, member))
      .text("id", component.id)
      .text("visibility", name_of(component.visibility))
      .raw("team", component.team ? team_json(*component.team) : "null")
      .raw("owner", person_json(component.owner))
      .text("installedFrom", component.installed_from)
      .time("createdAt", component.created_at)
      .time("updatedAt", component.updated_at)
      .time("deletedAt", component.deleted_at);
  return "{" + version.parts_json() + "," + text.take().substr(1);
}

std::string event_json(const CustomComponent& component) {
  return JsonText()
      .text("componentId", component.id)
      .text("name", component.name)
      .text("displayName", component.display_name)
      .text("version", component.version)
      .text("visibility", name_of(component.visibility))
      .text("teamId", component.team ? std::optional(component.team->id) : std::nullopt)
      .take();
}

std::string gallery_json(const CustomComponent& component) {
  return gallery_entry(component).take();
}

std::string gallery_json(const CustomComponent& component, const ComponentVersion& version) {
  return "{" + version.parts_json() + "," + gallery_entry(component).take().substr(1);
}

std::string version_json(const ComponentVersion& version, bool with_parts) {
  JsonText text;
  text.text("version", version.version)
      .raw("author", person_json(version.author))
      .time("createdAt", version.created_at);
  if (!with_parts) return text.take();
  return "{" + version.parts_json() + "," + text.take().substr(1);
}

std::string search_text(const json::Value& definition) {
  const auto member = [&](std::string_view name) {
    return std::string(json::find_string(definition, name).value_or(""));
  };
  std::string words =
      member("display_name") + "\n" + member("name") + "\n" + member("description") + "\n" + member("category");
  if (const json::Value* keywords = json::find(definition, "keywords"); keywords != nullptr && keywords->is_array())
    for (const json::Value& keyword : keywords->get_array())
      if (keyword.is_string()) words.append("\n").append(json::view(keyword.get_string()));
  return fold(words);
}

}  // namespace pagewright::custom_components
