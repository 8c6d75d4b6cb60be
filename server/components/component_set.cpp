#include "server/components/component_set.hpp"

#include "server/base/digest.hpp"
#include "server/base/json_text.hpp"

namespace pagewright::components {
namespace {

std::string json_of(const schema::ComponentVersions& versions) {
  JsonText text;
  for (const auto& [component, version] : versions) text.text(component, version);
  return text.take();
}

}  // namespace

ComponentSet component_set_of(schema::ComponentVersions versions) {
  std::string id = content_hash(json_of(versions)).substr(0, 32);
  return {std::move(id), std::move(versions)};
}

std::optional<schema::ComponentVersions> read_versions(std::string_view text) {
  const auto json = json::parse(text);
  if (!json || !json->is_object()) return std::nullopt;
  schema::ComponentVersions versions;
  for (const auto& member : json->get_object())
    if (member.value().is_string()) versions.emplace(json::view(member.key()), json::view(member.value().get_string()));
  return versions;
}

Outcome<void> remember(database::Connection& connection, const ComponentSet& set, Milliseconds now) {
  TRY(
      connection.execute("INSERT INTO component_sets (id, created_at, versions) VALUES ($1, $2, $3) "
                         "ON CONFLICT (id) DO NOTHING",
                         {set.id, now, json_of(set.versions)}));
  return {};
}

Outcome<schema::ComponentVersions> find_versions(database::Connection& connection, std::string_view id) {
  const auto rows = TRY(connection.query("SELECT versions FROM component_sets WHERE id = $1", {id}));
  auto versions = read_versions(rows.empty() ? std::string() : rows.front().text(0));
  if (!versions)
    return std::unexpected(Problem::internal("the component set " + std::string(id) + " is not in the database"));
  return std::move(*versions);
}

}  // namespace pagewright::components
