#include "server/environments/environment_records.hpp"

#include <map>

#include "server/base/uuid.hpp"

namespace pagewright::environments {
namespace {

constexpr std::string_view columns =
    "SELECT e.id, e.organization_id, e.name, e.kind, e.path, e.base_url, e.has_own_base_url, e.access, "
    "e.password_hash, "
    "e.pass_key, e.created_at, e.updated_at, v.page_id, b.name, v.expires_at FROM environments e LEFT JOIN "
    "preview_environments v ON v.environment_id = e.id LEFT JOIN page_branches b ON b.page_id = v.page_id AND b.id = "
    "v.branch_id ";
constexpr std::string_view in_order =
    " ORDER BY CASE e.kind WHEN 'production' THEN 0 WHEN 'staging' THEN 1 WHEN 'custom' THEN 2 ELSE 3 END, e.name";

Environment read(database::Row row) {
  std::optional<ShownBranch> preview;
  if (auto page_id = row.optional_text(12))
    preview = {.page_id = std::move(*page_id), .branch = row.text(13), .expires_at = row.integer(14)};
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .name = row.text(2),
          .kind = row.text(3),
          .path = row.text(4),
          .base_url = row.text(5),
          .has_own_base_url = row.boolean(6),
          .access = row.text(7),
          .password_hash = row.text(8),
          .pass_key = row.text(9),
          .created_at = row.integer(10),
          .updated_at = row.integer(11),
          .preview = std::move(preview)};
}

// `hosts`: environment_id, host; in order.
std::vector<Environment> put_together(const database::Rows& rows, const database::Rows& hosts) {
  std::map<std::string, std::vector<std::string>, std::less<>> names;
  for (const auto row : hosts) names[row.text(0)].push_back(row.text(1));
  std::vector<Environment> environments;
  for (const auto row : rows) {
    environments.push_back(read(row));
    if (const auto found = names.find(environments.back().id); found != names.end())
      environments.back().hosts = found->second;
  }
  return environments;
}

Outcome<std::optional<Environment>> with_hosts(database::Connection& connection, const database::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  const auto hosts = TRY(
      connection.query("SELECT environment_id, host FROM environment_hosts WHERE environment_id = $1 ORDER BY position",
                       {rows.front().text(0)}));
  return put_together(rows, hosts).front();
}

Outcome<void> insert_hosts(database::Connection& connection, const Environment& environment) {
  std::int64_t position = 0;
  for (const std::string& host : environment.hosts)
    TRY(connection.execute("INSERT INTO environment_hosts (host, environment_id, position) VALUES ($1, $2, $3)",
                           {host, environment.id, position++}));
  return {};
}

}  // namespace

Outcome<std::vector<Environment>> all(database::Connection& connection, std::string_view organization_id) {
  const auto rows = TRY(connection.query(std::string(columns) + "WHERE e.organization_id = $1" + std::string(in_order),
                                         {organization_id}));
  const auto hosts = TRY(connection.query(
      "SELECT h.environment_id, h.host FROM environments e JOIN environment_hosts h ON h.environment_id = e.id WHERE "
      "e.organization_id = $1 ORDER BY h.environment_id, h.position",
      {organization_id}));
  return put_together(rows, hosts);
}

Outcome<std::optional<Environment>> find(database::Connection& connection, std::string_view id,
                                         std::string_view organization_id) {
  return with_hosts(connection,
                    TRY(connection.query(std::string(columns) + "WHERE e.id = $1 AND e.organization_id = $2",
                                         {id, organization_id})));
}

Outcome<Environment> must_find(database::Connection& connection, std::string_view id,
                               std::string_view organization_id) {
  auto environment = TRY(find(connection, id, organization_id));
  if (!environment) return std::unexpected(Problem::not_found("There is no such environment."));
  return std::move(*environment);
}

Outcome<std::vector<Environment>> of_installation(database::Connection& connection) {
  const auto rows = TRY(connection.query(std::string(columns) + "ORDER BY e.id"));
  const auto hosts =
      TRY(connection.query("SELECT environment_id, host FROM environment_hosts ORDER BY environment_id, position"));
  return put_together(rows, hosts);
}

