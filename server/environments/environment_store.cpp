#include "server/environments/environment_store.hpp"

#include "server/base/json_text.hpp"
#include "server/base/uuid.hpp"

namespace pagewright::environments {
namespace {

constexpr std::string_view select =
    "SELECT id, organization_id, name, kind, base_url FROM environments WHERE organization_id = $1 ";

Environment read(database::Row row) {
  return {.id = row.text(0),
          .organization_id = row.text(1),
          .name = row.text(2),
          .kind = row.text(3),
          .base_url = row.text(4)};
}

}  // namespace

std::string Environment::to_json() const {
  return JsonText().text("id", id).text("name", name).text("kind", kind).text("baseUrl", base_url).take();
}

Outcome<std::vector<Environment>> all(database::Connection& connection, std::string_view organization_id) {
  const auto rows = TRY(connection.query(std::string(select) + "ORDER BY kind, name", {organization_id}));
  std::vector<Environment> environments;
  for (const auto row : rows) environments.push_back(read(row));
  return environments;
}

Outcome<std::optional<Environment>> find(database::Connection& connection, std::string_view id,
                                         std::string_view organization_id) {
  const auto rows = TRY(connection.query(std::string(select) + "AND id = $2", {organization_id, id}));
  if (rows.empty()) return std::nullopt;
  return read(rows.front());
}

Outcome<void> ensure(database::Connection& connection, std::string_view organization_id, std::string_view sites_url,
                     Milliseconds now) {
  const std::string production(sites_url);
  const std::string staging = production + "/~staging";
  if (TRY(all(connection, organization_id)).empty()) {
    constexpr std::string_view insert =
        "INSERT INTO environments (id, organization_id, name, kind, base_url, created_at, updated_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $6)";
    TRY(connection.execute(insert, {new_uuid(), organization_id, "Production", "production", production, now}));
    TRY(connection.execute(insert, {new_uuid(), organization_id, "Staging", "staging", staging, now}));
    return {};
  }
  // The sites listener may have got another port since the last start.
  constexpr std::string_view update =
      "UPDATE environments SET base_url = $3, updated_at = $4 WHERE organization_id = $1 AND kind = $2 AND base_url <> "
      "$3";
  TRY(connection.execute(update, {organization_id, "production", production, now}));
  TRY(connection.execute(update, {organization_id, "staging", staging, now}));
  return {};
}

}  // namespace pagewright::environments
