#include "server/organisations/organisation_store.hpp"

#include "server/base/json_text.hpp"

namespace pagewright::organisations {
namespace {

Organisation read(database::Row row) {
  return {.id = row.text(0), .name = row.text(1), .slug = row.text(2)};
}

}  // namespace

std::string Organisation::to_json() const {
  return JsonText().text("id", id).text("name", name).text("slug", slug).take();
}

Outcome<std::optional<Organisation>> find(database::Connection& connection, std::string_view id) {
  const auto rows = TRY(connection.query("SELECT id, name, slug FROM organisations WHERE id = $1", {id}));
  if (rows.empty()) return std::nullopt;
  return read(rows.front());
}

Outcome<std::vector<Organisation>> all(database::Connection& connection) {
  const auto rows = TRY(connection.query("SELECT id, name, slug FROM organisations ORDER BY created_at, id"));
  std::vector<Organisation> organisations;
  for (const auto row : rows) organisations.push_back(read(row));
  return organisations;
}

Outcome<void> insert(database::Connection& connection, const Organisation& organisation, Milliseconds now) {
  TRY(connection.execute(
      "INSERT INTO organisations (id, name, slug, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)",
      {organisation.id, organisation.name, organisation.slug, now}));
  return {};
}

Outcome<void> lock(database::Connection& connection, std::string_view id, Milliseconds now) {
  TRY(connection.execute("UPDATE organisations SET updated_at = $2 WHERE id = $1", {id, now}));
  return {};
}

}  // namespace pagewright::organisations
