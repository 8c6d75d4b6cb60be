#include "server/collaboration/version_reference.hpp"

namespace pagewright::collaboration {

std::optional<std::string> read_version_reference(Fields& fields, std::string_view member) {
  const json::Value* version = fields.any(member);
  if (version == nullptr) return std::nullopt;
  if (version->is_string()) return std::string(json::view(version->get_string()));
  if (version->is_int64() && version->get_int64() > 0) return std::to_string(version->get_int64());
  fields.add_error("/" + std::string(member), "must be the number or the id of a version of this page", "invalid");
  return std::nullopt;
}

Outcome<VersionReference> find_version(database::Connection& connection, std::string_view page_id,
                                       std::string_view organization_id, std::string_view version) {
  const auto rows = TRY(connection.query(
      "SELECT v.id, v.version_number FROM page_versions v JOIN pages p ON p.id = v.page_id WHERE v.page_id = $1 "
      "AND p.organization_id = $2 AND p.deleted_at IS NULL AND (v.id = $3 OR CAST(v.version_number AS TEXT) = $3)",
      {page_id, organization_id, version}));
  if (rows.empty()) return std::unexpected(Problem::not_found("There is no such version of this page."));
  return VersionReference{.id = rows.front().text(0), .number = rows.front().integer(1)};
}

}  // namespace pagewright::collaboration
