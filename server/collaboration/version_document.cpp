#include "server/collaboration/version_document.hpp"

#include "server/collaboration/page_upgrade.hpp"
#include "server/collaboration/version_reference.hpp"

namespace pagewright::collaboration {

Task<Outcome<document::Document>> read_version_document(const Room::Surroundings& surroundings, http::Caller caller,
                                                        std::string page_id, std::string version) {
  auto stored =
      CO_TRY(co_await surroundings.database.read([&](database::Connection& connection) -> Outcome<VersionDocument> {
        const auto found = TRY(find_version(connection, page_id, caller.organization_id, version));
        return load_version_document(connection, page_id, found.number);
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