Outcome<std::optional<Environment>> find_by_gate(database::Connection& connection, std::string_view id) {
  return with_hosts(connection, TRY(connection.query(std::string(columns) + "WHERE e.id = $1", {id})));
}

Outcome<void> insert(database::Connection& connection, const Environment& environment) {
  TRY(
      connection.execute("INSERT INTO environments (id, organization_id, name, kind, path, base_url, has_own_base_url, "
                         "access, password_hash, pass_key, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, "
                         "$8, $9, $10, $11, $11)",
                         {environment.id, environment.organization_id, environment.name, environment.kind,
                          environment.path, environment.base_url, environment.has_own_base_url, environment.access,
                          environment.password_hash, environment.pass_key, environment.created_at}));
  return insert_hosts(connection, environment);
}

Outcome<void> update(database::Connection& connection, const Environment& environment) {
  TRY(connection.execute(
      "UPDATE environments SET name = $2, base_url = $3, has_own_base_url = $4, access = $5, "
      "password_hash = $6, pass_key = $7, updated_at = $8 WHERE id = $1",
      {environment.id, environment.name, environment.base_url, environment.has_own_base_url, environment.access,
       environment.password_hash, environment.pass_key, environment.updated_at}));
  TRY(connection.execute("DELETE FROM environment_hosts WHERE environment_id = $1", {environment.id}));
  return insert_hosts(connection, environment);
}

Outcome<void> remove(database::Connection& connection, std::string_view id) {
  // The pointers first: they hold on to the releases, which go with the environment.
  TRY(connection.execute("DELETE FROM environment_pages WHERE environment_id = $1", {id}));
  TRY(connection.execute("DELETE FROM environments WHERE id = $1", {id}));
  return {};
}

Outcome<std::string> holder_of_host(database::Connection& connection, std::string_view host) {
  const auto rows = TRY(connection.query("SELECT environment_id FROM environment_hosts WHERE host = $1", {host}));
  return rows.empty() ? std::string() : rows.front().text(0);
}

Outcome<bool> is_path_taken(database::Connection& connection, std::string_view path) {
  const auto rows = TRY(
      connection.query("SELECT 1 FROM environments WHERE path = $1 AND (kind = 'custom' OR kind = 'preview')", {path}));
  return !rows.empty();
}

Outcome<void> insert(database::Connection& connection, const Visit& visit) {
  TRY(connection.execute(
      "INSERT INTO environment_visits (token_hash, environment_id, user_id, expires_at) VALUES ($1, $2, $3, $4)",
      {visit.token_hash, visit.environment_id, visit.user_id, visit.expires_at}));
  return {};
}

Outcome<bool> use_up(database::Connection& connection, std::string_view token_hash, std::string_view environment_id,
                     Milliseconds now) {
  return TRY(connection.execute(
             "DELETE FROM environment_visits WHERE token_hash = $1 AND environment_id = $2 AND expires_at > $3",
             {token_hash, environment_id, now})) == 1;
}

Outcome<void> forget_visits_before(database::Connection& connection, Milliseconds now) {
  TRY(connection.execute("DELETE FROM environment_visits WHERE expires_at <= $1", {now}));
  return {};
}

Outcome<void> ensure(database::Connection& connection, std::string_view organization_id, std::string_view sites_url,
                     Milliseconds now) {
  auto present = TRY(all(connection, organization_id));
  for (Environment& environment : present) {
    // The sites listener may have got another port since the last start.
    std::string address = environment.standard_url(sites_url);
    if (environment.has_own_base_url || environment.base_url == address) continue;
    environment.base_url = std::move(address);
    environment.updated_at = now;
    TRY(update(connection, environment));
  }
  if (!present.empty()) return {};
  for (const auto& [name, kind, path] :
       {std::tuple("Production", "production", ""), std::tuple("Staging", "staging", "/~staging")}) {
    Environment environment{.id = new_uuid(),
                            .organization_id = std::string(organization_id),
                            .name = name,
                            .kind = kind,
                            .path = path,
                            .created_at = now};
    environment.base_url = environment.standard_url(sites_url);
    TRY(insert(connection, environment));
  }
  return {};
}

}  // namespace pagewright::environments
