#include "server/tokens/design_system_store.hpp"

#include "server/tokens/token_version_store.hpp"

namespace pagewright::tokens {

Outcome<std::optional<DesignSystem>> find(database::Connection& connection, std::string_view organization_id) {
  const auto rows =
      TRY(connection.query("SELECT id, organization_id, name, tokens, updated_at, version_number FROM design_systems "
                           "WHERE organization_id = $1",
                           {organization_id}));
  if (rows.empty()) return std::nullopt;
  const auto row = rows.front();
  return DesignSystem{.id = row.text(0),
                      .organization_id = row.text(1),
                      .name = row.text(2),
                      .tokens = row.text(3),
                      .updated_at = row.integer(4),
                      .version_number = row.integer(5)};
}

Outcome<void> insert(database::Connection& connection, const DesignSystem& design_system) {
  TRY(
      connection.execute("INSERT INTO design_systems (id, organization_id, name, created_at, updated_at, tokens) "
                         "VALUES ($1, $2, $3, $4, $4, $5)",
                         {design_system.id, design_system.organization_id, design_system.name, design_system.updated_at,
                          design_system.tokens}));
  return insert(connection, TokenVersion{.organization_id = design_system.organization_id,
                                         .number = design_system.version_number,
                                         .created_at = design_system.updated_at,
                                         .tokens = design_system.tokens});
}

Outcome<void> update_tokens(database::Connection& connection, const DesignSystem& design_system) {
  TRY(connection.execute(
      "UPDATE design_systems SET tokens = $2, updated_at = $3, version_number = $4 WHERE organization_id = $1",
      {design_system.organization_id, design_system.tokens, design_system.updated_at, design_system.version_number}));
  return {};
}

}  // namespace pagewright::tokens
