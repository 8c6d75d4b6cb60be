#include "server/components/component_store.hpp"

#include "server/base/fold.hpp"

namespace pagewright::components {
namespace {

constexpr std::string_view component_columns =
    "c.id, c.organization_id, o.name, c.owner_id, u.name, c.name, c.visibility, c.version, c.version_number, "
    "c.created_at, c.updated_at, c.deleted_at, c.install_count, c.category, c.display_name, c.description, "
    "c.installed_from, c.team_id, t.name";
constexpr std::size_t component_column_count = 19;
constexpr std::string_view components =
    " FROM component_library c JOIN organisations o ON o.id = c.organization_id JOIN users u ON u.id = c.owner_id LEFT "
    "JOIN teams t ON t.id = c.team_id";
constexpr std::string_view version_columns = "v.number, v.version, v.author_id, a.name, v.created_at";
constexpr std::string_view part_columns = ", v.definition, v.template, v.style, v.partials, v.sample";

CustomComponent read_component(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .publisher = row.text(2),
          .owner = {.id = row.text(3), .name = row.text(4)},
          .name = row.text(5),
          .visibility = parse_visibility(row.text(6)).value_or(Visibility::private_),
          .team = row.optional_text(17) ? std::optional(TeamName{row.text(17), row.text(18)}) : std::nullopt,
          .version = row.text(7),
          .version_number = row.integer(8),
          .created_at = row.integer(9),
          .updated_at = row.integer(10),
          .deleted_at = row.optional_integer(11),
          .install_count = row.integer(12),
          .category = row.text(13),
          .display_name = row.text(14),
          .description = row.text(15),
          .installed_from = row.optional_text(16)};
}

ComponentVersion read_version(database::Row row, std::size_t column) {
  return {.number = row.integer(column),
          .version = row.text(column + 1),
          .author = {.id = row.text(column + 2), .name = row.text(column + 3)},
          .created_at = row.integer(column + 4)};
}

ComponentVersion read_whole_version(database::Row row, std::size_t column) {
  ComponentVersion version = read_version(row, column);
  version.definition = row.text(column + 5);
  version.template_text = row.text(column + 6);
  version.style = row.text(column + 7);
  version.partials = row.text(column + 8);
  version.sample = row.text(column + 9);
  return version;
}

std::optional<std::string> team_id_of(const CustomComponent& component) {
  return component.team.transform([](const TeamName& team) { return team.id; });
}

std::string select_components() {
  return "SELECT " + std::string(component_columns) + std::string(components);
}

Outcome<std::optional<CustomComponent>> first(Outcome<database::Rows> rows) {
  if (!rows) return std::unexpected(std::move(rows).error());
  return rows->empty() ? std::nullopt : std::optional(read_component(rows->front()));
}

}  // namespace

Outcome<std::vector<ComponentWithVersion>> load_all(database::Connection& connection,
                                                    std::string_view organization_id) {
  const auto rows = TRY(connection.query(
      "SELECT " + std::string(component_columns) + ", " + std::string(version_columns) + std::string(part_columns) +
          std::string(components) +
          " JOIN component_versions v ON v.component_id = c.id AND v.number = c.version_number JOIN users a ON a.id = "
          "v.author_id WHERE c.organization_id = $1 ORDER BY c.name",
      {organization_id}));
  std::vector<ComponentWithVersion> all;
  all.reserve(rows.size());
  for (const auto row : rows)
    all.push_back({.component = read_component(row), .version = read_whole_version(row, component_column_count)});
  return all;
}

Outcome<std::optional<CustomComponent>> find(database::Connection& connection, std::string_view organization_id,
                                             std::string_view name) {
  return first(
      connection.query(select_components() + " WHERE c.organization_id = $1 AND c.name = $2", {organization_id, name}));
}

Outcome<std::optional<CustomComponent>> find_public(database::Connection& connection, std::string_view id) {
  return first(connection.query(
      select_components() + " WHERE c.id = $1 AND c.visibility = 'public' AND c.deleted_at IS NULL", {id}));
}

Outcome<std::optional<ComponentVersion>> find_version(database::Connection& connection, std::string_view component_id,
                                                      std::string_view version) {
  const auto rows = TRY(connection.query(
      "SELECT " + std::string(version_columns) + std::string(part_columns) +
          " FROM component_versions v JOIN users a ON a.id = v.author_id WHERE v.component_id = $1 AND v.version = $2",
      {component_id, version}));
  if (rows.empty()) return std::nullopt;
  return read_whole_version(rows.front(), 0);
}

