#include "server/collaboration/version_document.hpp"

#include "server/collaboration/page_upgrade.hpp"

namespace pagewright::collaboration {

Task<Outcome<document::Document>> read_version_document(const Room::Surroundings& surroundings, http::Caller caller,
                                                        std::string page_id, std::string version) {
  auto stored =
      CO_TRY(co_await surroundings.database.read([&](database::Connection& connection) -> Outcome<VersionDocument> {
        const auto rows = TRY(connection.query(
            "SELECT v.version_number FROM page_versions v JOIN pages p ON p.id = v.page_id WHERE v.page_id = $1 "
            "AND p.organization_id = $2 AND p.deleted_at IS NULL "
            "AND (v.id = $3 OR CAST(v.version_number AS TEXT) = $3)",
            {page_id, caller.organization_id, version}));
        if (rows.empty()) return std::unexpected(Problem::not_found("There is no such version of this page."));
        return load_version_document(connection, page_id, rows.front().integer(0));
      }));
  const auto library = CO_TRY(co_await surroundings.libraries.of(std::move(caller.organization_id)));
  auto document = co_await surroundings.pool.run([&] {
    const json::Value present = in_present_versions(std::move(stored), library->catalog());
    return document::Document::parse(present, library->catalog());
  });
  if (!document) co_return std::unexpected(Problem::from("The version cannot be read", document.error()));
  co_return std::move(*document);
}

}  // namespace pagewright::collaboration