Outcome<std::vector<ComponentVersion>> list_versions(database::Connection& connection, std::string_view component_id) {
  const auto rows = TRY(connection.query("SELECT " + std::string(version_columns) +
                                             " FROM component_versions v JOIN users a ON a.id = v.author_id WHERE "
                                             "v.component_id = $1 ORDER BY v.number DESC",
                                         {component_id}));
  std::vector<ComponentVersion> versions;
  for (const auto row : rows) versions.push_back(read_version(row, 0));
  return versions;
}

Outcome<std::optional<TeamName>> find_team(database::Connection& connection, std::string_view organization_id,
                                           std::string_view team_id) {
  const auto rows = TRY(connection.query("SELECT id, name FROM teams WHERE organization_id = $1 AND id = $2",
                                         {organization_id, team_id}));
  if (rows.empty()) return std::nullopt;
  return TeamName{.id = rows.front().text(0), .name = rows.front().text(1)};
}

Outcome<ComponentList> list_public(database::Connection& connection, const GalleryQuery& query) {
  // A condition that is not asked for is left out, so that an index fits; its parameter must stand somewhere all the
  // same.
  std::string where = " WHERE c.visibility = 'public' AND c.deleted_at IS NULL AND c.organization_id <> $1";
  where += query.category.empty() ? " AND $2 = ''" : " AND c.category = $2";
  where += query.search.empty() ? " AND $3 = ''" : " AND c.search_text LIKE $3 ESCAPE '\\'";
  const std::string search = query.search.empty() ? std::string() : contains_pattern(fold(query.search));
  ComponentList list;
  list.total = TRY(connection.query("SELECT COUNT(*) FROM component_library c" + where,
                                    {query.organization_id, query.category, search}))
                   .front()
                   .integer(0);
  const auto rows =
      TRY(connection.query(select_components() + where + " ORDER BY c.search_text, c.id LIMIT $4 OFFSET $5",
                           {query.organization_id, query.category, search, query.limit, query.offset}));
  for (const auto row : rows) list.items.push_back(read_component(row));
  return list;
}

Outcome<std::int64_t> count(database::Connection& connection, std::string_view organization_id) {
  return TRY(connection.query(
                 "SELECT COUNT(*) FROM component_library WHERE organization_id = $1 AND deleted_at IS NULL",
                 {organization_id}))
      .front()
      .integer(0);
}

Outcome<void> insert(database::Connection& connection, const CustomComponent& component, std::string_view search_text) {
  TRY(connection.execute(
      "INSERT INTO component_library (id, organization_id, owner_id, name, visibility, version, version_number, "
      "created_at, updated_at, install_count, category, display_name, description, installed_from, search_text, "
      "team_id) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, 0, $9, $10, $11, $12, $13, $14)",
      {component.id, component.organization_id, component.owner.id, component.name, name_of(component.visibility),
       component.version, component.version_number, component.created_at, component.category, component.display_name,
       component.description, component.installed_from, search_text, team_id_of(component)}));
  return {};
}

Outcome<void> insert_version(database::Connection& connection, std::string_view component_id,
                             const ComponentVersion& version) {
  TRY(connection.execute(
      "INSERT INTO component_versions (component_id, number, version, author_id, created_at, definition, template, "
      "style, partials, sample) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {component_id, version.number, version.version, version.author.id, version.created_at, version.definition,
       version.template_text, version.style, version.partials, version.sample}));
  return {};
}

Outcome<bool> set_version(database::Connection& connection, const CustomComponent& component,
                          std::string_view search_text) {
  const auto changed =
      TRY(connection.execute("UPDATE component_library SET version = $2, version_number = $3, updated_at = $4, "
                             "display_name = $5, description = "
                             "$6, search_text = $7 WHERE id = $1 AND version_number = $3 - 1",
                             {component.id, component.version, component.version_number, component.updated_at,
                              component.display_name, component.description, search_text}));
  return changed == 1;
}

Outcome<void> set_audience(database::Connection& connection, const CustomComponent& component) {
  TRY(connection.execute("UPDATE component_library SET visibility = $2, updated_at = $3, team_id = $4 WHERE id = $1",
                         {component.id, name_of(component.visibility), component.updated_at, team_id_of(component)}));
  return {};
}

Outcome<void> set_deleted(database::Connection& connection, const CustomComponent& component) {
  TRY(connection.execute("UPDATE component_library SET deleted_at = $2, updated_at = $3 WHERE id = $1",
                         {component.id, component.deleted_at, component.updated_at}));
  return {};
}

Outcome<void> count_install(database::Connection& connection, std::string_view id) {
  TRY(connection.execute("UPDATE component_library SET install_count = install_count + 1 WHERE id = $1", {id}));
  return {};
}

}  // namespace pagewright::components
